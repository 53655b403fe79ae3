using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>What an applicant's pages share: the application that the link opens, its call and its form.</summary>
public abstract class ApplicantModel(IncubatorDb db, ApplicationReader reader, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public Application Application { get; private set; } = null!;
    public Call Call { get; private set; } = null!;
    public CallState CallState { get; private set; }
    public ApplicationForm Form { get; private set; } = null!;
    public ApplicationAnswers Answers { get; private set; } = null!;
    public Completeness Completeness { get; private set; } = null!;
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public bool IsDraft => Application.State == ApplicationState.Draft;

    public bool IsOpen => CallState == CallState.Open;

    protected IncubatorDb Db { get; } = db;

    /// <summary>The address is a key: no search engine may keep it. That nothing on the way does, every page with a form sees to.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
    }

    /// <summary>Of a section: what is still wanted or wrong.</summary>
    public int OpenIn(FormSection section) => Completeness.Problems.Where(p => p.Section == section.Key).Select(p => p.Field).Distinct().Count();

    protected async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await reader.ByLinkAsync(Secret, cancel) is not { } application) return false;
        Application = application;
        var now = clock.GetUtcNow();
        Call = await Db.Calls.AsNoTracking().FirstAsync(c => c.Id == application.CallId, cancel);
        CallState = Call.StateAt(now);
        Form = await reader.FormAsync(application.CallId, cancel);
        Answers = await reader.AnswersAsync(application.Id, cancel);
        Completeness = ApplicationRules.Check(Form, Answers, LabTime.DateOf(now));
        Files = await Db.Attachments.AsNoTracking().Where(a => a.Subject == nameof(Core.Cohorts.Application) && a.SubjectId == application.Id)
            .OrderBy(a => a.FileName).ToListAsync(cancel);
        return true;
    }
}
