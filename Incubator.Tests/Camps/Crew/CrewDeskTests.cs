using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Camps.Participants;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Crew;

public class CrewDeskTests : IDisposable
{
    private readonly RegistrationLab camp = new();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public CrewDeskTests() => camp.Lab.GiveAddresses();

    public void Dispose() => camp.Dispose();

    private AskCrew Wish => new() { Camp = camp.Camp, PersonId = camp.Lab.Anna.PersonId!.Value, Role = CrewRole.Juror };

    [Fact]
    public async Task Ask_ConfirmAndDecline_AreTheirsAndTold()
    {
        Assert.True((await OnDeskAsync(d => d.AskAsync(Wish, camp.Lab.Anna, cancel))).Was("NotFound"));
        Assert.True((await OnDeskAsync(d => d.AskAsync(Wish with { PersonId = 9999 }, camp.Lab.Staff, cancel))).Was("NotKnown"));
        Assert.True((await OnDeskAsync(d => d.AskAsync(Wish with { Company = Guid.NewGuid() }, camp.Lab.Staff, cancel))).Was("NotKnown"));
        Assert.True((await OnDeskAsync(d => d.AskAsync(Wish, camp.Lab.Staff, cancel))).Succeeded);
        Assert.True((await OnDeskAsync(d => d.AskAsync(Wish, camp.Lab.Staff, cancel))).Was("CrewAskedAlready"));
        Assert.True((await OnDeskAsync(d => d.AskAsync(Wish with { Role = CrewRole.Mentor }, camp.Lab.Staff, cancel))).Succeeded);
        Assert.Equal(2, (await camp.Lab.NoticesAsync("CrewAsked")).Count);
        // Only who was asked, and for the camp's days; both roles at once.
        var day = new DateOnly(2026, 12, 7);
        Assert.True((await OnDeskAsync(d => d.ConfirmAsync(camp.Camp, [], camp.Lab.Bela, cancel))).Was("NotFound"));
        Assert.True((await OnDeskAsync(d => d.ConfirmAsync(camp.Camp, [new CrewHours(day.AddDays(-1), 600, 660)], camp.Lab.Anna, cancel))).Was("CrewDayOutside"));
        Assert.True((await OnDeskAsync(d => d.ConfirmAsync(camp.Camp, [new CrewHours(day, 600, 660), new CrewHours(day.AddDays(2), 600, 660)], camp.Lab.Anna, cancel))).Succeeded);
        Assert.True((await OnDeskAsync(d => d.ConfirmAsync(camp.Camp, [new CrewHours(day, 540, 720)], camp.Lab.Anna, cancel))).Succeeded);
        await using var db = camp.Lab.Open();
        Assert.Equal([(Lab.At(37, 9), Lab.At(37, 12)), (Lab.At(37, 9), Lab.At(37, 12))], (await db.CrewTimes.ToListAsync(cancel)).Select(t => (t.Start, t.End)));
        Assert.All(await db.CrewMembers.AsNoTracking().ToListAsync(cancel), m => Assert.NotNull(m.ConfirmedAt));
        Assert.True((await OnDeskAsync(d => d.DeclineAsync(camp.Camp, camp.Lab.Anna, cancel))).Succeeded);
        Assert.All(await db.CrewMembers.AsNoTracking().ToListAsync(cancel), m => Assert.True(m.ConfirmedAt is null && m.DeclinedAt is not null));
    }

    [Fact]
    public async Task Edit_ChairAndRemoval_KeepOneChairAndWhatIsNamed()
    {
        var first = (await OnDeskAsync(d => d.AskAsync(Wish, camp.Lab.Staff, cancel))).Value;
        var second = (await OnDeskAsync(d => d.AskAsync(Wish with { PersonId = camp.Lab.Bela.PersonId!.Value }, camp.Lab.Staff, cancel))).Value;
        var mentor = (await OnDeskAsync(d => d.AskAsync(Wish with { Role = CrewRole.Mentor }, camp.Lab.Staff, cancel))).Value;
        Assert.True((await OnDeskAsync(d => d.EditAsync(new EditCrew { Member = mentor, IsChair = true }, camp.Lab.Staff, cancel))).Was("ChairIsAJuror"));
        Assert.True((await OnDeskAsync(d => d.EditAsync(new EditCrew { Member = first, IsChair = true }, camp.Lab.Staff, cancel))).Succeeded);
        Assert.True((await OnDeskAsync(d => d.EditAsync(new EditCrew { Member = second, IsChair = true, Organisation = "University" }, camp.Lab.Staff, cancel))).Succeeded);
        await using var db = camp.Lab.Open();
        Assert.Equal(second, (await db.CrewMembers.AsNoTracking().SingleAsync(m => m.IsChair, cancel)).Reference);
        var id = await db.CrewMembers.Where(m => m.Reference == mentor).Select(m => m.Id).SingleAsync(cancel);
        var team = Team.Create(camp.Id, 1, "Team 1");
        camp.Lab.Add(team);
        camp.Lab.Add(TeamCrew.Create(team.Id, id), CrewTime.Create(id, Lab.At(37, 9), Lab.At(37, 12)));
        var session = CampSession.Create(camp.Id, SessionKind.Mentoring, "Mentorálás", "Mentoring", 30);
        camp.Lab.Add(session);
        camp.Lab.Add(new SessionCrew { SessionId = session.Id, CrewMemberId = id });
        Assert.True((await OnDeskAsync(d => d.RemoveAsync(mentor, camp.Lab.Staff, cancel))).Was("CrewInSessions"));
        await db.Set<SessionCrew>().ExecuteDeleteAsync(cancel);
        Assert.True((await OnDeskAsync(d => d.RemoveAsync(mentor, camp.Lab.Staff, cancel))).Succeeded);
        Assert.Equal(2, await db.CrewMembers.CountAsync(cancel));
        Assert.True((await OnDeskAsync(d => d.RemoveAsync(mentor, camp.Lab.Staff, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Remind_WithoutAnAnswer_OnceSevenDaysBefore()
    {
        await OnDeskAsync(d => d.AskAsync(Wish, camp.Lab.Staff, cancel));
        await OnDeskAsync(d => d.AskAsync(Wish with { PersonId = camp.Lab.Bela.PersonId!.Value }, camp.Lab.Staff, cancel));
        await OnDeskAsync(d => d.ConfirmAsync(camp.Camp, [], camp.Lab.Bela, cancel));
        camp.Lab.GoTo(Lab.At(29, 10));
        Assert.Empty(await RemindAsync());
        camp.Lab.GoTo(Lab.At(30, 10));
        Assert.Equal(1, (await RemindAsync())["Told"]);
        Assert.Empty(await RemindAsync());
        Assert.Equal("anna@example.com", Assert.Single(await camp.Lab.NoticesAsync("CrewReminder")).Recipient);
    }

    private async Task<IReadOnlyDictionary<string, int>> RemindAsync()
    {
        await using var db = camp.Lab.Open();
        return (await new RemindCrew(db, camp.Lab.Clock).RunAsync(cancel)).Did;
    }

    private async Task<Result<T>> OnDeskAsync<T>(Func<CrewDesk, Task<Result<T>>> act)
    {
        await using var db = camp.Lab.Open();
        return await act(new CrewDesk(db, camp.Lab.Clock));
    }
}
