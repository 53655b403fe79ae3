namespace Incubator.Core.Camps;

/// <summary>What a new version says against the one before. Pure.</summary>
public static class AgendaRules
{
    /// <summary>
    /// The items of the next version, in order of start: each compared with the last published one of its session, and what fell out
    /// as cancelled. What was cancelled before and comes back is new, with its old appointment going on.
    /// </summary>
    /// <param name="before">Of the version before; those cancelled in it do not count as being there.</param>
    /// <param name="last">The latest item of each session over all versions, cancelled ones too.</param>
    public static IReadOnlyList<AgendaItem> Next(
        IReadOnlyCollection<AgendaItem> before, IReadOnlyCollection<AgendaItem> now, IReadOnlyDictionary<Guid, AgendaItem> last)
    {
        var there = before.Where(b => b.Change != AgendaChange.Cancelled).ToDictionary(b => b.SessionReference);
        foreach (var item in now)
        {
            var old = there.GetValueOrDefault(item.SessionReference);
            item.Compare(old ?? last.GetValueOrDefault(item.SessionReference), old is null ? AgendaChange.New : ChangeOf(old, item));
        }

        var kept = now.Select(i => i.SessionReference).ToHashSet();
        return [.. now.Concat(there.Values.Where(b => !kept.Contains(b.SessionReference)).Select(AgendaItem.Cancel)).OrderBy(i => i.Start).ThenBy(i => i.TitleEn, StringComparer.Ordinal)];
    }

    public static AgendaChange ChangeOf(AgendaItem old, AgendaItem now)
    {
        if (old.Start != now.Start || old.Minutes != now.Minutes || old.RoomName != now.RoomName) return AgendaChange.Moved;
        var same = (old.TitleHu, old.TitleEn, old.Note, old.Kind) == (now.TitleHu, now.TitleEn, now.Note, now.Kind) &&
            old.Parts.Select(p => (p.Kind, p.PartId)).ToHashSet().SetEquals(now.Parts.Select(p => (p.Kind, p.PartId)));
        return same ? AgendaChange.None : AgendaChange.Changed;
    }
}
