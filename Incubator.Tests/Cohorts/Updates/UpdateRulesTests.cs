using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;

namespace Incubator.Tests.Cohorts.Updates;

public sealed class UpdateRulesTests
{
    [Theory]
    [InlineData("2026-01-01", 2026, 1)]
    [InlineData("2026-03-31", 2026, 1)]
    [InlineData("2026-04-01", 2026, 2)]
    [InlineData("2026-12-31", 2026, 4)]
    public void Quarter_OfADay_HoldsIt(string day, int year, int number)
    {
        var date = DateOnly.Parse(day, null);
        var quarter = CalendarQuarter.Of(date);
        Assert.Equal(new CalendarQuarter(year, number), quarter);
        Assert.InRange(date, quarter.FirstDay, quarter.LastDay);
        Assert.Equal(quarter, CalendarQuarter.At(quarter.Index));
        Assert.Equal(quarter.LastDay.AddDays(1), quarter.Next.FirstDay);
        Assert.Equal(quarter, quarter.Next.Previous);
        Assert.True(CalendarQuarter.TryParse(quarter.ToString(), out var read) && read == quarter);
    }

    [Theory]
    [InlineData("2026-5")]
    [InlineData("2026-0")]
    [InlineData("26-1")]
    [InlineData("2026")]
    [InlineData(null)]
    public void Quarter_Unreadable_IsNone(string? text) => Assert.False(CalendarQuarter.TryParse(text, out _));

    [Fact]
    public void Owed_FromJoiningToTheEnd_AreTheQuartersWhoseLastDayItWasThere()
    {
        DateOnly from = new(2026, 2, 10), until = new(2026, 9, 29);
        Assert.Equal([new CalendarQuarter(2026, 1), new CalendarQuarter(2026, 2)], UpdateRules.Owed(from, until, new DateOnly(2026, 12, 1)));
        Assert.Equal([new CalendarQuarter(2026, 1)], UpdateRules.Owed(from, until, new DateOnly(2026, 4, 1)));
        Assert.Empty(UpdateRules.Owed(from, until, new DateOnly(2026, 3, 31)));
    }

    [Fact]
    public void AskedAndChased_AreLocalMorningsInSummerAndWinter()
    {
        var third = new CalendarQuarter(2026, 3);
        Assert.Equal(new DateTimeOffset(2026, 10, 7, 6, 0, 0, TimeSpan.Zero), UpdateRules.AskedAt(third));
        Assert.Equal(new DateTimeOffset(2026, 10, 21, 6, 0, 0, TimeSpan.Zero), UpdateRules.ChasedAt(third));
        Assert.Equal(new DateTimeOffset(2027, 1, 7, 7, 0, 0, TimeSpan.Zero), UpdateRules.AskedAt(third.Next));
    }

    [Fact]
    public void Figures_BrokenLimits_AreRefusedAtTheirFields()
    {
        Assert.Empty(new UpdateFigures { JobsWomen = 1.25m, JobsYoung = 1.25m }.Problems());
        Assert.Equal(3.75m, new UpdateFigures { JobsWomen = 1.25m, JobsMen = 2, JobsOther = .5m }.Jobs);
        foreach (var (figures, code, field) in new[]
        {
            (new UpdateFigures { JobsWomen = -1 }, "OutOfRange", "JobsWomen"),
            (new UpdateFigures { JobsMen = 0.125m }, "TwoDecimalsAtMost", "JobsMen"),
            (new UpdateFigures { JobsWomen = 1, JobsYoung = 1.5m }, "MoreThanAllJobs", "JobsYoung"),
            (new UpdateFigures { JobsResearch = 0.5m }, "MoreThanAllJobs", "JobsResearch"),
            (new UpdateFigures { Turnover = -1 }, "OutOfRange", "Turnover"),
            (new UpdateFigures { Investment = 2_000_000_000_000 }, "OutOfRange", "Investment"),
            (new UpdateFigures { Products = -1 }, "OutOfRange", "Products"),
            (new UpdateFigures { Note = "a\u0000b" }, "ControlCharacters", "Note"),
        })
            Assert.Contains(figures.Problems(), p => p.Code == code && p.Field == field);
    }

    [Fact]
    public void Survival_CountsOnlyTheKnown()
    {
        List<FollowUp> all = [.. FollowUp.After(1, new DateOnly(2025, 6, 30)), .. FollowUp.After(2, new DateOnly(2025, 6, 30)), .. FollowUp.After(3, new DateOnly(2025, 6, 30))];
        all[0].Answer(new FollowUpAnswer { IsActive = true, Source = FollowUpSource.Company }, DateTimeOffset.UnixEpoch, null);
        all[3].Answer(new FollowUpAnswer { IsActive = false, Source = FollowUpSource.Register }, DateTimeOffset.UnixEpoch, null);
        var survival = Survival.Of(all, new DateOnly(2026, 7, 1));
        Assert.Equal([new Survival(6, 2, 1, 1), new Survival(12, 0, 0, 3), new Survival(24, 0, 0, 0)], survival);
        Assert.Equal([0.5m, null, null], survival.Select(s => s.Share));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.2, 0.25)]
    [InlineData(1.1, 2)]
    [InlineData(3, 5)]
    [InlineData(7, 10)]
    [InlineData(1_120_000, 2_000_000)]
    public void Chart_Steps_AreRound(double wanted, double step) => Assert.Equal((decimal)step, ChartPicture.NiceStep((decimal)wanted));

    [Fact]
    public void Chart_WithAGap_BreaksTheLineAndStaysInItsFrame()
    {
        var series = new ChartSeries("Jobs", [1, 3, null, 4.5m, 4]);
        var picture = new ChartPicture(new Chart("c", "Jobs", ChartKind.Line, "Quarter", ["1", "2", "3", "4", "5"], [series]));
        var path = picture.Path(series);
        Assert.Equal(2, path.Count(c => c == 'M'));
        Assert.Equal(2, path.Count(c => c == 'L'));
        Assert.True(picture.Most >= 4.5m);
        Assert.All(picture.Bars(0), b => Assert.InRange(double.Parse(b.Y, System.Globalization.CultureInfo.InvariantCulture), ChartPicture.Top, ChartPicture.Height - ChartPicture.Bottom));
        Assert.Equal("5", picture.Labels.Last().Label);
    }
}
