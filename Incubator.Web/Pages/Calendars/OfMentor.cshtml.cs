using Incubator.Core.Accounts;
using Incubator.Core.Calendars;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Calendars;

/// <summary>A mentor's own calendars elsewhere: when they say busy, no hour is offered or booked here.</summary>
[Authorize(Policy = Permission.Mentor)]
public sealed class OfMentorModel(
    IncubatorDb db, CalendarReadings readings, CurrentActor current, RefusalText refusals, IStringLocalizer<CalendarsText> text, TimeProvider clock)
    : ExternalModel(db, readings, current, refusals, text, clock)
{
    private readonly CurrentActor reader = current;

    /// <summary>False: the reader has not said yet who they are as a mentor.</summary>
    public bool HasProfile => SubjectId != 0;

    protected override string Subject => nameof(Mentor);

    protected override string Here => CalendarLinks.OfMentor;

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        var person = (await reader.GetAsync()).PersonId;
        SubjectId = await Db.Mentors.Where(m => m.PersonId == person).Select(m => m.Id).FirstOrDefaultAsync(cancel);
        return true;
    }
}
