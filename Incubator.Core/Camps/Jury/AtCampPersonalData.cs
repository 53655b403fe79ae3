using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>
/// What jury, attendance and certificates keep of people with an account. Scores stay, they made a result; a juror's comments and
/// reasons go. A certificate stays as it was issued, name included: it proves something to others for whom it was made out, and is
/// kept for the exercise of legal claims (GDPR Article 17(3)(e)); whoever wants it gone asks for it to be withdrawn.
/// </summary>
internal sealed class AtCampPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var sheets = await (
                from sheet in db.JurySheets
                join juror in db.CrewMembers on sheet.JurorId equals juror.Id
                join team in db.Teams on sheet.TeamId equals team.Id
                where juror.PersonId == person.Id
                orderby sheet.Id
                select new { team.Name, sheet.WrittenAt, sheet.Comment, sheet.RecusalReason, Scores = sheet.Scores.OrderBy(s => s.CriterionId).Select(s => s.Score).ToList() })
            .AsNoTracking().ToListAsync(cancel);
        var certificates = await db.Certificates.AsNoTracking().Where(c =>
            db.CrewMembers.Any(m => m.Id == c.CrewMemberId && m.PersonId == person.Id) || db.Participants.Any(p => p.Id == c.ParticipantId && p.PersonId == person.Id))
            .OrderBy(c => c.Id).ToListAsync(cancel);
        var arrivals = await (
                from arrival in db.Arrivals
                join participant in db.Participants on arrival.ParticipantId equals participant.Id
                join camp in db.Camps on participant.CampId equals camp.Id
                where participant.PersonId == person.Id
                orderby camp.Id
                select new { camp.NameEn, arrival.At, Sessions = db.Presences.Count(p => p.ParticipantId == participant.Id) })
            .AsNoTracking().ToListAsync(cancel);
        return
        [
            PersonalSection.Of("JuryScores", sheets, ("Name", s => s.Name), ("At", s => s.WrittenAt), ("Summary", s => s.Comment),
                ("Scores", s => string.Join(", ", s.Scores)), ("Reason", s => s.RecusalReason)),
            PersonalSection.Of("CampAttendance", arrivals, ("Name", a => a.NameEn), ("At", a => a.At), ("Sessions", a => a.Sessions)),
            PersonalSection.Of("Certificates", certificates, ("Number", c => c.Number), ("Name", c => c.CampEn), ("At", c => c.IssuedAt), ("RevokedAt", c => c.RevokedAt)),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        await db.JurySheets.Where(s => db.CrewMembers.Any(m => m.Id == s.JurorId && m.PersonId == person.Id) && (s.Comment != null || s.RecusalReason != null))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Comment, (string?)null)
                .SetProperty(x => x.RecusalReason, x => x.RecusalReason == null ? null : KnownPerson.Gone), cancel);
        await db.CampMessages.Where(m => m.SentById == person.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentById, (long?)null), cancel);
    }
}
