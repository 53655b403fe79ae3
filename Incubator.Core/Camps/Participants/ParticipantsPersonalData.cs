using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>
/// The camps for which somebody registered, by their account or by its mail address: most had none then. Erased, a place that is still to
/// come is cancelled, and the sweep offers it on.
/// </summary>
internal sealed class ParticipantsPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var rows = await Own(person).AsNoTracking().OrderBy(p => p.Id)
            .Join(db.Camps, p => p.CampId, c => c.Id, (p, c) => new { Participant = p, Camp = c.NameEn }).ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.Participant.Id);
        var answers = await (
                from a in db.CampAnswers
                join q in db.CampQuestions on a.QuestionId equals q.Id
                where ids.Contains(a.ParticipantId)
                orderby a.ParticipantId, q.Position
                select new { Question = q, a.Text })
            .AsNoTracking().ToListAsync(cancel);
        return
        [
            PersonalSection.Of("CampRegistrations", rows,
                ("Camp", r => r.Camp), ("FullName", r => r.Participant.Name), ("Email", r => r.Participant.Email), ("Kind", r => r.Participant.Kind),
                ("State", r => r.Participant.State), ("At", r => r.Participant.RegisteredAt), ("Organisation", r => r.Participant.Organisation),
                ("Languages", r => r.Participant.Languages), ("Skills", r => r.Participant.OtherSkills), ("Needs", r => r.Participant.Needs),
                ("Guardian", r => r.Participant.GuardianName), ("PhotoConsent", r => r.Participant.PhotoConsentAt)),
            PersonalSection.Of("CampAnswers", answers, ("Question", a => a.Question.TextEn), ("Answer", a => a.Question.Said(a.Text, "en"))),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var participant in await Own(person).ToListAsync(cancel))
        {
            var before = participant.State;
            var camp = await db.Camps.AsNoTracking().SingleAsync(c => c.Id == participant.CampId, cancel);
            if (participant.IsActive && PlaceRules.MayChange(camp, now))
            {
                participant.Cancel();
                db.RecordState(participant, "Cancelled", before, Actor.System, now);
                await db.LeaveTeamAsync(participant, Actor.System, now, cancel);
            }

            await db.ForgetAsync(participant, Actor.System, now, cancel);
        }
    }

    private IQueryable<Participant> Own(KnownPerson person)
    {
        var mail = person.Mail is null ? null : Participant.Fold(person.Mail);
        return db.Participants.Where(p => p.ForgottenAt == null && (p.PersonId == person.Id || (mail != null && p.Email == mail)));
    }
}
