using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// What people are told of their reservations, written in the transaction of the change: to whom the reservation is for, else to
/// who booked it for the company, else to the company's managers. Whoever left the company hears nothing of it any more.
/// </summary>
internal sealed class ReservationNotices(IncubatorDb db)
{
    /// <summary>Nobody is told; what was still to be said is withdrawn all the same.</summary>
    public bool IsSilent { get; set; }

    public const string NoticeConfirmed = "ReservationConfirmed";
    public const string NoticeChanged = "ReservationChanged";
    public const string NoticeCancelled = "ReservationCancelled";
    public const string NoticeCancelledLate = "ReservationCancelledLate";
    public const string NoticeDisplaced = "ReservationDisplaced";
    public const string NoticeNoShow = "ReservationNoShow";
    public const string NoticeUseClosed = "UseClosed";
    public const string NoticeTomorrow = "ReservationTomorrow";
    public const string NoticeSoon = "ReservationSoon";

    /// <param name="resources">Of its items, as booking read them already.</param>
    public async Task ConfirmedAsync(Reservation reservation, IEnumerable<Resource> resources, DateTimeOffset now, CancellationToken token)
    {
        var telling = await BeginAsync(reservation, resources.ToDictionary(r => r.Id), token);
        var free = reservation.FreeCancelUntil > now ? HistoryBook.Text(reservation.FreeCancelUntil) : null;
        foreach (var tell in telling.Tells(NoticeConfirmed, NoticeTopic.ReservationChanges, withAppointment: true))
            db.TellNew(tell with { Lists = Only("free", free) }, now);
    }

    /// <summary>Moved, resized, on other resources or for another purpose. After it was saved.</summary>
    /// <param name="told">Its sequence before.</param>
    public async Task ChangedAsync(
        Reservation reservation, int told, string oldSlot, IReadOnlyList<long> oldResources, string? reason, DateTimeOffset now, CancellationToken token)
    {
        await WithdrawRemindersAsync(reservation.Id, told, now, token);
        var ids = oldResources.Concat(reservation.Items.Select(i => i.ResourceId)).Distinct().ToList();
        var resources = await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, token);
        var telling = await BeginAsync(reservation, resources, token);
        foreach (var tell in telling.Tells(NoticeChanged, NoticeTopic.ReservationChanges, withAppointment: true))
        {
            var facts = new Dictionary<string, string>(tell.Facts)
            {
                ["oldslot"] = oldSlot,
                ["oldwhat"] = Appointments.NamesOf(oldResources, resources, tell.Language),
            };
            await db.TellAsync(tell with { Facts = facts, Lists = Only("reason", reason) }, now, token);
        }
    }

    /// <summary>Cancelled, in time or late.</summary>
    /// <param name="told">Its sequence before.</param>
    public Task CancelledAsync(Reservation reservation, int told, DateTimeOffset now, CancellationToken token) => EndedAsync(
        reservation, told, reservation.State == ReservationState.LateCancelled ? NoticeCancelledLate : NoticeCancelled,
        NoticeTopic.ReservationChanges, now, token);

    /// <summary>Maintenance took its time; the link leads to where another is found.</summary>
    /// <param name="told">Its sequence before.</param>
    public Task DisplacedAsync(Reservation reservation, int told, DateTimeOffset now, CancellationToken token) =>
        EndedAsync(reservation, told, NoticeDisplaced, topic: null, now, token);

    public Task NoShowAsync(Reservation reservation, DateTimeOffset now, CancellationToken token) =>
        EndedAsync(reservation, reservation.Sequence, NoticeNoShow, topic: null, now, token);

    public Task UseClosedAsync(Reservation reservation, DateTimeOffset now, CancellationToken token) =>
        EndedAsync(reservation, reservation.Sequence, NoticeUseClosed, topic: null, now, token);

    /// <returns>How many people it is new to.</returns>
    public async Task<int> RemindAsync(Reservation reservation, string kind, DateTimeOffset now, CancellationToken token)
    {
        var topic = kind == NoticeSoon ? NoticeTopic.ReservationHours : NoticeTopic.ReservationReminders;
        var telling = await BeginAsync(reservation, null, token);
        return await db.TellOnceAsync(
            telling.Tells(kind, topic).Select(t => t with { Event = ReminderOf(reservation.Id, reservation.Sequence) }), now, token);
    }

    /// <summary>The event that reminders of a reservation tell of: another one after each change.</summary>
    public static string ReminderOf(long reservationId, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"ReservationReminder:{reservationId}:{sequence}");

    /// <summary>The reservation and its sequence of such an event.</summary>
    public static (long ReservationId, int Sequence) ReadReminder(string happened)
    {
        var parts = happened.Split(':');
        return (long.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    public static string SlotOf(Reservation reservation) => $"{HistoryBook.Text(reservation.Start)}/{HistoryBook.Text(reservation.End)}";

    private async Task EndedAsync(
        Reservation reservation, int told, string kind, NoticeTopic? topic, DateTimeOffset now, CancellationToken token)
    {
        // The reservation's own row first: a sweep that is about to remind waits for it, or has written what is withdrawn here.
        await db.SaveChangesAsync(token);
        await WithdrawRemindersAsync(reservation.Id, told, now, token);
        var telling = await BeginAsync(reservation, null, token);
        foreach (var tell in telling.Tells(kind, topic, withAppointment: Appointments.IsGone(reservation.State)))
            await db.TellAsync(tell with { Lists = Only("reason", reservation.EndReason) }, now, token);
    }

    private Task WithdrawRemindersAsync(long reservationId, int sequence, DateTimeOffset now, CancellationToken token) =>
        db.WithdrawAsync(ReminderOf(reservationId, sequence), now, token);

    private async Task<Telling> BeginAsync(Reservation reservation, Dictionary<long, Resource>? resources, CancellationToken token)
    {
        var people = IsSilent ? [] : await PeopleAsync(reservation, token);
        if (people.Count == 0) return Telling.ToNobody(reservation);
        var ids = reservation.Items.Select(i => i.ResourceId).Distinct().ToList();
        resources ??= await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, token);
        var sites = ids.Any(id => resources[id].SiteId is not null)
            ? await db.Sites.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, token)
            : [];
        return new Telling(reservation, people, resources, sites);
    }

    private async Task<IReadOnlyList<Told>> PeopleAsync(Reservation reservation, CancellationToken token)
    {
        var (company, person, booker) = (reservation.CompanyId, reservation.PersonId, reservation.BookedById);
        var people = await (
                from member in db.CompanyMembers
                join p in db.Users.WhoMayBeTold() on member.PersonId equals p.Id
                where member.CompanyId == company &&
                    (member.PersonId == person || member.PersonId == booker || member.Role == MemberRole.Manager)
                orderby p.Id
                select new Told(p.Id, p.Email!, p.Language, member.Role))
            .AsNoTracking().ToListAsync(token);
        foreach (var one in new[] { person, booker })
            if (people.Find(p => p.Id == one) is { } found) return [found];
        return people;
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Only(string name, string? text) =>
        text is null ? [] : new() { [name] = [new Dictionary<string, string> { [name] = text }] };

    private sealed record Told(long Id, string Address, string Language, MemberRole Role);

    /// <summary>One thing to be told, to each in their language.</summary>
    private sealed record Telling(
        Reservation Reservation, IReadOnlyList<Told> People, IReadOnlyDictionary<long, Resource> Resources, IReadOnlyDictionary<long, string> Sites)
    {
        public static Telling ToNobody(Reservation reservation) =>
            new(reservation, [], new Dictionary<long, Resource>(), new Dictionary<long, string>());

        public IEnumerable<Tell> Tells(string kind, NoticeTopic? topic, bool withAppointment = false)
        {
            var items = Reservation.Items.Select(i => i.ResourceId).ToList();
            foreach (var person in People)
            {
                yield return new Tell
                {
                    // With the sequence: a second change is told too.
                    Event = string.Create(CultureInfo.InvariantCulture, $"Reservation:{Reservation.Id}:{Reservation.Sequence}"),
                    Kind = kind,
                    Recipient = person.Address,
                    Language = person.Language,
                    PersonId = person.Id,
                    Topic = topic,
                    Facts = new Dictionary<string, string>
                    {
                        ["number"] = Reservation.Number,
                        ["what"] = Appointments.NamesOf(items, Resources, person.Language),
                        ["slot"] = SlotOf(Reservation),
                        [NoticeFacts.Link] = kind == NoticeDisplaced
                            ? $"/booking/free-times?resource={Uri.EscapeDataString(Resources[items[0]].Code)}"
                            : $"/booking/reservations/{Reservation.Reference}",
                    },
                    Appointment = withAppointment ? Appointments.Of(Reservation, Resources, Sites, person.Language) : null,
                };
            }
        }
    }
}
