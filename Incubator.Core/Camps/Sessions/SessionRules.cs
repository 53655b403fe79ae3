using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What a session may be, and where it may be put. Pure.</summary>
public static class SessionRules
{
    /// <summary>The broken limits, each naming its field of <see cref="SessionDetails"/>.</summary>
    public static IEnumerable<Refusal> Problems(SessionDetails details)
    {
        foreach (var (text, field) in new[] { (details.TitleHu, nameof(details.TitleHu)), (details.TitleEn, nameof(details.TitleEn)) })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, CampSession.TitleMaxLength, field) is { } problem) yield return problem;
        }

        if (TextRules.Problem(details.Note, CampSession.NoteMaxLength, nameof(details.Note)) is { } note) yield return note;
        if (!Enum.IsDefined(details.Kind)) yield return new Refusal("NotKnown", nameof(details.Kind));
        if (!Enum.IsDefined(details.WishedPart)) yield return new Refusal("NotKnown", nameof(details.WishedPart));
        if (details.Minutes is < CampSession.MinMinutes or > CampSession.MaxMinutes)
            yield return new Refusal("OutOfRange", nameof(details.Minutes)).With("min", CampSession.MinMinutes).With("max", CampSession.MaxMinutes);
        else if (StepProblem(details.Minutes, details.ResourceIds.Count > 0, nameof(details.Minutes)) is { } step) yield return step;
        if (details.Guests is < 0 or > CampSession.MaxGuests)
            yield return new Refusal("OutOfRange", nameof(details.Guests)).With("min", 0).With("max", CampSession.MaxGuests);
        if (details.ResourceIds.Count > CampSession.MaxEquipment)
            yield return new Refusal("SessionEquipmentTooMuch", nameof(details.ResourceIds)).With("max", CampSession.MaxEquipment);
    }

    /// <summary>The lab is reserved by quarter-hours; elsewhere five minutes will do.</summary>
    public static Refusal? StepProblem(int minutes, bool inLab, string field) =>
        minutes % (inLab ? QuarterHour.Minutes : CampSession.StepMinutes) == 0 ? null
        : new Refusal(inLab ? "SessionNotQuarters" : "SessionNotFives", field);

    /// <summary>The quarters of the lab that a session takes.</summary>
    public static TimeSlot QuartersOf(TimeSlot slot) =>
        new(QuarterHour.Start(QuarterHour.Of(slot.Start)), QuarterHour.Start(QuarterHour.AtOrAfter(slot.End)));

    /// <summary>Sessions are made and moved until the camp is over.</summary>
    public static bool MayPlan(CampStatus status) => status is not (CampStatus.Closed or CampStatus.Cancelled);
}
