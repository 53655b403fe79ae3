using Incubator.Core.Common;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>Something with a time, in a column of the board or in none.</summary>
public sealed record BoardItem(Guid Reference, TimeSlot Slot, string? Column);

/// <summary>A cell that begins in a row: the items in it (several where they overlap), or free time.</summary>
public sealed record BoardCell(string? Column, DateTimeOffset Start, int Rows, IReadOnlyList<BoardItem> Items);

/// <summary>A row of the board: a time at which something begins or ends, or a half-hour.</summary>
public sealed record BoardRow(DateTimeOffset Start, IReadOnlyList<BoardCell> Cells);

/// <summary>A day as a table: columns are rooms, rows are times. Pure.</summary>
public static class Board
{
    private const int StepMinutes = 30;

    /// <param name="columns">In order; items of no column, or of an unknown one, stand in a last column of their own (null).</param>
    public static IReadOnlyList<BoardRow> Of(IReadOnlyList<string> columns, IReadOnlyList<BoardItem> items, TimeSlot open)
    {
        var known = items.Select(i => i.Column is not null && columns.Contains(i.Column) ? i : i with { Column = null }).ToList();
        var times = new SortedSet<DateTimeOffset>(known.SelectMany(i => new[] { i.Slot.Start, i.Slot.End })) { open.Start, open.End };
        for (var at = open.Start; at < open.End; at = at.AddMinutes(StepMinutes)) times.Add(at);
        List<DateTimeOffset> rows = [.. times];
        var cells = Columns(columns, known).ToDictionary(c => c ?? "", c => Cells(c, known.FindAll(i => i.Column == c), rows));
        return [.. rows.SkipLast(1).Select((start, row) => new BoardRow(
            start, [.. Columns(columns, known).SelectMany(c => cells[c ?? ""].Where(x => x.Row == row).Select(x => x.Cell))]))];
    }

    /// <summary>The columns that the board has: those given, and one without a room where it is needed.</summary>
    public static IEnumerable<string?> Columns(IReadOnlyList<string> columns, IReadOnlyList<BoardItem> items) =>
        items.Any(i => i.Column is null || !columns.Contains(i.Column)) || columns.Count == 0 ? columns.Append<string?>(null) : columns;

    private static List<(int Row, BoardCell Cell)> Cells(string? column, List<BoardItem> items, List<DateTimeOffset> rows)
    {
        var cells = new List<(int, BoardCell)>();
        var queue = new Queue<BoardItem>(items.OrderBy(i => i.Slot.Start).ThenBy(i => i.Slot.End));
        var row = 0;
        while (row < rows.Count - 1)
        {
            if (queue.Count == 0 || queue.Peek().Slot.Start > rows[row])
            {
                cells.Add((row, new BoardCell(column, rows[row], 1, [])));
                row++;
                continue;
            }

            // What overlaps shares a cell, from the first start to the last end.
            var together = new List<BoardItem> { queue.Dequeue() };
            var end = together[0].Slot.End;
            while (queue.Count > 0 && queue.Peek().Slot.Start < end)
            {
                together.Add(queue.Dequeue());
                if (together[^1].Slot.End > end) end = together[^1].Slot.End;
            }

            var length = rows.FindIndex(r => r >= end) - row;
            cells.Add((row, new BoardCell(column, rows[row], length, together)));
            row += length;
        }

        return cells;
    }
}
