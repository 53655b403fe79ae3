using System.Net;
using System.Reflection;
using Incubator.Tests.Host;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Tests.Startup;

/// <summary>
/// Every page crossed with everyone who might ask for it. Who may open it is written in letters:
/// V visitor, N signed in without a company, C member and M manager of the company that the page is about, F manager of another company,
/// R reviewer, T mentor, U municipality, S staff, A administrator. Whoever is not named is sent to sign in, refused, or told that there is no such thing;
/// and whoever is not of the company, nor staff, never reads a word of it.
/// </summary>
public sealed class AccessTests(AccessStory story) : IClassFixture<AccessStory>
{
    private const string All = "VNCMFRTUSA", Signed = "NCMFRTUSA", Own = "CMSA", Book = "CMFSA", Staff = "SA";

    /// <summary>By page: an address of it (words in braces are the story's), and who may open it.</summary>
    private static readonly Dictionary<string, (string Address, string Who)> Rows = new()
    {
        ["/Index"] = ("/", All),
        ["/Error"] = ("/error/500", All),

        // Says 403 to everyone: that is what it is for.
        ["/Accounts/AccessDenied"] = ("/access-denied", ""),
        ["/Accounts/ChangePassword"] = ("/change-password", Signed),
        ["/Accounts/ForgottenPassword"] = ("/forgotten-password", All),
        ["/Accounts/Language"] = ("/language", All),
        ["/Accounts/Authenticator"] = ("/second-factor/authenticator", Signed),
        ["/Accounts/Erase"] = ("/profile/erase", Signed),
        ["/Accounts/ErasePerson"] = ("/people/{person-id}/erase", "A"),
        ["/Accounts/Passkeys"] = ("/passkeys", Signed),
        ["/Accounts/People"] = ("/people", "A"),
        ["/Accounts/PersonDetails"] = ("/people/{person-id}", "A"),
        ["/Accounts/PersonalData"] = ("/profile/data", Signed),
        ["/Accounts/PersonalDataFile"] = ("/profile/data/file", Signed),
        ["/Accounts/Profile"] = ("/profile", Signed),
        ["/Accounts/RecoveryCodes"] = ("/second-factor/recovery-codes", Signed),
        ["/Accounts/SecondFactor"] = ("/second-factor", Signed),
        ["/Accounts/SignInPasskey"] = ("/sign-in/passkey", All),
        // Off unless configured.
        ["/Accounts/SignInMunicipality"] = ("/sign-in/municipality", ""),
        ["/Accounts/TurnOff"] = ("/second-factor/turn-off", Signed),
        ["/Accounts/ResetLink"] = ("/reset-link", Staff),
        ["/Accounts/ResetPassword"] = ("/reset-password", All),
        // Who has not given the password is sent back to the first step.
        ["/Accounts/SignInCode"] = ("/sign-in/code", All),
        ["/Accounts/SignIn"] = ("/sign-in", All),
        ["/Accounts/SignOut"] = ("/sign-out", All),

        ["/Camps/Crew/Index"] = ("/camps/{people-camp}/crew", Staff),
        ["/Camps/Crew/Member"] = ("/camps/crew/{crew-member}", Staff),
        // Only for who was asked.
        ["/Camps/Crew/Mine"] = ("/camps/{people-camp}/crew/mine", "T"),
        ["/Camps/Participants/Change"] = ("{participant-link}/change", All),
        ["/Camps/Participants/EditTeam"] = ("/camps/teams/{camp-team}", Staff),
        ["/Camps/Participants/Export"] = ("/camps/{people-camp}/participants/export", Staff),
        ["/Camps/Participants/Form"] = ("/camps/{people-camp}/participants/form", Staff),
        ["/Camps/Participants/Index"] = ("/camps/{people-camp}/participants", Staff),
        ["/Camps/Participants/One"] = ("/camps/participants/{participant}", Staff),
        // Whoever holds the link is the participant, signed in or not.
        ["/Camps/Participants/Place"] = ("{participant-link}", All),
        ["/Camps/Participants/Register"] = ("/camps/{people-camp}/register", All),
        ["/Camps/Participants/SendLink"] = ("/camps/{people-camp}/register/link", All),
        ["/Camps/Participants/Sent"] = ("/camps/{people-camp}/register/sent", All),
        ["/Camps/Participants/Teams"] = ("/camps/{people-camp}/teams", Staff),
        ["/Camps/Agenda/Automatic"] = ("/camps/{camp}/plan/automatic", Staff),
        ["/Camps/Agenda/Feed"] = ("/camps/{camp}/agenda.ics", All),
        ["/Camps/Agenda/Index"] = ("/camps/{camp}/agenda", All),
        ["/Camps/Agenda/Place"] = ("/camps/{camp}/plan/{session}", Staff),
        ["/Camps/Agenda/Plan"] = ("/camps/{camp}/plan", Staff),
        ["/Camps/Agenda/Publish"] = ("/camps/{camp}/plan/publish", Staff),
        ["/Camps/Agenda/Settings"] = ("/camps/{camp}/plan/settings", Staff),
        ["/Camps/Sessions/Edit"] = ("/camps/{camp}/sessions/{session}", Staff),
        ["/Camps/Sessions/Index"] = ("/camps/{camp}/sessions", Staff),
        ["/Camps/Sessions/New"] = ("/camps/{camp}/sessions/new", Staff),
        ["/Camps/Sessions/Rooms"] = ("/camps/{camp}/rooms", Staff),
        // Whoever may not read its details sees its title and summary, once it is accepted.
        ["/Camps/Challenges/Decide"] = ("/camps/challenges/{challenge}/decide", Staff),
        ["/Camps/Challenges/Details"] = ("/camps/challenges/{challenge}", Own),
        ["/Camps/Challenges/Edit"] = ("/camps/challenges/edit/{challenge}", Own),
        ["/Camps/Challenges/File"] = ("/camps/challenges/{challenge}/files/{challenge-file}", Own),
        ["/Camps/Challenges/Mine"] = ("/my-company/challenges", "CMF"),
        ["/Camps/Challenges/OfCamp"] = ("/camps/{camp}/challenges", Staff),
        ["/Camps/Challenges/Readers"] = ("/camps/challenges/{challenge}/readers", Own),
        ["/Camps/Details"] = ("/camps/{camp}", All),
        ["/Camps/Edit"] = ("/camps/{camp}/edit", Staff),
        ["/Camps/Index"] = ("/camps", All),
        ["/Camps/Manage"] = ("/camps/manage", Staff),
        ["/Camps/New"] = ("/camps/new", Staff),
        ["/Camps/Overview"] = ("/camps/{camp}/manage", Staff),

        ["/Cohorts/Applications/Details"] = ("/cohorts/applications/{own-application}", Staff),
        ["/Cohorts/Applications/File"] = ("/cohorts/applications/{own-application}/file/{plan}", Staff),
        // Whoever holds the link is the applicant, signed in or not.
        ["/Cohorts/Applications/Fill"] = ("/applications/{draft-link}/company", All),
        ["/Cohorts/Applications/OfCall"] = ("/cohorts/calls/{call}/applications", Staff),
        ["/Cohorts/Applications/Overview"] = ("/applications/{draft-link}", All),
        ["/Cohorts/Applications/OwnFile"] = ("/applications/{own-link}/file/{plan}", All),
        ["/Cohorts/Applications/SendAgain"] = ("/applications/link", All),
        ["/Cohorts/Applications/Sent"] = ("/applications/sent", All),
        ["/Cohorts/Applications/Start"] = ("/calls/{call}/apply", All),
        ["/Cohorts/Calls/All"] = ("/cohorts/calls", Staff),
        ["/Cohorts/Calls/Criterion"] = ("/cohorts/calls/{call}/rubric/criterion", Staff),
        ["/Cohorts/Calls/Details"] = ("/calls/{call}", All),
        ["/Cohorts/Calls/Edit"] = ("/cohorts/calls/{call}/edit", Staff),
        ["/Cohorts/Calls/Form"] = ("/cohorts/calls/{call}/form", Staff),
        ["/Cohorts/Calls/Index"] = ("/calls", All),
        ["/Cohorts/Calls/Manage"] = ("/cohorts/calls/{call}", Staff),
        ["/Cohorts/Calls/New"] = ("/cohorts/calls/new", Staff),
        ["/Cohorts/Calls/Preview"] = ("/cohorts/calls/{call}/preview", Staff),
        ["/Cohorts/Calls/Question"] = ("/cohorts/calls/{call}/form/{call-section}/question", Staff),
        ["/Cohorts/Calls/Rubric"] = ("/cohorts/calls/{call}/rubric", Staff),
        ["/Cohorts/Calls/Section"] = ("/cohorts/calls/{call}/form/section", Staff),

        ["/Booking/Day"] = ("/booking/day?date=2026-11-10", Book),
        ["/Booking/FreeTimes"] = ("/booking/free-times", Book),
        ["/Booking/Maintenance"] = ("/booking/maintenance", Staff),
        ["/Booking/Mine"] = ("/booking/mine", Book),
        ["/Booking/Month"] = ("/booking/month?month=2026-11", Book),
        ["/Booking/Move"] = ("/booking/reservations/{reservation}/move", Own),
        ["/Booking/PlaceMaintenance"] = ("/booking/maintenance/place?resource=SD-1", Staff),
        ["/Booking/ReservationDetails"] = ("/booking/reservations/{reservation}", Own),
        ["/Booking/Reserve"] = ("/booking/reserve?resource=SD-1&start=2026-11-10T09:00&end=2026-11-10T12:00", Book),
        ["/Booking/Stamp"] = ("/booking/stamp", Book),
        ["/Booking/Week"] = ("/booking/week/SD-1?week=2026-W46", Book),
        ["/Calendars/Feeds"] = ("/calendar-feeds", Signed),
        // Whoever holds the secret; nobody holds this one.
        ["/Calendars/Feed"] = ("/feeds/0000000000000000000000000000000000000000000000000000000000000000.ics", ""),
        ["/Calendars/OfMentor"] = ("/mentoring/calendars", "TSA"),
        ["/Calendars/OfResource"] = ("/resources/SD-1/calendars", Staff),
        ["/Companies/Contact"] = ("/companies/{company}/contact", "MSA"),
        ["/Companies/Details"] = ("/companies/{company}", Staff),
        ["/Companies/Edit"] = ("/companies/{company}/edit", Staff),
        ["/Companies/Figures"] = ("/companies/{company}/figures", "MSA"),
        ["/Companies/File"] = ("/companies/file/{company-file}", Own),
        ["/Companies/Files"] = ("/companies/{company}/files", "MSA"),
        ["/Companies/Goal"] = ("/companies/{company}/goal", "MSA"),
        ["/Companies/Export"] = ("/companies/export", Staff),
        ["/Companies/Import"] = ("/companies/import", Staff),
        ["/Companies/ImportPreview"] = ("/companies/import/{company-import}", Staff),
        ["/Companies/ImportProgress"] = ("/companies/import/{company-import}/progress", Staff),
        ["/Companies/Index"] = ("/companies", Staff),
        ["/Companies/Link"] = ("/companies/{company}/link", "MSA"),
        ["/Companies/Membership"] = ("/companies/{company}/membership", Staff),
        ["/Companies/Mine"] = ("/my-company/{company}", "CM"),
        ["/Companies/New"] = ("/companies/new", Staff),
        ["/Booking/Resources/Details"] = ("/resources/SD-1", All),
        ["/Booking/Resources/Edit"] = ("/resources/SD-1/edit", Staff),
        ["/Booking/Resources/Export"] = ("/resources/export", Staff),
        ["/Booking/Resources/File"] = ("/resources/file/{photo}", All),
        ["/Booking/Resources/Files"] = ("/resources/SD-1/files", Staff),
        ["/Booking/Resources/Import"] = ("/resources/import", Staff),
        ["/Booking/Resources/ImportPreview"] = ("/resources/import/{import}", Staff),
        ["/Booking/Resources/ImportProgress"] = ("/resources/import/{import}/progress", Staff),
        ["/Booking/Resources/Index"] = ("/resources", All),
        ["/Booking/Resources/New"] = ("/resources/new", Staff),
        ["/Booking/Resources/OpeningTimes"] = ("/booking/opening-times", Staff),
        ["/Booking/Resources/Policies"] = ("/booking/policies", Staff),
        ["/Booking/Resources/Qr"] = ("/resources/SD-1/qr.svg", All),
        ["/Booking/Resources/Service"] = ("/resources/SD-1/service", Staff),
        ["/Cohorts/Programmes/Board"] = ("/cohorts/{cohort}", Staff),
        ["/Cohorts/Programmes/EditCohort"] = ("/cohorts/edit/{cohort}", Staff),
        ["/Cohorts/Programmes/EditProgramme"] = ("/cohorts/programmes", Staff),
        ["/Cohorts/Programmes/EvidenceFile"] = ("/cohorts/milestones/file/{evidence}", Own),
        ["/Cohorts/Programmes/Figures"] = ("/cohorts/{cohort}/figures", Staff),
        ["/Cohorts/Programmes/Index"] = ("/cohorts", Staff),
        ["/Cohorts/Programmes/Join"] = ("/cohorts/{cohort}/join", Staff),
        ["/Cohorts/Programmes/Member"] = ("/cohorts/members/{cohort-member}", Staff),
        ["/Cohorts/Programmes/MilestoneDetails"] = ("/cohorts/milestones/{milestone}", Own),
        ["/Cohorts/Programmes/Own"] = ("/my-company/cohort", Book),
        ["/Cohorts/Programmes/PlanMilestone"] = ("/cohorts/milestones/plan/{milestone}", Own),
        ["/Cohorts/Mentoring/Details"] = ("/mentors/{mentor}", Book),
        ["/Cohorts/Mentoring/Index"] = ("/mentors", Book),
        ["/Cohorts/Mentoring/Mine"] = ("/mentoring", "TSA"),
        ["/Cohorts/Mentoring/Pool"] = ("/cohorts/mentoring", Staff),
        ["/Cohorts/Mentoring/Profile"] = ("/mentoring/profile", "TSA"),
        ["/Cohorts/Mentoring/Session"] = ("/mentors/sessions/{mentor-session}", Own),
        ["/Cohorts/Updates/Answer"] = ("/cohorts/follow-ups/{follow-up}", Own),
        ["/Cohorts/Updates/Index"] = ("/cohorts/updates", Staff),
        ["/Cohorts/Updates/Report"] = ("/cohorts/members/{cohort-member}/updates/2026-3", Own),
        ["/Booking/Resources/SetPolicy"] = ("/booking/policies/set", Staff),

        ["/Cohorts/Reviews/Application"] = ("/reviews/applications/{application}", Staff),
        ["/Cohorts/Reviews/Call"] = ("/reviews/calls/{reviewed-call}", Staff),
        ["/Cohorts/Reviews/Decide"] = ("/reviews/applications/{application}/decide", Staff),

        // One's own only, whatever else one may do.
        ["/Cohorts/Reviews/File"] = ("/reviews/{review}/files/{review-file}", "R"),
        ["/Cohorts/Reviews/Write"] = ("/reviews/{review}", "R"),
        ["/Cohorts/Reviews/Index"] = ("/reviews", "RSA"),

        // Whoever holds the link.
        ["/Cohorts/Reviews/Letter"] = ("{letter}", All),
        ["/Cohorts/Reviews/Results"] = ("/reviews/calls/{reviewed-call}/results", Staff),
        ["/Camps/Attendance/CheckIn"] = ("/camps/{judged-camp}/checkin", Staff),
        // Whoever holds the link.
        ["/Camps/Attendance/OwnToday"] = ("/camps/place/{camp-link}/today", All),
        ["/Camps/Attendance/Today"] = ("/camps/{judged-camp}/today", "TSA"),
        ["/Camps/Certificates/Check"] = ("/certificates", All),
        ["/Camps/Certificates/Index"] = ("/camps/{judged-camp}/certificates", Staff),
        ["/Camps/Certificates/Qr"] = ("/certificates/{certificate}/qr.svg", All),
        ["/Camps/Certificates/Show"] = ("/certificates/{certificate}", All),
        ["/Camps/Jury/Criteria"] = ("/camps/{judged-camp}/jury/criteria", Staff),
        ["/Camps/Jury/Criterion"] = ("/camps/{judged-camp}/jury/criterion", Staff),
        // Jurors have only their own; what all scored is for the chair, who is none of these, and for staff.
        ["/Camps/Jury/Desk"] = ("/camps/{judged-camp}/jury/score", "T"),
        ["/Camps/Jury/Index"] = ("/camps/{judged-camp}/jury", Staff),
        ["/Camps/Jury/Protocol"] = ("/camps/{judged-camp}/jury/protocol", Staff),
        ["/Camps/Jury/Result"] = ("/camps/{judged-camp}/result", All),
        ["/Camps/Jury/Score"] = ("/camps/{judged-camp}/jury/score/{judged-team}", "T"),
        ["/Camps/Jury/Stamp"] = ("/camps/{judged-camp}/jury/stamp", Staff),
        ["/Camps/FollowUp/Check"] = ("/camps/checks/{camp-check}", Own),
        ["/Camps/FollowUp/Idea"] = ("/camps/challenges/{followed-challenge}/idea/{camp-idea}", Own),
        ["/Camps/FollowUp/Own"] = ("/my-company/after-camps", "CMF"),
        ["/Camps/FollowUp/OfCamp"] = ("/camps/{followed-camp}/follow-up", Staff),
        ["/Camps/FollowUp/OfChallenge"] = ("/camps/challenges/{followed-challenge}/follow-up", Own),
        ["/Camps/FollowUp/Outcome"] = ("/camps/challenges/{followed-challenge}/outcome", Own),
        ["/Camps/FollowUp/Report"] = ("/camps/{followed-camp}/report", "USA"),
        ["/Camps/FollowUp/Reports"] = ("/camps/reports", "USA"),
        ["/Camps/Quality/Lot"] = ("/camps/challenges/{followed-challenge}/quality/lot/{measured-lot}", Own),
        ["/Camps/Quality/OfChallenge"] = ("/camps/challenges/{followed-challenge}/quality", Own),
        ["/Jobs/Index"] = ("/jobs", Staff),
        ["/Notifications/Mine"] = ("/messages", Signed),
        // Whoever has the mail has the right; the address is sealed.
        ["/Notifications/Unsubscribe"] = ("/unsubscribe/{unsubscribe}", All),
        ["/Notifications/Index"] = ("/notices", Staff),

        // An unknown link opens nothing, for whoever holds it.
        ["/Companies/Invitations/Accept"] = ("/invitation/0123456789abcdef", ""),
        ["/Companies/Invitations/Index"] = ("/people/invitations", Staff),
        ["/Companies/Invitations/People"] = ("/my-company/people?company={company}", "M"),

        ["/Companies/Onboarding/Company"] = ("/onboarding/companies/{company}", Staff),
        ["/Companies/Onboarding/Decide"] = ("/onboarding/companies/{company}/{agreement}", Staff),
        ["/Companies/Onboarding/Document"] = ("/onboarding/documents/{document}", Own),
        ["/Companies/Onboarding/EditStep"] = ("/onboarding/steps/{agreement}", Staff),
        ["/Companies/Onboarding/File"] = ("/onboarding/files/{step-file}", Own),
        ["/Companies/Onboarding/Index"] = ("/onboarding", Staff),
        ["/Companies/Onboarding/Mine"] = ("/my-company/onboarding?company={company}", "CM"),
        ["/Companies/Onboarding/MyStep"] = ("/my-company/onboarding/{agreement}?company={company}", "CM"),
        ["/Companies/Onboarding/Print"] = ("/my-company/onboarding/{agreement}/print?company={company}", "CM"),
        ["/Companies/Onboarding/Steps"] = ("/onboarding/steps", Staff),
        ["/Companies/Onboarding/Text"] = ("/onboarding/steps/{agreement}/text", Staff),
    };

    private static readonly IReadOnlyList<PageActionDescriptor> Pages = [.. LabHost.InMemory.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>().DistinctBy(p => p.ViewEnginePath)];

    public static TheoryData<string> PageNames => [.. Rows.Keys];

    [Fact]
    public void Pages_Each_HaveTheirRow()
    {
        var own = Pages.Where(p => p.AreaName is null).Select(p => p.ViewEnginePath).Order().ToList();
        Assert.Empty(own.Except(Rows.Keys));
        Assert.Empty(Rows.Keys.Except(own));
    }

    [Theory, MemberData(nameof(PageNames))]
    public async Task Open_ByEveryone_IsForThoseNamedOnly(string page)
    {
        var (address, who) = Rows[page];
        var wrong = new List<string>();
        foreach (var (letter, client) in story.Clients)
        {
            var answer = await client.GetAsync(story.Fill(address));
            if (Denied(answer) == who.Contains(letter)) wrong.Add($"{letter} gets {(int)answer.StatusCode} {answer.Headers.Location}");
            if ("CMSA".Contains(letter)) continue;
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            wrong.AddRange(story.Secrets.Where(s => body.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{letter} reads “{s}”"));
        }

        Assert.True(wrong.Count == 0, $"{page}: {string.Join("; ", wrong)}");
    }

    /// <summary>A form sent without its page: by everyone who may not open it, to each of its handlers, with a good antiforgery token.</summary>
    [Theory, MemberData(nameof(PageNames))]
    public async Task Post_ByWhoMayNot_ChangesNothing(string page)
    {
        var (address, who) = Rows[page];
        var before = await story.ChangesAsync();
        var wrong = new List<string>();
        foreach (var handler in HandlersOf(ModelOf(page)))
        {
            foreach (var (letter, client) in story.Clients.Where(c => !who.Contains(c.Key)))
            {
                var url = story.Fill(address);
                var form = new[] { ("__RequestVerificationToken", await story.TokenAsync(letter)) };
                var answer = await client.PostAsync(handler.Length == 0 ? url : url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + handler, form);
                if (!Denied(answer) && answer.StatusCode != HttpStatusCode.BadRequest) wrong.Add($"{letter} posts {handler}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Assert.True(wrong.Count == 0, $"{page}: {string.Join("; ", wrong)}");
        Assert.Equal(before, await story.ChangesAsync());
    }

    private static bool Denied(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized ||
        (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString is { } to &&
            (to.Contains("/sign-in?", StringComparison.Ordinal) || to.Contains("/access-denied", StringComparison.Ordinal)));

    private static Type ModelOf(string page) =>
        typeof(Program).Assembly.GetType($"Incubator.Web.Pages{page.Replace('/', '.')}Model", throwOnError: true)!;

    private static IEnumerable<string> HandlersOf(Type model) => model.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal) && m.DeclaringType != typeof(PageModel))
        .Select(m => m.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)).Distinct();
}
