using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Participants;

public class TeamDeskTests : IDisposable
{
    private readonly RegistrationLab camp = new();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => camp.Dispose();

    [Fact]
    public async Task Teams_MadeBalancedMovedAndAnnounced_KeepWhatWasPutByHand()
    {
        Assert.True((await OnDeskAsync(d => d.BalanceAsync(camp.Camp, camp.Lab.Staff, cancel))).Was("TeamsMissing"));
        Assert.True((await OnDeskAsync(d => d.MakeAsync(camp.Camp, 0, "Team {0}", camp.Lab.Staff, cancel))).Was("OutOfRange"));
        Assert.True((await OnDeskAsync(d => d.MakeAsync(camp.Camp, 3, "Team {0}", camp.Lab.Anna, cancel))).Was("NotFound"));
        var secrets = await camp.FillAsync(13);
        Assert.Equal(3, (await OnDeskAsync(d => d.MakeAsync(camp.Camp, 3, "Team {0}", camp.Lab.Staff, cancel))).Value);
        Assert.Equal(3, (await OnDeskAsync(d => d.MakeAsync(camp.Camp, 2, "Team {0}", camp.Lab.Staff, cancel))).Value);
        var teams = await TeamsAsync();
        Assert.Equal(["Team 1", "Team 2", "Team 3"], teams.Select(t => t.Name));
        var first = await camp.SeeAsync("p1@example.com");
        Assert.True((await OnDeskAsync(d => d.MoveAsync(first.Reference, teams[2].Reference, camp.Lab.Staff, cancel))).Succeeded);
        Assert.True((await OnDeskAsync(d => d.MoveAsync(first.Reference, Guid.NewGuid(), camp.Lab.Staff, cancel))).Was("NotFound"));
        var waiting = await camp.SeeAsync("p13@example.com");
        Assert.True((await OnDeskAsync(d => d.MoveAsync(waiting.Reference, teams[0].Reference, camp.Lab.Staff, cancel))).Was("NoPlaceNoTeam"));
        var division = (await OnDeskAsync(d => d.BalanceAsync(camp.Camp, camp.Lab.Staff, cancel))).Value;
        Assert.Equal([4, 4, 4], division.Teams.Select(t => t.Count));
        Assert.Equal((teams[2].Id, true), await MembershipAsync(first.Id));
        // Everybody is told once; who is moved later hears of the new team when it is announced again.
        Assert.Equal(12, (await OnDeskAsync(d => d.AnnounceAsync(camp.Camp, camp.Lab.Staff, cancel))).Value);
        Assert.Equal(0, (await OnDeskAsync(d => d.AnnounceAsync(camp.Camp, camp.Lab.Staff, cancel))).Value);
        await OnDeskAsync(d => d.MoveAsync(first.Reference, teams[0].Reference, camp.Lab.Staff, cancel));
        Assert.Equal(1, (await OnDeskAsync(d => d.AnnounceAsync(camp.Camp, camp.Lab.Staff, cancel))).Value);
        Assert.Equal("Team 1", NoticeFacts.Of((await camp.Lab.NoticesAsync("CampTeam"))[^1]).Texts["team"]);
        Assert.True((await OnDeskAsync(d => d.ReleaseAsync(first.Reference, camp.Lab.Staff, cancel))).Succeeded);
        Assert.Equal((teams[0].Id, false), await MembershipAsync(first.Id));
        Assert.True((await OnDeskAsync(d => d.MoveAsync(first.Reference, null, camp.Lab.Staff, cancel))).Succeeded);
        Assert.True((await OnDeskAsync(d => d.ReleaseAsync(first.Reference, camp.Lab.Staff, cancel))).Was("NotFound"));
        // Whoever cancels leaves the team.
        Assert.True((await camp.OnDeskAsync(d => d.CancelAsync(secrets[1], cancel))).Succeeded);
        await using var db = camp.Lab.Open();
        Assert.Equal(10, await db.TeamMembers.CountAsync(cancel));
        Assert.Equal(["MemberJoined", "MemberLeft", "MemberJoined", "MemberLeft", "MemberLeft"], await db.History.Where(h => h.Subject == "Team").OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Save_NameChallengeAndGuides_OnlyThoseOfTheCamp()
    {
        await OnDeskAsync(d => d.MakeAsync(camp.Camp, 2, "Team {0}", camp.Lab.Staff, cancel));
        var team = (await TeamsAsync())[0];
        var mentor = CrewMember.Create(camp.Id, camp.Lab.Anna.PersonId!.Value, CrewRole.Mentor);
        var juror = CrewMember.Create(camp.Id, camp.Lab.Bela.PersonId!.Value, CrewRole.Juror);
        camp.Lab.Add(mentor, juror);
        var save = new SaveTeam { Team = team.Reference, Name = " The dryers ", Crew = [mentor.Reference], SeenVersion = team.Version };
        Assert.True((await OnDeskAsync(d => d.SaveAsync(save with { Crew = [juror.Reference] }, camp.Lab.Staff, cancel))).Was("NotKnown"));
        Assert.True((await OnDeskAsync(d => d.SaveAsync(save with { Challenge = Guid.NewGuid() }, camp.Lab.Staff, cancel))).Was("NotKnown"));
        Assert.True((await OnDeskAsync(d => d.SaveAsync(save with { Name = " " }, camp.Lab.Staff, cancel))).Was("Missing"));
        Assert.True((await OnDeskAsync(d => d.SaveAsync(save with { SeenVersion = Guid.NewGuid() }, camp.Lab.Staff, cancel))).Was("ChangedMeanwhile"));
        Assert.True((await OnDeskAsync(d => d.SaveAsync(save, camp.Lab.Staff, cancel))).Succeeded);
        Assert.Equal("The dryers", (await TeamsAsync())[0].Name);
        Assert.True((await OnDeskAsync(d => d.SaveAsync(save with { Crew = [], SeenVersion = null }, camp.Lab.Staff, cancel))).Succeeded);
        var person = await camp.RegisterAsync("p1@example.com");
        var one = (await camp.SeeAsync("p1@example.com")).Reference;
        await OnDeskAsync(d => d.MoveAsync(one, team.Reference, camp.Lab.Staff, cancel));
        Assert.True((await OnDeskAsync(d => d.RemoveAsync(team.Reference, camp.Lab.Staff, cancel))).Was("TeamNotEmpty"));
        await camp.OnDeskAsync(d => d.CancelAsync(person, cancel));
        Assert.True((await OnDeskAsync(d => d.RemoveAsync(team.Reference, camp.Lab.Staff, cancel))).Succeeded);
        Assert.Single(await TeamsAsync());
    }

    private async Task<Result<T>> OnDeskAsync<T>(Func<TeamDesk, Task<Result<T>>> act)
    {
        await using var db = camp.Lab.Open();
        return await act(new TeamDesk(db, camp.Lab.Clock));
    }

    private async Task<List<Team>> TeamsAsync()
    {
        await using var db = camp.Lab.Open();
        return await db.Teams.AsNoTracking().OrderBy(t => t.Position).ToListAsync(cancel);
    }

    private async Task<(long Team, bool IsFixed)> MembershipAsync(long participant)
    {
        await using var db = camp.Lab.Open();
        var member = await db.TeamMembers.SingleAsync(m => m.ParticipantId == participant, cancel);
        return (member.TeamId, member.IsFixed);
    }
}
