using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Core.Booking;

/// <summary>One or more resources for one company over [Start, End), all or nothing.</summary>
public sealed class Reservation
{
    public const int NumberMaxLength = 20;
    public const int PurposeMaxLength = 200;
    public const int ProjectNoteMaxLength = 2000;
    public const int InternalNoteMaxLength = 2000;
    public const int ReasonMaxLength = 500;
    public const int MaxItems = 10;

    /// <summary>No reservation is longer, whatever the policy: it bounds every calendar read.</summary>
    public static readonly TimeSpan MaxLength = TimeSpan.FromDays(14);

    private readonly List<ReservationItem> items = [];

    private Reservation() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; links carry it.</summary>
    public Guid Reference { get; private set; }

    /// <summary>For people: BK-2026-00123.</summary>
    public string Number { get; private set; } = "";

    public long CompanyId { get; private set; }

    /// <summary>For whom; null where staff booked for the company as such.</summary>
    public long? PersonId { get; private set; }

    /// <summary>Who did the booking; null for an import.</summary>
    public long? BookedById { get; private set; }

    public DateTimeOffset BookedAt { get; private set; }

    public ReservationState State { get; private set; }

    public DateTimeOffset Start { get; private set; }

    /// <summary>Ends earlier than booked where use finished early.</summary>
    public DateTimeOffset End { get; private set; }

    public string Purpose { get; private set; } = "";

    public string? ProjectNote { get; private set; }

    /// <summary>Whether what is made may be sold; judged by the company's onboarding when booked and moved.</summary>
    public LotUse LotUse { get; private set; }

    /// <summary>For staff only; never shown to companies.</summary>
    public string? InternalNote { get; private set; }

    /// <summary>Why staff went past a rule; the rules are in the history.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>Cancelling until this instant is free (snapshot of the policy when booked or moved).</summary>
    public DateTimeOffset FreeCancelUntil { get; private set; }

    /// <summary>Why it was cancelled or displaced.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Raised at every move, at the end before its time and when it is struck out: the same reservation, told anew.</summary>
    public int Sequence { get; private set; }

    /// <summary>Of the form that made it: the same form sent twice books once.</summary>
    public Guid SubmissionKey { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<ReservationItem> Items => items;

    public TimeSlot Slot => new(Start, End);

    public static Reservation Confirm(
        string number, long companyId, long? personId, long? bookedById, DateTimeOffset now, TimeSlot slot, string purpose,
        string? projectNote, string? internalNote, string? overrideReason, DateTimeOffset freeCancelUntil, Guid submissionKey,
        LotUse lotUse = LotUse.ForSale) => new()
        {
            Reference = Guid.NewGuid(),
            Number = number,
            CompanyId = companyId,
            PersonId = personId,
            BookedById = bookedById,
            BookedAt = now,
            State = ReservationState.Confirmed,
            Start = slot.Start,
            End = slot.End,
            Purpose = purpose,
            ProjectNote = projectNote,
            InternalNote = internalNote,
            OverrideReason = overrideReason,
            FreeCancelUntil = freeCancelUntil,
            SubmissionKey = submissionKey,
            LotUse = lotUse,
        };

    public ReservationItem Take(Resource resource, int unit)
    {
        var item = ReservationItem.Create(resource, unit, Slot);
        items.Add(item);
        return item;
    }

    /// <summary>Moves or resizes; the items take the buffers that count now. Units are set by the caller.</summary>
    public void MoveTo(TimeSlot slot, DateTimeOffset freeCancelUntil, string? overrideReason)
    {
        if (!State.IsActive() || (State == ReservationState.InUse && slot.Start != Start))
            throw new InvalidOperationException($"{State} does not move.");
        (Start, End) = (slot.Start, slot.End);
        FreeCancelUntil = freeCancelUntil;
        OverrideReason = overrideReason ?? OverrideReason;
        Sequence++;
    }

    public void MakeFor(LotUse use) => LotUse = use;

    public void Drop(ReservationItem item) => items.Remove(item);

    public void Become(ReservationState state, string? reason = null)
    {
        if (!State.MayBecome(state)) throw new InvalidOperationException($"{State} does not become {state}.");
        State = state;
        EndReason = reason ?? EndReason;
        if (Appointments.IsGone(state)) Sequence++;
    }

    /// <summary>Use ended: the reservation ends at that quarter, no later than booked.</summary>
    public void FinishAt(DateTimeOffset end)
    {
        Become(ReservationState.Completed);
        if (end >= End) return;
        End = end;
        Sequence++;
        foreach (var item in items) item.Occupy(Slot);
    }

    public void Note(string? internalNote) => InternalNote = internalNote;
}
