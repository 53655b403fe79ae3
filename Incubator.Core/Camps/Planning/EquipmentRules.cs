using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>The hard rule that looks at all who need one equipment: at no moment more units than there are.</summary>
public static class EquipmentRules
{
    /// <summary>
    /// Each pair of activities that have the equipment together, with setup and cleanup, at a moment when what the plan
    /// and the lab take of it exceeds its units. Identical units may change hands, so the peak decides.
    /// </summary>
    public static IEnumerable<Clash> Twice(PlanIndex index, string equipmentKey, IReadOnlyList<PlacedActivity> users)
    {
        var equipment = index.Equipment[equipmentKey];
        var uses = users.Select(u => (User: u, Units: u.Activity.Equipment.Where(n => n.Equipment == equipmentKey).Sum(n => n.Units),
                Slot: u.Slot.Widen(equipment.SetupMinutes, equipment.CleanupMinutes)))
            .OrderBy(u => u.Slot.Start).ThenBy(u => u.User.Activity.Key, StringComparer.Ordinal).ToList();
        var found = new HashSet<(string, string)>();
        var running = new List<(PlacedActivity User, int Units, TimeSlot Slot)>();
        // Demand rises only where a use begins: the plan's own, or the lab's in the middle of one.
        foreach (var at in uses.Select(u => u.Slot.Start).Concat(equipment.Busy.Select(b => b.Slot.Start)).Distinct().Order())
        {
            running.Clear();
            running.AddRange(uses.Where(u => u.Slot.Contains(at)));
            if (running.Count < 2) continue;
            var free = equipment.Units - equipment.Busy.Sum(b => b.Slot.Contains(at) ? b.Units : 0);
            var needed = running.Sum(u => u.Units);
            if (needed <= free) continue;
            for (var i = 0; i < running.Count; i++)
            {
                for (var j = i + 1; j < running.Count; j++)
                {
                    var clash = PairRules.Of(PlanRule.EquipmentTwice, running[i].User, running[j].User,
                        new(PlanThingKind.Equipment, equipmentKey), running[i].Slot.Intersect(running[j].Slot)!.Value);
                    if (found.Add((clash.Activity, clash.Other!))) yield return clash with { Needed = needed, There = Math.Max(0, free) };
                }
            }
        }
    }
}
