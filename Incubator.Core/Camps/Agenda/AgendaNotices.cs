using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>
/// Who is told of a new version: crew, and participants by their team, of sessions that are new, moved, changed or cancelled. Each of
/// them once for a version, with their own sessions only.
/// </summary>
internal sealed class AgendaNotices(IncubatorDb db)
{
    public const string Kind = "AgendaChanged";

    public async Task TellAsync(Camp camp, AgendaVersion version, IReadOnlyCollection<AgendaItem> before, DateTimeOffset now, CancellationToken token)
    {
        var changed = version.Items.Where(i => i.Change != AgendaChange.None).ToList();
        if (changed.Count == 0) return;
        var old = before.ToDictionary(b => b.SessionReference);
        foreach (var reader in await ReadersAsync(camp.Id, token))
        {
            // Who was taken off a session is affected as who was put on it.
            var own = changed.FindAll(i => reader.IsIn(i) || (old.TryGetValue(i.SessionReference, out var was) && reader.IsIn(was)));
            if (own.Count == 0) continue;
            await db.TellAsync(new Tell
            {
                Event = string.Create(CultureInfo.InvariantCulture, $"Agenda:{camp.Id}:{version.Number}"),
                Kind = Kind,
                Recipient = reader.Mail,
                Language = reader.Language,
                PersonId = reader.PersonId,
                Facts = new Dictionary<string, string>
                {
                    ["camp"] = camp.Name(reader.Language),
                    ["number"] = version.Number.ToString(CultureInfo.InvariantCulture),
                    [NoticeFacts.Link] = $"/camps/{camp.Reference}/agenda{(reader.Team is { } team ? $"?team={team}" : "?who=mine")}",
                },
                Lists = own.GroupBy(i => i.Change).ToDictionary(
                    g => g.Key.ToString().ToLowerInvariant(), IReadOnlyList<IReadOnlyDictionary<string, string>> (g) => [.. g.Select(i => RowOf(i, reader.Language))]),
            }, now, token);
        }
    }

    private static Dictionary<string, string> RowOf(AgendaItem item, string language) => new()
    {
        ["title"] = item.Title(language),
        ["slot"] = $"{HistoryBook.Text(item.Start)}/{HistoryBook.Text(item.End)}",
        ["room"] = item.RoomName ?? "–",
        ["old"] = HistoryBook.Text(item.OldStart ?? item.Start)!,
    };

    private async Task<IReadOnlyList<Reader>> ReadersAsync(long campId, CancellationToken token)
    {
        var crew = await (
                from member in db.CrewMembers
                join person in db.Users.WhoMayBeTold() on member.PersonId equals person.Id
                where member.CampId == campId
                select new { member.Id, PersonId = person.Id, Mail = person.Email!, person.Language }).AsNoTracking().ToListAsync(token);
        var participants = await (
                from member in db.TeamMembers
                join participant in db.Participants on member.ParticipantId equals participant.Id
                join team in db.Teams on member.TeamId equals team.Id
                where participant.CampId == campId && participant.State == ParticipantState.Admitted
                select new { member.TeamId, Team = team.Reference, participant.PersonId, Mail = participant.Email, participant.Language }).AsNoTracking().ToListAsync(token);
        // Who does two things at the camp has one address and gets one mail.
        var readers = new Dictionary<string, Reader>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in crew)
            Of(one.Mail, () => new Reader(one.Mail, one.Language, one.PersonId, null)).CrewIds.Add(one.Id);
        foreach (var one in participants.Where(p => p.Mail.Length > 0))
            Of(one.Mail, () => new Reader(one.Mail, one.Language, one.PersonId, one.Team)).TeamIds.Add(one.TeamId);
        return [.. readers.Values];

        Reader Of(string mail, Func<Reader> create) => readers.TryGetValue(mail, out var there) ? there : readers[mail] = create();
    }

    private sealed record Reader(string Mail, string Language, long? PersonId, Guid? Team)
    {
        public HashSet<long> CrewIds { get; } = [];

        public HashSet<long> TeamIds { get; } = [];

        public bool IsIn(AgendaItem item) =>
            item.CrewIds.Any(CrewIds.Contains) || (TeamIds.Count > 0 && (!item.TeamIds.Any() || item.TeamIds.Any(TeamIds.Contains)));
    }
}
