using Incubator.Core.Companies;
using Incubator.Web.Pages.Accounts;
using Incubator.Web.Pages.Booking;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Camps;
using Incubator.Web.Pages.Camps.Certificates;
using Incubator.Web.Pages.Camps.Challenges;
using Incubator.Web.Pages.Camps.Crew;
using Incubator.Web.Pages.Camps.FollowUp;
using Incubator.Web.Pages.Cohorts.Applications;
using Incubator.Web.Pages.Cohorts.Calls;
using Incubator.Web.Pages.Cohorts.Programmes;
using Incubator.Web.Pages.Cohorts.Reviews;
using Incubator.Web.Pages.Companies;
using Incubator.Web.Pages.Companies.Onboarding;
using Incubator.Web.Pages.Notifications;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Startup;

public static class PagesSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CallHistory>().AddScoped<ApplicationHistory>().AddScoped<SheetReader>();
        builder.Services.AddScoped<CampHistory>().AddScoped<ChallengeHistory>();
        builder.Services.AddRazorPages()
            .AddViewOptions(o => o.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = RoomTextOf);
        builder.Services.AddSingleton(_ => NaceTitles.Read(File.ReadAllBytes(Path.Combine(Database.SeedFolder, "nace_rev2_agrifood.csv"))));
        builder.Services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        builder.Services.AddScoped<Navigation>().AddScoped<OwnWeek>().AddScoped<ResourceHistory>().AddScoped<CompanyHistory>().AddScoped<CompanyReader>().AddScoped<GateNotice>().AddScoped<LivePart>();
        builder.Services.AddScoped<ReviewHistory>().AddScoped<LetterWriter>();
        builder.Services.AddScoped<CrewWarnings>();
        builder.Services.AddScoped<ReviewHistory>().AddScoped<LetterWriter>().AddScoped<SheetWriter>();
        builder.Services.AddScoped<CohortCharts>().AddScoped<CohortHistory>().AddScoped<CompanyInCohortReader>();
        builder.Services.AddScoped<NoticeText>().AddScoped<PersonHistory>().AddScoped<SecurityNotes>().AddScoped<OwnConfirmation>();
        builder.Services.AddScoped<OnboardingBook>();
        builder.Services.AddScoped<FollowUpHistory>();
    }

    // A room's own text first, then the shared one: labels belong to the room, common messages to all.
    private static RoomLocalizer RoomTextOf(Type type, IStringLocalizerFactory factory) => new(type, factory);
}
