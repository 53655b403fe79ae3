using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>What a person handed in or did for onboarding. Erased, the company's step stays decided; papers of the person go.</summary>
internal sealed class OnboardingPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var records = await (
                from record in db.StepRecords
                join step in db.OnboardingSteps on record.StepId equals step.Id
                where record.PersonId == person.Id || record.SubmittedById == person.Id
                orderby record.Id
                select new { step.NameEn, record.State, record.Number, record.AcceptedName, record.ValidFrom, record.ValidUntil, record.SubmittedAt })
            .AsNoTracking().ToListAsync(cancel);
        return
        [
            PersonalSection.Of("Onboarding", records, ("Name", r => r.NameEn), ("At", r => r.SubmittedAt), ("State", r => r.State), ("Number", r => r.Number),
                ("AcceptedName", r => r.AcceptedName), ("Start", r => r.ValidFrom), ("End", r => r.ValidUntil)),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        var own = await db.StepRecords.Where(r => r.PersonId == person.Id).Select(r => r.Id).ToListAsync(cancel);
        var papers = await db.Attachments.Where(a => a.Subject == nameof(StepRecord) && own.Contains(a.SubjectId)).Select(a => a.Id).ToListAsync(cancel);
        await db.Set<AttachmentContent>().Where(c => papers.Contains(c.AttachmentId)).ExecuteDeleteAsync(cancel);
        await db.Attachments.Where(a => papers.Contains(a.Id)).ExecuteDeleteAsync(cancel);
        await db.StepRecords.Where(r => r.PersonId == person.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Number, (string?)null), cancel);
    }
}
