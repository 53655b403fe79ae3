using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>An application as its reviewer reads it: what was answered, in the form's order; no mail addresses and no telephone numbers.</summary>
public sealed class ApplicationReading(IncubatorDb db)
{
    public async Task<Shown> LoadAsync(Application application, Func<Guid, string> fileLink, CancellationToken cancel)
    {
        var answers = await db.ApplicationAnswers.AsNoTracking().Where(a => a.ApplicationId == application.Id).ToDictionaryAsync(a => a.Field, a => a.Text, cancel);
        var sections = await db.CallSections.AsNoTracking().Where(s => s.CallId == application.CallId).OrderBy(s => s.Position).ToListAsync(cancel);
        var questions = await db.CallQuestions.AsNoTracking().Include(q => q.Choices).Where(q => q.CallId == application.CallId).OrderBy(q => q.Position).ToListAsync(cancel);
        return new Shown([.. sections.Select(s => new Part(s.Title(LabFormat.Language),
            [.. questions.Where(q => q.SectionId == s.Id && answers.ContainsKey(q.Field)).Select(q => new Line(q.Label(LabFormat.Language), answers[q.Field], null))]))]);
    }

    public sealed record Shown(IReadOnlyList<Part> Parts)
    {
        public static readonly Shown Nothing = new([]);
    }

    public sealed record Part(string Title, IReadOnlyList<Line> Lines);

    /// <param name="Link">Of a file.</param>
    public sealed record Line(string Label, string Text, string? Link);
}
