using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>A camp in figures for the municipality, each with what it means; nothing of a single company.</summary>
[Authorize(Policy = Permission.ReadReports)]
public sealed class ReportModel(IncubatorDb db, CurrentActor current, IStringLocalizer<FollowUpText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public CampReport Report { get; private set; } = null!;

    /// <summary>Staff see every figure; others none that rests on fewer than three companies.</summary>
    public bool SeesAll { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<Line> OfTheCamp =>
    [
        Told(text["Companies with a challenge"], Report.Companies, text["Companies that handed in at least one challenge for this camp."]),
        Told(text["Challenges handed in"], Report.ChallengesHandedIn, text["Problems that companies brought; drafts are not counted."]),
        Told(text["Challenges accepted"], Report.ChallengesAccepted, text["Of these, taken up by the camp and given to teams."]),
        new(text["Teams"], Report.Teams.ToString(CultureInfo.CurrentCulture), text["Groups of participants that worked on a challenge."]),
        new(text["Certificates"], Report.Certificates.ToString(CultureInfo.CurrentCulture), text["Given to participants who attended enough, and to crew; withdrawn ones are not counted."]),
        new(text["Sessions"], Report.Sessions.ToString(CultureInfo.CurrentCulture), text["Items of the agenda that had a time; breaks are not counted."]),
        new(text["Lab hours"], LabFormat.Number(Report.LabHours), text["Hours for which sessions held machines and rooms of the lab, added up for each of them."]),
    ];

    public IReadOnlyList<Line> AfterTheCamp =>
    [
        Told(text["Ideas"], Report.Ideas, text["Proposals of the teams that were written down."]),
        Told(text["Ideas taken up"], Report.IdeasAdopted, text["Of these, taken up by the company that brought the challenge."]),
        Told(text["Prototypes"], Report.Prototypes, text["Bookings in the lab on which ideas were, or will be, tried; cancelled ones are not counted."]),
        Told(text["New jobs"], Report.Jobs, text["Full-time jobs that companies tell go back to the outcome; those that told none are not counted."]),
    ];

    public IReadOnlyList<Line> OfQuality =>
    [
        Told(text["Specifications compared"], Report.Compared, text["Properties of products that were measured in lots before and after the camp."]),
        Told(text["More within the limits"], Report.ShareBetter, text["Of these, a greater share of the measured values was within the limits after the camp."]),
        Told(text["More steady (Cpk)"], Report.CpkBetter, text["Of these, the capability index Cpk rose: the product keeps farther from its limits, measured in its own spread."]),
    ];

    public IReadOnlyList<(string What, string? Value)> Outcomes => [.. Enum.GetValues<OutcomeKind>().Select(k => FollowUpWords.Of(k, text)).Append(text["Not told yet"])
        .Zip(Report.TellOutcomes(SeesAll), (what, figure) => (what, figure is null ? null : LabFormat.Number(figure.Value)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await CampReport.ReadAsync(db, Reference, cancel) is not { } report) return NotFound();
        (Report, SeesAll, Now) = (report, (await current.GetAsync()).IsStaff, clock.GetUtcNow());
        return Page();
    }

    private Line Told(string name, Figure figure, string what) =>
        new(name, CampReport.Tell(figure, SeesAll) is { } told ? LabFormat.Number(told.Value) : null, what, SeesAll && figure.IsOfFew);

    /// <param name="Value">Null: withheld.</param>
    /// <param name="What">What this number is.</param>
    /// <param name="IsOfFew">Staff see it, the municipality does not.</param>
    public sealed record Line(string Name, string? Value, string What, bool IsOfFew = false);
}
