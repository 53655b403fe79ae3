using Incubator.Core.Camps;
using Incubator.Core.Common;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>A day of the published agenda as a table of rooms and times.</summary>
public sealed class AgendaTable
{
    private readonly Dictionary<Guid, AgendaRow> rows;

    public AgendaTable(DateOnly day, IReadOnlyList<AgendaRow> shown)
    {
        var standing = shown.Where(r => r.Item.Change != AgendaChange.Cancelled).ToList();
        rows = standing.ToDictionary(r => r.Item.SessionReference);
        List<string> rooms = [.. standing.Select(r => r.Item.RoomName).OfType<string>().Distinct().Order(StringComparer.CurrentCulture)];
        List<BoardItem> items = standing.ConvertAll(r => new BoardItem(r.Item.SessionReference, new TimeSlot(r.Item.Start, r.Item.End), r.Item.RoomName));
        Day = day;
        Columns = [.. Board.Columns(rooms, items)];
        // From the first to the last: an empty morning needs no rows.
        Rows = items.Count == 0 ? [] : Board.Of(rooms, items, new TimeSlot(items.Min(i => i.Slot.Start), items.Max(i => i.Slot.End)));
    }

    public DateOnly Day { get; }

    public IReadOnlyList<string?> Columns { get; }

    public IReadOnlyList<BoardRow> Rows { get; }

    public AgendaRow Of(BoardItem item) => rows[item.Reference];
}
