using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>Somebody of the crew in one role, as far as conflicts go.</summary>
public sealed record CrewPlace(long Id, long PersonId, CrewRole Role, long? CompanyId, bool IsChair, bool IsConfirmed);

/// <summary>A team as far as conflicts go.</summary>
/// <param name="CompanyId">Whose challenge it works on; null: none yet.</param>
/// <param name="Guides">The ids of the crew who guide or advise it.</param>
public sealed record GuidedTeam(long Id, long? CompanyId, IReadOnlyCollection<long> Guides);

/// <summary>Something about the crew that staff should know; it does not stop anything here, the planner and the jury's desk judge anew.</summary>
/// <param name="Code">JurorGuidesTeam, JurorOfTheCompany, JurorOwnsChallenge, GuideUnconfirmed, JuryWithoutChair.</param>
/// <param name="CrewId">Who; null: all.</param>
/// <param name="TeamId">Which team; null: none in particular.</param>
public sealed record CrewWarning(string Code, long? CrewId, long? TeamId);

/// <summary>When somebody can come, on the wall clock.</summary>
/// <param name="From">Minutes after local midnight.</param>
/// <param name="Until">Minutes after local midnight; 1440 is midnight at the day's end.</param>
public sealed record CrewHours(DateOnly Day, int From, int Until);

/// <summary>Who of the crew stands in their own way, and when they can come. Pure.</summary>
public static class CrewRules
{
    /// <summary>Days before the camp on which those who have not answered are asked again.</summary>
    public const int ReminderDays = 7;

    /// <summary>Hours that anybody has to answer before they are asked again.</summary>
    public const int AnswerHours = 48;

    public const int MostTimes = 60;

    /// <summary>A juror judges no team that they guide in another role, nor one that works for their own company.</summary>
    public static IReadOnlyList<CrewWarning> Warnings(IReadOnlyCollection<CrewPlace> crew, IReadOnlyCollection<GuidedTeam> teams)
    {
        var found = new List<CrewWarning>();
        var jurors = crew.Where(c => c.Role == CrewRole.Juror).ToList();
        foreach (var juror in jurors)
        {
            var own = crew.Where(c => c.PersonId == juror.PersonId).ToList();
            foreach (var team in teams)
            {
                if (own.Exists(c => team.Guides.Contains(c.Id))) found.Add(new CrewWarning("JurorGuidesTeam", juror.Id, team.Id));
                else if (team.CompanyId is { } company && own.Exists(c => c.CompanyId == company))
                    found.Add(new CrewWarning("JurorOfTheCompany", juror.Id, team.Id));
            }

            if (own.Exists(c => c.Role == CrewRole.ChallengeOwner)) found.Add(new CrewWarning("JurorOwnsChallenge", juror.Id, null));
        }

        if (jurors.Count > 1 && !jurors.Exists(j => j.IsChair)) found.Add(new CrewWarning("JuryWithoutChair", null, null));
        foreach (var team in teams)
            found.AddRange(crew.Where(c => !c.IsConfirmed && team.Guides.Contains(c.Id)).Select(c => new CrewWarning("GuideUnconfirmed", c.Id, team.Id)));
        return found;
    }

    /// <summary>The same in UTC; a time that the clocks skip is refused. Not tidied: what overlaps is refused too.</summary>
    public static Result<IReadOnlyList<TimeSlot>> Times(IReadOnlyList<CrewHours> hours, DateOnly firstDay, DateOnly lastDay)
    {
        if (hours.Count > MostTimes) return new Refusal("CrewTimesTooMany").With("max", MostTimes);
        var slots = new List<TimeSlot>();
        for (var i = 0; i < hours.Count; i++)
        {
            var (day, from, until) = hours[i];
            var field = $"Hours[{i}]";
            if (day < firstDay || day > lastDay) return new Refusal("CrewDayOutside", $"{field}.Day").With("first", firstDay).With("last", lastDay);
            if (from < 0 || until > 24 * 60 || until <= from) return new Refusal("CrewHoursInvalid", $"{field}.Until");
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            var start = LabTime.ToInstant(midnight.AddMinutes(from), field: $"{field}.From");
            if (!start.Succeeded) return Result<IReadOnlyList<TimeSlot>>.Refused(start.Refusals);
            var end = LabTime.ToInstant(midnight.AddMinutes(until), field: $"{field}.Until");
            if (!end.Succeeded) return Result<IReadOnlyList<TimeSlot>>.Refused(end.Refusals);
            var slot = new TimeSlot(start.Value, end.Value);
            if (slots.Exists(s => s.Overlaps(slot))) return new Refusal("CrewHoursOverlap", $"{field}.From");
            slots.Add(slot);
        }

        return slots.OrderBy(s => s.Start).ToList();
    }

    /// <summary>Whether somebody who has not answered is asked again now: from seven days before the camp, two days after being asked at the earliest.</summary>
    public static bool IsReminded(DateOnly startsOn, DateTimeOffset? askedAt, DateTimeOffset now) =>
        LabTime.DateOf(now) is var today && today >= startsOn.AddDays(-ReminderDays) && today < startsOn && (askedAt is null || askedAt.Value.AddHours(AnswerHours) <= now);
}
