using Incubator.Core.Common;
using Incubator.Web.Pages.Camps.Agenda;

namespace Incubator.Tests.Camps.Agenda;

public sealed class BoardTests
{
    private static readonly TimeSlot Open = new(AgendaLab.At(0, 9), AgendaLab.At(0, 11));

    [Fact]
    public void Of_TouchingAndOverlapping_EachRowIsWhole()
    {
        BoardItem[] items = [Item("a", 9, 0, 60), Item("a", 10, 0, 20), Item("b", 9, 0, 45), Item("b", 9, 30, 30), Item(null, 9, 15, 15)];
        var rows = Board.Of(["a", "b"], items, Open);
        // Half-hours, and each time at which something begins or ends.
        Assert.Equal([0, 15, 30, 45, 60, 80, 90], rows.Select(r => (int)(r.Start - Open.Start).TotalMinutes));
        var first = rows[0].Cells.Single(c => c.Column == "b");
        Assert.Equal((4, 2), (first.Rows, first.Items.Count));
        // Every column fills every row exactly once.
        foreach (var column in new[] { "a", "b", null })
            Assert.Equal(rows.Count, rows.Sum(r => r.Cells.Where(c => c.Column == column).Sum(c => c.Rows)));
    }

    [Fact]
    public void Of_OutsideTheHoursOrWithoutColumns_IsShownAllTheSame()
    {
        var rows = Board.Of([], [Item("gone", 7, 0, 30)], Open);
        Assert.Equal(AgendaLab.At(0, 7), rows[0].Start);
        Assert.Single(rows[0].Cells[0].Items);
        Assert.All(rows, r => Assert.All(r.Cells, c => Assert.Null(c.Column)));
    }

    private static BoardItem Item(string? column, int hour, int minute, int minutes) =>
        new(Guid.NewGuid(), new TimeSlot(AgendaLab.At(0, hour, minute), AgendaLab.At(0, hour, minute).AddMinutes(minutes)), column);
}
