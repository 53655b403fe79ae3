using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>One time that a step was done, as pages show it.</summary>
public sealed record RecordRow(StepRecord Record, string? SubmittedBy, string? DecidedBy, Guid? File, string? FileName, bool HasText);

public static class RecordRows
{
    /// <summary>The latest first; only what the actor may read.</summary>
    public static async Task<IReadOnlyList<RecordRow>> ReadRecordsAsync(
        this IncubatorDb db, Actor actor, long companyId, long stepId, long? personId, CancellationToken cancel)
    {
        var rows = await (
                from r in db.ReadableBy(actor)
                where r.CompanyId == companyId && r.StepId == stepId && r.PersonId == personId
                orderby r.Id descending
                select new
                {
                    Record = r,
                    SubmittedBy = db.Users.Where(u => u.Id == r.SubmittedById).Select(u => u.FullName).FirstOrDefault(),
                    DecidedBy = db.Users.Where(u => u.Id == r.DecidedById).Select(u => u.FullName).FirstOrDefault(),
                    HasText = db.AcceptedTexts.Any(t => t.RecordId == r.Id),
                })
            .AsNoTracking().ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.Record.Id);
        var files = (await db.Attachments.AsNoTracking().Where(a => a.Subject == nameof(StepRecord) && ids.Contains(a.SubjectId))
            .Select(a => new { a.SubjectId, a.Reference, a.FileName }).ToListAsync(cancel)).ToLookup(a => a.SubjectId);
        return [.. rows.Select(r => new RecordRow(
            r.Record, r.SubmittedBy, r.DecidedBy, files[r.Record.Id].FirstOrDefault()?.Reference, files[r.Record.Id].FirstOrDefault()?.FileName, r.HasText))];
    }
}
