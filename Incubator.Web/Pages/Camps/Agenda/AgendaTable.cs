using Incubator.Core.Camps;
using Incubator.Core.Common;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>A day of the published agenda as a table of rooms and times.</summary>
public sealed class AgendaTable
{
    private readonly Dictionary<Guid, AgendaRow> rows;

    public AgendaTable(Camp camp, DateOnly day, IReadOnlyList<AgendaRow> shown)
    {
        var standing = shown.Where(r => r.Item.Change != AgendaChange.Cancelled).ToList();
        rows = standing.ToDictionary(r => r.Item.SessionReference);
        List<string> rooms = [.. standing.Select(r => r.Item.RoomName).OfType<string>().Distinct().Order(StringComparer.CurrentCulture)];
        List<BoardItem> items = standing.ConvertAll(r => new BoardItem(r.Item.SessionReference, new TimeSlot(r.Item.Start, r.Item.End), r.Item.RoomName));
        Day = day;
        Columns = [.. Board.Columns(rooms, items)];
        Rows = Board.Of(rooms, items, new TimeSlot(LabTime.AtMinute(day, camp.DayStarts), LabTime.AtMinute(day, camp.DayEnds)));
    }

    public DateOnly Day { get; }

    public IReadOnlyList<string?> Columns { get; }

    public IReadOnlyList<BoardRow> Rows { get; }

    public AgendaRow Of(BoardItem item) => rows[item.Reference];
}
