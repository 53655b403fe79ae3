using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps.Crew;

public sealed class CrewRulesTests
{
    [Fact]
    public void Warnings_JurorWhoGuides_NamesThemAndTheTeam()
    {
        // Person 7 is mentor (1) and juror (2); the mentor guides team 10.
        CrewPlace[] crew = [new(1, 7, CrewRole.Mentor, null, false, true), new(2, 7, CrewRole.Juror, null, false, true)];
        Assert.Equal([new CrewWarning("JurorGuidesTeam", 2, 10)], CrewRules.Warnings(crew, [new GuidedTeam(10, null, [1]), new GuidedTeam(11, null, [])]));
    }

    [Fact]
    public void Warnings_JurorOfTheCompanyOrItsOwner_AreNamed()
    {
        CrewPlace[] crew = [new(1, 7, CrewRole.Juror, 5, true, true), new(2, 8, CrewRole.Juror, null, false, true), new(3, 8, CrewRole.ChallengeOwner, null, false, true)];
        Assert.Equal(
            [new CrewWarning("JurorOfTheCompany", 1, 10), new CrewWarning("JurorOwnsChallenge", 2, null)],
            CrewRules.Warnings(crew, [new GuidedTeam(10, 5, []), new GuidedTeam(11, 6, [])]));
    }

    [Fact]
    public void Warnings_NoChairAndGuidesWithoutAnswer_AreNamed()
    {
        CrewPlace[] crew = [new(1, 7, CrewRole.Juror, null, false, true), new(2, 8, CrewRole.Juror, null, false, true), new(3, 9, CrewRole.Facilitator, null, false, false)];
        Assert.Equal([new CrewWarning("JuryWithoutChair", null, null), new CrewWarning("GuideUnconfirmed", 3, 10)], CrewRules.Warnings(crew, [new GuidedTeam(10, null, [3])]));
        Assert.Empty(CrewRules.Warnings([crew[0] with { IsChair = true }, crew[1]], []));
    }

    [Fact]
    public void Times_OnTheWallClock_AreUtcInOrder()
    {
        var day = new DateOnly(2026, 12, 7);
        var times = CrewRules.Times([new CrewHours(day.AddDays(1), 0, 24 * 60), new CrewHours(day, 9 * 60, 12 * 60)], day, day.AddDays(2)).Value;
        Assert.Equal([(Lab.At(37, 9), Lab.At(37, 12)), (Lab.At(38, 0), Lab.At(39, 0))], times.Select(t => (t.Start, t.End)));
    }

    [Theory]
    [InlineData(0, 600, 600, "CrewHoursInvalid")]
    [InlineData(0, 600, 1441, "CrewHoursInvalid")]
    [InlineData(-1, 600, 660, "CrewDayOutside")]
    [InlineData(3, 600, 660, "CrewDayOutside")]
    [InlineData(0, 500, 660, "CrewHoursOverlap")]
    [InlineData(0, 660, 720, null)] // Half-open: it may begin where another ends.
    public void Times_OutsideOrOverlapping_AreRefused(int day, int from, int until, string? code)
    {
        var first = new DateOnly(2026, 12, 7);
        var result = CrewRules.Times([new CrewHours(first, 600, 660), new CrewHours(first.AddDays(day), from, until)], first, first.AddDays(2));
        Assert.Equal(code, result.Refusals.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Times_ThatTheClocksSkip_AreRefused()
    {
        var day = new DateOnly(2027, 3, 28);
        Assert.True(CrewRules.Times([new CrewHours(day, 2 * 60 + 15, 4 * 60)], day, day).Was("LocalTimeSkipped"));
    }

    [Theory]
    [InlineData(29, null, false)] // 29 November: eight days before.
    [InlineData(30, null, true)]
    [InlineData(36, null, true)]
    [InlineData(37, null, false)] // The camp's first day.
    [InlineData(33, 32, false)] // Asked yesterday.
    [InlineData(34, 32, true)]
    public void IsReminded_SevenDaysBefore_NotSoonAfterTheAsking(int day, int? askedOn, bool reminded) =>
        Assert.Equal(reminded, CrewRules.IsReminded(new DateOnly(2026, 12, 7), askedOn is { } asked ? Lab.At(asked, 10) : null, Lab.At(day, 10)));
}
