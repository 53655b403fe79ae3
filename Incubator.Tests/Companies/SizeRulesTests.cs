using Incubator.Core.Companies;

namespace Incubator.Tests.Companies;

public sealed class SizeRulesTests
{
    [Theory]
    [InlineData(9.99, 2, 2, SizeClass.Micro)]
    [InlineData(9.99, 3, 2, SizeClass.Micro)] // either limit suffices
    [InlineData(9.99, 2, 3, SizeClass.Micro)]
    [InlineData(9.99, 2.01, 2.01, SizeClass.Small)]
    [InlineData(10, 1, 1, SizeClass.Small)]
    [InlineData(49.9, 10, 99, SizeClass.Small)]
    [InlineData(50, 1, 1, SizeClass.Medium)]
    [InlineData(5, 11, 11, SizeClass.Medium)]
    [InlineData(249.9, 50, 99, SizeClass.Medium)]
    [InlineData(249.9, 99, 43, SizeClass.Medium)]
    [InlineData(249.9, 50.01, 43.01, SizeClass.Large)]
    [InlineData(250, 1, 1, SizeClass.Large)] // headcount must fit
    public void Classify_OneYearByItself_IsByTheLimits(double headcount, double turnover, double balance, SizeClass expected) =>
        Assert.Equal(expected, Class(Year(2025, headcount, turnover, balance)));

    [Theory]
    [InlineData(24.99, LinkWeight.Autonomous)]
    [InlineData(25, LinkWeight.Partner)]
    [InlineData(50, LinkWeight.Partner)]
    [InlineData(50.01, LinkWeight.Linked)]
    [InlineData(100, LinkWeight.Linked)]
    public void Weight_OfAShare_IsByItsQuarterAndHalf(double share, LinkWeight expected) =>
        Assert.Equal(expected, SizeRules.Weight((decimal)share, LinkedFirmKind.Enterprise));

    [Fact]
    public void Classify_LinkedWholeAndPartnerByShare_IsTheUserGuidesFourthExample()
    {
        // 100 % of A and 30 % of partner C.
        var working = SizeRules.Classify([Year(2025, 30, 6, 5,
            Firm("A", 60, 20, 5, 4), Firm("C", 30, 100, 20, 10))]);
        var year = Assert.Single(working.Years);
        Assert.Equal(new SizeFigures(30 + 20 + 30, 6_000_000 + 5_000_000 + 6_000_000, 5_000_000 + 4_000_000 + 3_000_000), year.Sum);
        Assert.Equal([(null, 100m), ("A", 100m), ("C", 30m)], year.Lines.Select(l => (l.Name, l.PercentTaken)));
        Assert.Equal(SizeClass.Medium, working.Class);
    }

    [Fact]
    public void Classify_UniversityUpToHalf_LeavesItAutonomous()
    {
        Assert.Equal(SizeClass.Micro, Class(Year(2025, 5, 1, 1, Firm("University", 50, 4000, 200, 200, LinkedFirmKind.ExemptInvestor))));
        Assert.Equal(SizeClass.Large, Class(Year(2025, 5, 1, 1, Firm("University", 51, 4000, 200, 200, LinkedFirmKind.ExemptInvestor))));
    }

    [Theory]
    [InlineData(24.9, true, SizeClass.Micro)]
    [InlineData(25, true, SizeClass.Large)]
    [InlineData(40, false, SizeClass.Micro)] // a share that the company holds in a public body is no public owner
    public void Classify_PublicOwnerOfAQuarter_IsNoSme(double share, bool owns, SizeClass expected)
    {
        var firm = new SizeFirm("City", (decimal)share, LinkedFirmKind.PublicBody, new SizeFigures(0, 0, 0), owns);
        Assert.Equal(expected, Class(Year(2025, 5, 1, 1, firm)));
    }

    [Fact]
    public void Classify_OneYearAbove_ChangesNothingTwoDo()
    {
        SizeYear[] years = [Year(2022, 8, 1, 1), Year(2023, 12, 1, 1), Year(2024, 8, 1, 1), Year(2025, 12, 1, 1), Year(2026, 13, 1, 1)];
        Assert.Equal(
            [SizeClass.Micro, SizeClass.Micro, SizeClass.Micro, SizeClass.Micro, SizeClass.Small],
            SizeRules.Classify(years).Years.Select(y => y.Standing!.Value));
        Assert.Equal(
            [SizeClass.Micro, SizeClass.Small, SizeClass.Micro, SizeClass.Small, SizeClass.Small],
            SizeRules.Classify(years).Years.Select(y => y.Result!.Value));
    }

    [Fact]
    public void Classify_TwoYearsAboveByUnlikeSteps_GoesAsFarAsBothDid() => Assert.Equal(
        SizeClass.Medium, Class(Year(2023, 8, 1, 1), Year(2024, 60, 1, 1), Year(2025, 300, 99, 99)));

    [Fact]
    public void Classify_TwoYearsBelow_ComesBack()
    {
        Assert.Equal(SizeClass.Small, Class(Year(2023, 60, 1, 1), Year(2024, 40, 1, 1), Year(2025, 8, 1, 1)));
        Assert.Equal(SizeClass.Medium, Class(Year(2023, 60, 1, 1), Year(2024, 40, 1, 1)));
    }

    [Fact]
    public void Classify_YearBetweenMissing_IsNoTwoOnEnd() => Assert.Equal(
        SizeClass.Micro, Class(Year(2021, 8, 1, 1), Year(2023, 12, 1, 1), Year(2025, 12, 1, 1)));

    [Fact]
    public void Classify_PublicOwnerGone_CountsAtOnce() => Assert.Equal(
        SizeClass.Micro, Class(
            Year(2024, 5, 1, 1, new SizeFirm("City", 30, LinkedFirmKind.PublicBody, new SizeFigures(0, 0, 0), true)), Year(2025, 5, 1, 1)));

    [Fact]
    public void Classify_FigureMissing_IsJudgedOnlyWhereItCannotMatter()
    {
        Assert.Equal(SizeClass.Micro, Class(new SizeYear(2025, new SizeFigures(5, 1_000_000, null), [])));
        Assert.Null(Class(new SizeYear(2025, new SizeFigures(5, 3_000_000, null), [])));
        Assert.Null(Class(new SizeYear(2025, new SizeFigures(5, null, null), [])));
        Assert.Equal(SizeClass.Large, Class(new SizeYear(2025, new SizeFigures(300, null, null), [])));
        Assert.Null(Class(new SizeYear(2025, new SizeFigures(5, 1, 1), [new SizeFirm("A", 60, LinkedFirmKind.Enterprise, null, true)])));
        Assert.Equal(SizeClass.Micro, Class(new SizeYear(2025, new SizeFigures(5, 1, 1), [new SizeFirm("A", 20, LinkedFirmKind.Enterprise, null, true)])));
    }

    [Fact]
    public void Classify_Nothing_IsNothing() => Assert.Null(Class());

    [Fact]
    public void InEuro_OfForints_IsByTheYearsRate()
    {
        var figures = new YearFigures { Year = 2025, Headcount = 4.5m, Turnover = 400_000_000, Currency = "HUF", Rate = 400 };
        Assert.Equal(new SizeFigures(4.5m, 1_000_000, null), figures.InEuro());
        Assert.Contains((figures with { Rate = null }).Problems(2026), p => p.Code == "RateMissing");
        Assert.Empty((figures with { Rate = null, Currency = "EUR" }).Problems(2026));
    }

    private static SizeClass? Class(params SizeYear[] years) => SizeRules.Classify(years).Class;

    private static SizeYear Year(int year, double headcount, double turnover, double balance, params SizeFirm[] firms) =>
        new(year, Figures(headcount, turnover, balance), firms);

    private static SizeFirm Firm(
        string name, double share, double headcount, double turnover, double balance, LinkedFirmKind kind = LinkedFirmKind.Enterprise) =>
        new(name, (decimal)share, kind, Figures(headcount, turnover, balance), false);

    // Money in millions of euros.
    private static SizeFigures Figures(double headcount, double turnover, double balance) =>
        new((decimal)headcount, (decimal)turnover * 1_000_000, (decimal)balance * 1_000_000);
}
