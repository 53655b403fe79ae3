using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Incubator.Core.Reporting;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Camps.Agenda;

namespace Incubator.Web.Startup;

/// <summary>The rooms of the house, each with its desks.</summary>
public static class Rooms
{
    public static void AddRooms(this WebApplicationBuilder builder) => builder.Services
        .AddAccounts()
        .AddDocuments()
        .AddCompanies().AddInvitations().AddOnboarding()
        .AddBooking().AddSingleton<ImportRunner>()
        .AddCohorts().AddReviews()
        .AddCamps().AddSingleton<ScheduleRunner>()
        .AddReporting();
}
