using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Reads forms and answers together, for desks and pages alike. Nothing it gives is tracked.</summary>
public sealed class ApplicationReader(IncubatorDb db)
{
    /// <summary>The form of a call; with what of the catalogue may be wished for now, and what the application wished for before.</summary>
    public async Task<ApplicationForm> FormAsync(long callId, CancellationToken cancel = default)
    {
        var sections = await db.CallSections.AsNoTracking().Where(s => s.CallId == callId).ToListAsync(cancel);
        var questions = await db.CallQuestions.AsNoTracking().Include(q => q.Choices).Where(q => q.CallId == callId).ToListAsync(cancel);
        var resources = await db.Resources.AsNoTracking().Where(r => r.RetiredAt == null).OrderBy(r => r.Code).Select(r => r.Id).ToListAsync(cancel);
        return ApplicationForm.Of(sections, questions, resources);
    }

    public async Task<ApplicationAnswers> AnswersAsync(long applicationId, CancellationToken cancel = default) => new(
        await db.ApplicationAnswers.AsNoTracking().Where(a => a.ApplicationId == applicationId).ToDictionaryAsync(a => a.Field, a => a.Text, cancel));

    /// <summary>Whose link this is; null where nobody's. The lookup is by the hash: nothing about a wrong secret can be learnt from its time.</summary>
    public async Task<Application?> ByLinkAsync(string secret, CancellationToken cancel = default)
    {
        var hash = LinkSecret.Hash(secret);
        return await db.Applications.AsNoTracking()
            .FirstOrDefaultAsync(a => db.ApplicationLinks.Any(l => l.ApplicationId == a.Id && l.TokenHash == hash), cancel);
    }
}
