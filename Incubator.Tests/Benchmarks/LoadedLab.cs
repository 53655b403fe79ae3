using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Db.Sqlite;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Incubator.Benchmarks;

/// <summary>The program itself on a real port, over a database of a given size, with sixteen people who book.</summary>
internal sealed partial class LoadedLab : WebApplicationFactory<Program>
{
    private const string Password = "a-long-benchmark-password";
    private const int People = 16;

    // Far beyond the seeded year and different in every run of the program, so that nobody meets anybody.
    private static readonly DateOnly Free = LabTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(400);
    private static int lastSlot;

    private readonly string folder;
    private readonly List<string> cookies = [];
    private long[] companies = [];
    private long[] resources = [];
    private int firstSlot;

    private LoadedLab(string folder) => this.folder = folder;

    public string DayPath { get; } =
        $"/booking/day?date={SeedLoad.MeasuredDay(TimeProvider.System.GetUtcNow()):yyyy-MM-dd}";

    private string File => Path.Combine(folder, "incubator.db");

    public static async Task<LoadedLab> OpenAsync(string root, int size)
    {
        var today = LabTime.DateOf(TimeProvider.System.GetUtcNow());
        var folder = Path.Combine(root, $"{today:yyyyMMdd}-{size}");
        Directory.CreateDirectory(folder);
        var lab = new LoadedLab(folder);
        lab.UseKestrel(0);
        lab.StartServer();
        using var scope = lab.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
        if (!await db.Resources.AnyAsync()) await new SeedLoad(db, TimeProvider.System).RunAsync(size);
        lab.companies = await db.Companies.OrderBy(c => c.Id).Select(c => c.Id).ToArrayAsync();
        lab.resources = await db.Resources.OrderBy(r => r.Id).Select(r => r.Id).ToArrayAsync();
        var last = await db.Reservations.MaxAsync(r => r.Start);
        lab.firstSlot = last < LabTime.StartOf(Free) ? 0 : (int)(last - LabTime.StartOf(Free)).TotalHours + 2;
        await lab.PeopleAsync(scope.ServiceProvider, db);
        await OnboardAsync(db);
        for (var i = 0; i < People; i++) lab.cookies.Add(await lab.SignInAsync(i));
        return lab;
    }

    public HttpClient NewClient() => NewClient(0);

    public async Task<string> DayPageAsync()
    {
        using var client = NewClient();
        return await client.GetStringAsync(DayPath);
    }

    /// <summary>
    /// Median time of the page and what the process allocates for it, one request at a time, each after a change to the
    /// calendar, so that the page is drawn anew.
    /// </summary>
    public async Task<(double Ms, double Kb)> DayViewAsync(int requests)
    {
        using var client = NewClient();
        using var connection = new SqliteConnection(SqliteIncubatorDb.ConnectionString(File));
        connection.Open();
        SqliteConnectionSettings.Apply(connection);
        using var change = connection.CreateCommand();
        change.CommandText = $"UPDATE Resources SET CalendarVersion = CalendarVersion + 1 WHERE Id = {resources[0]}";
        change.Prepare();
        var times = new List<double>(requests);
        long allocated = 0;
        for (var i = 0; i < 50 + requests; i++)
        {
            change.ExecuteNonQuery();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(DayPath);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (i < 50) continue;
            times.Add(time);
            allocated += GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        var kb = allocated / 1024.0 / requests;
        times.Sort();
        return (Load.Percentile(times, 0.5), kb);
    }

    /// <summary>Each user books different slots through the form, as a browser would.</summary>
    public async Task<(double Rate, double P50, double P99, int Errors)> BookAsync(int users, int each)
    {
        var errors = 0;
        var forms = new Form[users];
        for (var u = 0; u < users; u++) forms[u] = await FormAsync(u);
        var watch = Stopwatch.StartNew();
        var times = (await Task.WhenAll(forms.Select((form, u) => Task.Run(async () =>
        {
            var mine = new List<double>(each);
            for (var i = 0; i < each; i++)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await form.Client.PostAsync("/booking/reserve", form.For(resources[u], companies[u], NextSlot()));
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (response.StatusCode != HttpStatusCode.Found) Interlocked.Increment(ref errors);
            }

            return mine;
        })))).SelectMany(t => t).Order().ToList();
        return (times.Count / watch.Elapsed.TotalSeconds, Load.Percentile(times, 0.5), Load.Percentile(times, 0.99), errors);
    }

    /// <summary>Milliseconds for each thousand reminders that are due and not yet said, swept day by day until there were so many.</summary>
    public async Task<double> RemindAsync(int count)
    {
        var told = 0;
        var spent = TimeSpan.Zero;
        var day = LabTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(3);
        var last = day.AddDays(SeedLoad.Days);
        for (; told < count && day < last; day = day.AddDays(1))
        {
            using var scope = Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
            // In the afternoon, when those of the next day are due.
            var sweep = new RemindBeforeReservation(db, new StillClock(LabTime.AtMinute(day, 16 * 60)));
            var start = Stopwatch.GetTimestamp();
            await sweep.RunAsync();
            spent += Stopwatch.GetElapsedTime(start);
            told += await db.Notices.Where(n => n.Event.StartsWith("ReservationReminder:")).ExecuteDeleteAsync();
        }

        return spent.TotalMilliseconds / (told / 1000.0);
    }

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>Median cost of a booking at the desk, one after the other.</summary>
    public async Task<double> MedianBookingAsync(int count)
    {
        var times = new List<double>(count);
        for (var i = 0; i < count; i++)
        {
            using var scope = Services.CreateScope();
            var desk = scope.ServiceProvider.GetRequiredService<BookingDesk>();
            var request = new ReserveSlot
            {
                ResourceIds = [resources[i % 16]],
                Slot = NextSlot(),
                CompanyId = companies[i % 16],
                Purpose = "Benchmark",
                SubmissionKey = Guid.NewGuid(),
            };
            var start = Stopwatch.GetTimestamp();
            _ = (await desk.ReserveAsync(request, Actor.System)).Value;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return Load.Percentile(times, 0.5);
    }

    /// <summary>Median server time of one screenful of free times.</summary>
    public async Task<double> FindAsync(int count)
    {
        var from = LabTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(2);
        var times = new List<double>();
        for (var i = 0; i < count + 10; i++)
        {
            using var scope = Services.CreateScope();
            var search = scope.ServiceProvider.GetRequiredService<FreeTimes>();
            var start = Stopwatch.GetTimestamp();
            var found = await search.FindAsync(
                new FindFreeTime { ResourceIds = resources, Minutes = 90, From = from, Until = from.AddDays(29), Take = 20 }, Actor.System);
            if (found.Count == 0) throw new InvalidOperationException("Nothing was found.");
            if (i >= 10) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return Load.Percentile(times, 0.5);
    }

    /// <summary>The rate of bare ADO.NET transactions that insert the rows of one booking, as durable as the desk's.</summary>
    public double BareInsertRate(int count)
    {
        using var connection = new SqliteConnection(SqliteIncubatorDb.ConnectionString(File));
        connection.Open();
        SqliteConnectionSettings.Apply(connection);
        long id = 1_000_000_000 + Stopwatch.GetTimestamp();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++, id++)
        {
            var slot = NextSlot();
            using var transaction = connection.BeginTransaction();
            Run("UPDATE Resources SET CalendarVersion = CalendarVersion + 1 WHERE Id = @p0", resources[i % 16]);
            Run("UPDATE Companies SET CalendarVersion = CalendarVersion + 1 WHERE Id = @p0", companies[i % 16]);
            Run("INSERT INTO Reservations (Id, Reference, Number, CompanyId, BookedAt, State, Start, \"End\", Purpose, FreeCancelUntil, LotUse, Sequence, " +
                "SubmissionKey, Version) VALUES (@p0, @p1, @p2, @p3, @p4, 2, @p5, @p6, 'Benchmark', @p4, 0, 0, @p7, @p8)",
                id, Guid.NewGuid(), $"BB{id}", companies[i % 16], slot.Start.UtcDateTime, slot.Start.UtcDateTime, slot.End.UtcDateTime, Guid.NewGuid(), Guid.NewGuid());
            int from = QuarterHour.Of(slot.Start), until = QuarterHour.Of(slot.End) + 1;
            Run("INSERT INTO ReservationItems (Id, ReservationId, ResourceId, Unit, SetupMinutes, CleanupMinutes, FromQuarter, UntilQuarter) " +
                "VALUES (@p0, @p0, @p1, 1, 0, 15, @p2, @p3)", id, resources[i % 16], from, until);
            for (var quarter = from; quarter < until; quarter++)
                Run("INSERT INTO Occupancy (ResourceId, Quarter, Unit, ReservationItemId) VALUES (@p0, @p1, 1, @p2)", resources[i % 16], quarter, id);
            Run("INSERT INTO History (At, Subject, SubjectId, Act) VALUES (@p0, 'Reservation', @p1, 'Confirmed')", slot.Start.UtcDateTime, id);
            transaction.Commit();

            void Run(string sql, params object[] values)
            {
                using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = sql;
                for (var v = 0; v < values.Length; v++) command.Parameters.AddWithValue($"@p{v}", values[v]);
                command.ExecuteNonQuery();
            }
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("INCUBATOR_DATA", folder);
        builder.UseSetting("Demo:Load", "false");
        builder.UseSetting("RateLimits:PostsPerMinute", "0");
        builder.UseSetting("RateLimits:SignInsPerMinute", "0");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.AddRazorPages().AddApplicationPart(typeof(StillPage).Assembly));
    }

    private TimeSlot NextSlot()
    {
        // Two hours apart: a few runs of the table fit within the seeded horizon of ten years; then delete the folder.
        var start = LabTime.StartOf(Free).AddHours(firstSlot + (Interlocked.Increment(ref lastSlot) * 2));
        return new TimeSlot(start, start.AddMinutes(90));
    }

    private HttpClient NewClient(int person)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };
        client.DefaultRequestHeaders.Add("Cookie", cookies[person]);
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        return client;
    }

    private async Task PeopleAsync(IServiceProvider services, IncubatorDb db)
    {
        if (await db.Users.AnyAsync()) return;
        var people = services.GetRequiredService<UserManager<Person>>();
        for (var i = 0; i < People; i++)
        {
            var email = $"user{i}@load.test";
            var person = new Person { UserName = email, Email = email, FullName = $"User {i}", Language = "en" };
            if (await people.CreateAsync(person, Password) is { Succeeded: false } failed) throw new InvalidOperationException(failed.ToString());
            db.Add(CompanyMember.Create(companies[i], person.Id, MemberRole.Manager));
            await db.SaveChangesAsync();
        }
    }

    // Every booking asks the gate; here it lets all pass, without end, since the free days lie years ahead.
    private static async Task OnboardAsync(IncubatorDb db)
    {
        if (await db.StepRecords.AnyAsync()) return;
        var now = TimeProvider.System.GetUtcNow();
        var steps = await db.OnboardingSteps.AsNoTracking().ToListAsync();
        var members = await db.CompanyMembers.AsNoTracking().ToListAsync();
        var companies = await db.Companies.Select(c => c.Id).ToListAsync();
        var wanted = steps.Where(s => !s.PerPerson).SelectMany(step => companies.Select(c => (Step: step, Company: c, Person: (long?)null)))
            .Concat(steps.Where(s => s.PerPerson).SelectMany(step => members.Select(m => (Step: step, Company: m.CompanyId, Person: (long?)m.PersonId))));
        foreach (var (step, company, person) in wanted)
        {
            var given = new EvidenceGiven { Number = "LOAD-1", DocumentVersion = "1" };
            var record = StepRecord.Submit(step, company, person, given, step.HasText ? 1 : null, now, person);
            record.Accept(null, now, null);
            db.Add(record);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private async Task<string> SignInAsync(int person)
    {
        // By hand: in production the cookies are for HTTPS only, which stands before the program and not in this measurement.
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
        using var form = await client.GetAsync("/sign-in");
        var asked = CookiesOf(form);
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = $"user{person}@load.test",
            ["Input.Password"] = Password,
            ["__RequestVerificationToken"] = Token(await form.Content.ReadAsStringAsync()),
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = fields };
        request.Headers.Add("Cookie", asked);
        using var response = await client.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"Signing in answered {response.StatusCode}.");
        return $"{asked}; {CookiesOf(response)}";
    }

    private async Task<Form> FormAsync(int person)
    {
        var client = NewClient(person);
        return new Form(client, Token(await client.GetStringAsync("/booking/reserve")));
    }

    internal static string CookiesOf(HttpResponseMessage response) =>
        string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    internal static string Token(string html) => TokenField().Match(html) is { Success: true } match
        ? WebUtility.HtmlDecode(match.Groups[1].Value)
        : throw new InvalidOperationException("The page has no form.");

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private sealed record Form(HttpClient Client, string Token)
    {
        public FormUrlEncodedContent For(long resource, long company, TimeSlot slot)
        {
            DateTimeOffset start = LabTime.ToLocal(slot.Start), end = LabTime.ToLocal(slot.End);
            return new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Input.ResourceIds[0]"] = $"{resource}",
                ["Input.CompanyId"] = $"{company}",
                ["Input.Date"] = $"{start:yyyy-MM-dd}",
                ["Input.Start"] = $"{start:HH:mm}",
                ["Input.EndDate"] = $"{end:yyyy-MM-dd}",
                ["Input.End"] = $"{end:HH:mm}",
                ["Input.Purpose"] = "Benchmark",
                ["Input.SubmissionKey"] = $"{Guid.NewGuid()}",
                ["__RequestVerificationToken"] = Token,
            });
        }
    }
}
