using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Incubator.Core.Reporting;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Startup;

try
{
    var (options, verb) = Verbs.Split(args);
    var builder = WebApplication.CreateBuilder(options);
    builder.WebHost.UseStaticWebAssets();
    builder.AddTelemetry();
    builder.AddDatabase();
    builder.AddPeople();
    builder.AddMunicipalitySignIn();
    builder.AddSecurity();
    builder.AddLocalisation();
    builder.AddPages();
    builder.AddMail();
    builder.AddJobs();
    builder.Services.AddBooking().AddCompanies().AddDocuments().AddInvitations().AddOnboarding().AddCohorts().AddReviews().AddSingleton<ImportRunner>().AddAccounts().AddReporting();

    await using var app = builder.Build();
    await app.PrepareDatabaseAsync(verb);
    if (verb.Length > 0) return await Verbs.RunAsync(app.Services, verb);
    app.UseHouse();
    app.SayWhereItListens();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartupProblem.Explain(failure) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}

public partial class Program;
