using System.Text;
using Incubator.Core.Camps;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Participants;

public class ForgetParticipantsTests : IDisposable
{
    private static readonly DateOnly EndsOn = new(2026, 12, 9);
    private readonly RegistrationLab camp = new();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => camp.Dispose();

    [Fact]
    public void Retention_ByWhatAndWhom_IsAsTheNoticeSays()
    {
        Assert.Equal(new DateOnly(2027, 1, 8), ParticipantRetention.NeedsUntil(EndsOn));
        Assert.Equal(new DateOnly(2028, 12, 9), ParticipantRetention.PersonUntil(EndsOn, ParticipantState.Admitted));
        Assert.All([ParticipantState.Waiting, ParticipantState.Offered, ParticipantState.OfferLapsed, ParticipantState.Cancelled],
            s => Assert.Equal(new DateOnly(2027, 3, 9), ParticipantRetention.PersonUntil(EndsOn, s)));
    }

    [Fact]
    public async Task Run_DayByDay_ForgetsNeedsThenTheAbsentThenAll()
    {
        var wish = camp.Wish("anna@example.com");
        await camp.TryAsync(wish with { Details = wish.Details with { Needs = "No nuts", NeedsConsent = true } });
        var secret = await camp.RegisterAsync("bela@example.com");
        await camp.OnDeskAsync(d => d.CancelAsync(secret, cancel));
        camp.Lab.GoTo(new DateTimeOffset(2027, 1, 7, 12, 0, 0, TimeSpan.Zero));
        Assert.Empty(await RunAsync());
        camp.Lab.GoTo(new DateTimeOffset(2027, 1, 8, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, (await RunAsync())["NeedsDeleted"]);
        Assert.Empty(await RunAsync());
        Assert.Null((await camp.SeeAsync("anna@example.com")).Needs);
        camp.Lab.GoTo(new DateTimeOffset(2027, 3, 9, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, (await RunAsync())["Forgotten"]);
        Assert.Equal("anna@example.com", Assert.Single(await camp.AllAsync(), p => p.ForgottenAt is null).Email);
        camp.Lab.GoTo(new DateTimeOffset(2028, 12, 9, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, (await RunAsync())["Forgotten"]);
        Assert.All(await camp.AllAsync(), p => Assert.Equal(("–", ""), (p.Name, p.Email)));
        await using var db = camp.Lab.Open();
        Assert.False(await db.ParticipantLinks.AnyAsync(cancel) || await db.Notices.AnyAsync(cancel));
    }

    [Fact]
    public async Task Export_OfParticipants_GuardsCellsAndHoldsNeedsOnlyWhenAsked()
    {
        var wish = camp.Wish("anna@example.com");
        await camp.TryAsync(wish with { Details = wish.Details with { Name = "=1+1", Needs = "No nuts", NeedsConsent = true } });
        var anna = await camp.SeeAsync("anna@example.com");
        var question = CampQuestion.Create(camp.Id, 1, new QuestionOfCamp { Kind = CampQuestionKind.Choice, TextHu = "Méret?", TextEn = "Size?", ChoicesHu = "kicsi\nnagy", ChoicesEn = "small\nlarge" });
        var line = new ParticipantLine(anna, ["design"], "Team 1", new Dictionary<long, string> { [question.Id] = "2" });
        var text = Encoding.UTF8.GetString(ParticipantExport.Write([line], [question], withNeeds: false));
        Assert.Contains("'=1+1", text, StringComparison.Ordinal);
        Assert.Contains("large", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nuts", text, StringComparison.Ordinal);
        Assert.Contains("No nuts", Encoding.UTF8.GetString(ParticipantExport.Write([line], [question], withNeeds: true)), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyDictionary<string, int>> RunAsync()
    {
        await using var db = camp.Lab.Open();
        return (await new ForgetParticipants(db, camp.Lab.Clock).RunAsync(cancel)).Did;
    }
}
