using Incubator.Core.Camps;

namespace Incubator.Tests.Camps.Challenges;

public sealed class ChallengeRulesTests
{
    // Every level, state and reader there can be: the rule said once more in other words.
    [Fact]
    public void MayRead_EveryLevelStateAndReader_IsAsPromised()
    {
        var asked = 0;
        foreach (var level in Enum.GetValues<Confidentiality>())
        {
            foreach (var state in Enum.GetValues<ChallengeState>())
            {
                for (var bits = 0; bits < 32; bits++)
                {
                    var (staff, owner, camp, named, agreed) = ((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0, (bits & 16) > 0);
                    var visitor = new ChallengeVisitor { IsStaff = staff, IsOwner = owner, IsOfCamp = camp, IsNamed = named, HasAgreed = agreed };
                    bool expected;
                    if (staff || owner) expected = true;
                    else if (state != ChallengeState.Accepted) expected = false;
                    else if (level == Confidentiality.Open) expected = true;
                    else if (named && agreed) expected = true;
                    else expected = level == Confidentiality.Camp && camp;
                    Assert.Equal(expected, ChallengeRules.MayRead(level, state, visitor));
                    Assert.Equal(!expected && named && state == ChallengeState.Accepted, ChallengeRules.MustAgreeFirst(level, state, visitor));
                    Assert.Equal(staff || owner || state == ChallengeState.Accepted, ChallengeRules.MaySee(state, visitor));
                    asked++;
                }
            }
        }

        Assert.Equal(3 * 5 * 32, asked);
    }

    [Theory]
    [InlineData(ChallengeState.Draft, true, true, false)]
    [InlineData(ChallengeState.Submitted, true, true, false)]
    [InlineData(ChallengeState.Accepted, true, true, true)]
    [InlineData(ChallengeState.Rejected, false, false, false)]
    [InlineData(ChallengeState.Withdrawn, false, false, false)]
    public void MayEdit_ByState_IsForThese(ChallengeState state, bool staff, bool owner, bool facilitator)
    {
        Assert.Equal(staff, ChallengeRules.MayEdit(state, true, false, false, campIsOver: false));
        Assert.Equal(owner, ChallengeRules.MayEdit(state, false, true, false, campIsOver: false));
        Assert.Equal(facilitator, ChallengeRules.MayEdit(state, false, false, true, campIsOver: false));
        Assert.False(ChallengeRules.MayEdit(state, false, false, false, campIsOver: false));
        Assert.False(ChallengeRules.MayEdit(state, true, true, true, campIsOver: true));
    }

    [Theory]
    [InlineData(null, null, null, "SpecificationEmpty")]
    [InlineData(5.0, null, null, null)]
    [InlineData(null, 4.0, null, null)]
    [InlineData(null, null, 6.0, null)]
    [InlineData(5.0, 4.0, 6.0, null)]
    [InlineData(null, 6.0, 6.0, "LimitsCrossed")]
    [InlineData(5.0, 6.0, 4.0, "LimitsCrossed")]
    [InlineData(4.0, 4.0, 6.0, "TargetOutsideLimits")]
    [InlineData(6.0, 4.0, 6.0, "TargetOutsideLimits")]
    [InlineData(3.0, 4.0, null, "TargetOutsideLimits")]
    [InlineData(0.0000001, null, null, "SpecificationNumberInvalid")]
    public void Specification_TargetAndLimits_StandInOrder(double? target, double? lower, double? upper, string? refused)
    {
        var row = new SpecificationDetails { Name = "Moisture", Unit = "%", Target = (decimal?)target, Lower = (decimal?)lower, Upper = (decimal?)upper };
        Assert.Equal(refused, row.Problems(2).SingleOrDefault()?.Code);
        Assert.All(row.Problems(2), p => Assert.StartsWith("Rows[2].", p.Field, StringComparison.Ordinal));
    }

    [Fact]
    public void Problems_ADraft_NeedsATitleInOneLanguageOnly()
    {
        Assert.Empty((ChallengeStory.Details() with { TitleEn = null, SummaryHu = null, Problem = "" }).Problems());
        Assert.Equal("TitleHu", Assert.Single((ChallengeStory.Details() with { TitleEn = " ", TitleHu = null }).Problems()).Field);
        Assert.Equal("TextTooLong", Assert.Single((ChallengeStory.Details() with { Problem = new string('x', Challenge.TextMaxLength + 1) }).Problems()).Code);
        Assert.Equal("ChallengeResourcesTooMany", Assert.Single((ChallengeStory.Details() with { ResourceIds = [.. Enumerable.Range(1, 13).Select(i => (long)i)] }).Problems()).Code);
    }
}
