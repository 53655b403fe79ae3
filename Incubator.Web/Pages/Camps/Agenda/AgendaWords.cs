using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>What a version says of a session, in the reader's words.</summary>
public static class AgendaWords
{
    public static string Of(AgendaChange change, IStringLocalizer text) => change switch
    {
        AgendaChange.New => text["new"],
        AgendaChange.Moved => text["moved"],
        AgendaChange.Changed => text["changed"],
        AgendaChange.Cancelled => text["cancelled"],
        _ => text["as it was"],
    };

    public static string When(AgendaItem item, IStringLocalizer text)
    {
        var now = LabFormat.Slot(new TimeSlot(item.Start, item.End));
        return item.OldStart is { } old && old != item.Start ? text["{0} (was {1})", now, LabFormat.DateTime(old)] : now;
    }

    public static string Where(AgendaItem item, IStringLocalizer text)
    {
        var now = item.RoomName ?? "–";
        return item.OldStart is not null && item.OldRoomName != item.RoomName ? text["{0} (was {1})", now, item.OldRoomName ?? "–"] : now;
    }
}
