using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Challenges;

/// <summary>An open camp, a member company with its manager Anna, and her challenge with one characteristic, a draft unless moved on.</summary>
public sealed class ChallengeStory(IncubatorApp app, CampStory camp)
{
    public const string Secret = "We cut the milk with A trade secret";

    public CampStory Camp { get; } = camp;
    public Company Company { get; private set; } = null!;
    public Person Anna { get; private set; } = null!;
    public Actor Owner { get; private set; } = null!;

    /// <summary>Its reference.</summary>
    public Guid Challenge { get; private set; }

    public static ChallengeDetails Details() => new()
    {
        TitleHu = "Egyenletes sajtpor",
        TitleEn = "Even cheese powder",
        SummaryHu = "Csomósodik.",
        SummaryEn = "It forms lumps.",
        Problem = Secret,
        Product = "Cheese powder",
        Success = "No lumps",
        Confidentiality = Confidentiality.Named,
        Specifications = [new SpecificationDetails { Name = "Moisture", Unit = "%", Lower = 3, Target = 4, Upper = 5 }],
    };

    public static async Task<ChallengeStory> BeginAsync(IncubatorApp app, Company? company = null, Func<ChallengeDetails, ChallengeDetails>? change = null)
    {
        var story = new ChallengeStory(app, await CampStory.BeginAsync(app)) { Company = company ?? await app.Given.CompanyAsync("Hajdú Sajt Kft.") };
        await app.Given.RowsAsync(Membership.Create(story.Company.Id, MembershipKind.Member, new DateOnly(2026, 1, 1)));
        story.Anna = await app.Given.MemberAsync(story.Company, MemberRole.Manager);
        story.Owner = new Actor(story.Anna.Id, false, [story.Company.Id]);
        story.Challenge = (await story.WriteAsync(change?.Invoke(Details()) ?? Details(), story.Owner)).Value;
        return story;
    }

    public Task<Result<Guid>> WriteAsync(ChallengeDetails details, Actor actor) => app.AskAsync((ChallengeDesk desk) => desk.WriteAsync(
        new WriteChallenge { Camp = Camp.Camp, Company = Company.Reference, Details = details }, actor));

    public async Task<Result<Guid>> EditAsync(Func<ChallengeDetails, ChallengeDetails> change, Actor actor)
    {
        var there = await ChallengeAsync();
        var details = Details() with
        {
            Specifications = [.. there.Specifications.OrderBy(s => s.Position).Select(s => new SpecificationDetails { Reference = s.Reference, Name = s.Name, Unit = s.Unit, Lower = s.Lower, Target = s.Target, Upper = s.Upper })],
        };
        return await app.AskAsync((ChallengeDesk desk) => desk.WriteAsync(new WriteChallenge { Reference = Challenge, Details = change(details), SeenVersion = there.Version }, actor));
    }

    public async Task AcceptedAsync()
    {
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.SubmitAsync(Challenge, Owner))).Succeeded);
        Assert.True((await DecideAsync(true)).Succeeded);
    }

    public async Task<Result<Done>> DecideAsync(bool accepted, string? reason = null, Actor? actor = null)
    {
        var version = (await ChallengeAsync()).Version;
        return await app.AskAsync((ChallengeDecisions desk) => desk.DecideAsync(
            new DecideChallenge { Reference = Challenge, Accepted = accepted, Reason = reason, SeenVersion = version }, actor ?? Camp.Staff));
    }

    public Task<Result<OpenedChallenge>> OpenAsync(Actor actor, string? link = null) => app.AskAsync((ChallengeReading door) => door.OpenAsync(Challenge, actor, link));

    /// <summary>Somebody of the camp's crew.</summary>
    public async Task<(Actor Actor, CrewMember Member, Person Person)> CrewAsync(CrewRole role, string name = "Vezető Vera")
    {
        var person = await app.Given.PersonAsync(name);
        var member = CrewMember.Create((await Camp.CampAsync()).Id, person.Id, role);
        await app.Given.RowsAsync(member);
        return (new Actor(person.Id, false, []), member, person);
    }

    public async Task<Challenge> ChallengeAsync()
    {
        await using var db = app.OpenDb();
        return await db.Challenges.AsNoTracking().Include(c => c.Specifications).Include(c => c.Resources).AsSplitQuery().SingleAsync(c => c.Reference == Challenge);
    }
}
