using Incubator.Core.Camps;

namespace Incubator.Tests.Camps.FollowUp;

public sealed class FollowUpRulesTests
{
    private static readonly DateOnly Ends = new(2026, 10, 2);

    [Fact]
    public void Checks_OfACamp_AreDueAfter30And100And180Days() =>
        Assert.Equal([new(2026, 11, 1), new(2027, 1, 10), new DateOnly(2027, 3, 31)], CampCheck.After(1, Ends).Select(c => c.DueOn));

    [Theory]
    [InlineData("2026-11-01T06:59Z", null)]
    [InlineData("2026-11-01T07:00Z", CampCheckReminders.Due)]
    [InlineData("2026-11-15T06:59Z", CampCheckReminders.Due)]
    [InlineData("2026-11-15T07:00Z", CampCheckReminders.Overdue)]
    public void KindAt_AroundItsDay_AsksAndThenChases(string now, string? kind)
    {
        var check = CampCheck.After(1, Ends).First();
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(kind, CampCheckReminders.KindAt(check, at));
        check.Answer(CheckState.Slow, "The supplier is late", at, null);
        Assert.Null(CampCheckReminders.KindAt(check, at));
    }

    [Fact]
    public void IsOverdue_TheDayAfter_UnlessAnswered()
    {
        var check = CampCheck.After(1, Ends).First();
        Assert.False(check.IsOverdue(check.DueOn));
        Assert.True(check.IsOverdue(check.DueOn.AddDays(1)));
        check.Answer(CheckState.GoesWell, "Sold out", DateTimeOffset.UnixEpoch, null);
        Assert.False(check.IsOverdue(check.DueOn.AddDays(1)));
    }

    [Fact]
    public void Outcome_LaunchedOrSpinOff_NeedsAName()
    {
        foreach (var kind in Enum.GetValues<OutcomeKind>())
        {
            var problems = new OutcomeDetails { Kind = kind, On = Ends }.Problems().Select(p => (p.Code, p.Field));
            Assert.Equal(kind is OutcomeKind.Launched or OutcomeKind.SpinOff ? [("Missing", "ProductName")] : [], problems);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Tell_OfOneOrTwoCompanies_IsWithheld(int companies, bool isTold) => Assert.Equal(isTold, Disclosure.Tell(new Figure(5, companies)) is not null);

    [Fact]
    public void Tell_OfNoCompany_IsTold() => Assert.NotNull(Disclosure.Tell(new Figure(1)));

    [Fact]
    public void TellParts_OneWithheld_TakesTheSmallestOtherWithIt()
    {
        var told = Disclosure.TellParts([new(4, 4), new(1, 1), new(3, 3), new(0, 0)]);
        Assert.Equal([4m, null, null, 0m], told.Select(f => f?.Value));
    }

    [Fact]
    public void TellParts_TwoWithheldOrNone_TakesNoOther()
    {
        Assert.Equal([4m, null, null], Disclosure.TellParts([new(4, 4), new(1, 1), new(2, 2)]).Select(f => f?.Value));
        Assert.Equal([4m, 3m, 0m], Disclosure.TellParts([new(4, 4), new(3, 3), new(0, 0)]).Select(f => f?.Value));
    }

    [Fact]
    public void TellParts_OnlyOnePartAtAll_StaysWithheld() => Assert.Equal([null, 0m], Disclosure.TellParts([new(1, 1), new(0, 0)]).Select(f => f?.Value));
}
