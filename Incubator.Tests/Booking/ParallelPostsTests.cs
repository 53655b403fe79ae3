using System.Globalization;
using System.Net;
using Incubator.Core.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public class ParallelPostsTests
{
    private const int Rounds = 100, Rivals = 32;

    [Fact]
    public async Task Reserve_32ParallelPosts_ExactlyOneIsBooked()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var app = IncubatorApp.StartOnPort();
        await app.Given.OpeningTimesAsync();
        var resource = await app.Given.ResourceAsync();
        var client = await app.SignInAsAsync(await app.Given.MemberAsync(await app.Given.CompanyAsync()), "en");

        for (var round = 0; round < Rounds; round++)
        {
            // Ten hours of ten weekdays: every round a slot of its own.
            var day = new DateOnly(2026, 11, 10).AddDays((round / 10) + (round / 10 >= 4 ? 2 : 0) + (round / 10 >= 9 ? 2 : 0));
            var hour = 8 + (round % 10);
            var page = await client.GetPageAsync(string.Create(CultureInfo.InvariantCulture, $"/booking/reserve?resource={resource.Code}"));
            var forms = Enumerable.Range(0, Rivals).Select(_ => page.Form()
                .Set("Input.SubmissionKey", Guid.NewGuid().ToString())
                .Set("Input.Date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .Set("Input.Start", $"{hour:00}:00")
                .Set("Input.End", $"{hour + 1:00}:00")
                .Set("Input.Purpose", "Race")).ToList();
            var answers = await Task.WhenAll(forms.Select(f => f.SendAsync()));
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Equal(Rivals - 1, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
            foreach (var answer in answers) answer.Dispose();
        }

        await using var db = app.OpenDb();
        Assert.Equal(Rounds, await db.Reservations.CountAsync(cancel));
        Assert.Empty(await new InvariantCheck(db, app.Time).RunAsync(cancel));
        await Overlaps.AssertNoneAsync(db);
    }
}
