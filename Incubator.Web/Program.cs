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
    builder.AddRooms();

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
