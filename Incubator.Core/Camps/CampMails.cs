using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>What everybody of a camp is told.</summary>
internal static class CampMails
{
    /// <summary>
    /// Those who have a place or wait for one, the crew, and the managers of companies with a challenge; each address once. In the running
    /// transaction, after the camp has become what is told.
    /// </summary>
    public static async Task TellAllOfCampAsync(
        this IncubatorDb db, Camp camp, string kind, string happened, string reason, DateTimeOffset now, CancellationToken token)
    {
        var participants = await db.Participants.AsNoTracking()
            .Where(p => p.CampId == camp.Id && p.ForgottenAt == null &&
                (p.State == ParticipantState.Admitted || p.State == ParticipantState.Waiting || p.State == ParticipantState.Offered))
            .OrderBy(p => p.Id).Select(p => new { p.Email, p.Language, p.PersonId }).ToListAsync(token);
        var accounts = await db.Users
            .Where(u => db.CrewMembers.Any(m => m.CampId == camp.Id && m.PersonId == u.Id) ||
                db.CompanyMembers.Any(m => m.PersonId == u.Id && m.Role == MemberRole.Manager && db.Challenges.Any(c => c.CampId == camp.Id &&
                    c.CompanyId == m.CompanyId && c.State != ChallengeState.Rejected && c.State != ChallengeState.Withdrawn)))
            .ToAddresseesAsync(token);
        var all = accounts.Select(a => (a.Mail, a.Language, PersonId: (long?)a.PersonId))
            .Concat(participants.Select(p => (Mail: p.Email, p.Language, p.PersonId)))
            .DistinctBy(a => a.Mail.ToUpperInvariant());
        foreach (var (mail, language, person) in all)
        {
            await db.TellAsync(new Tell
            {
                Event = happened,
                Kind = kind,
                Recipient = mail,
                Language = language,
                PersonId = person,
                Facts = new Dictionary<string, string>
                {
                    ["camp"] = camp.Name(language),
                    ["from"] = HistoryBook.Text(camp.StartsOn)!,
                    ["until"] = HistoryBook.Text(camp.EndsOn)!,
                    ["place"] = camp.Place,
                    ["reason"] = reason,
                    ["link"] = $"/camps/{camp.Reference}",
                },
            }, now, token);
        }
    }
}
