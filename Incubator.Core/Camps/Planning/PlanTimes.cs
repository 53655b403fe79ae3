using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>Sums over lists of slots.</summary>
internal static class PlanTimes
{
    /// <summary>True where the slot lies in the union of the others; an empty list stands for all time.</summary>
    public static bool Cover(IReadOnlyList<TimeSlot> slots, TimeSlot slot)
    {
        if (slots.Count == 0) return true;
        var reached = slot.Start;
        while (reached < slot.End)
        {
            var further = reached;
            foreach (var s in slots)
                if (s.Start <= reached && s.End > further) further = s.End;
            if (further == reached) return false;
            reached = further;
        }

        return true;
    }

    /// <summary>Sorted, with overlapping and touching ones joined.</summary>
    public static List<TimeSlot> Union(IEnumerable<TimeSlot> slots)
    {
        var merged = new List<TimeSlot>();
        foreach (var slot in slots.Where(s => s.IsValid).OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && slot.Start <= merged[^1].End)
                merged[^1] = new(merged[^1].Start, slot.End > merged[^1].End ? slot.End : merged[^1].End);
            else merged.Add(slot);
        }

        return merged;
    }

    /// <summary>What two lists share; both are united first.</summary>
    public static List<TimeSlot> Common(IEnumerable<TimeSlot> one, IEnumerable<TimeSlot> other)
    {
        var others = Union(other);
        return [.. Union(one).SelectMany(a => others.Select(b => a.Intersect(b))).OfType<TimeSlot>()];
    }

    /// <summary>What is left of the first list without the second.</summary>
    public static List<TimeSlot> Without(IEnumerable<TimeSlot> slots, IEnumerable<TimeSlot> taken)
    {
        var left = new List<TimeSlot>();
        var holes = Union(taken);
        foreach (var slot in Union(slots))
        {
            var start = slot.Start;
            foreach (var hole in holes.Where(slot.Overlaps))
            {
                if (hole.Start > start) left.Add(new(start, hole.Start));
                start = hole.End;
            }

            if (start < slot.End) left.Add(new(start, slot.End));
        }

        return left;
    }

    public static int Minutes(IEnumerable<TimeSlot> slots) => (int)slots.Sum(s => s.Length.TotalMinutes);

    /// <summary>Units in use at the busiest moment of the slot.</summary>
    public static int Peak(IEnumerable<PlanBusy> busy, TimeSlot slot)
    {
        var there = busy.Where(b => b.Slot.Overlaps(slot)).ToList();
        // The peak is reached where one of them begins, or at the slot's own start.
        return there.Count == 0 ? 0 : there.Select(b => b.Slot.Start).Append(slot.Start).Where(slot.Contains)
            .Max(at => there.Sum(b => b.Slot.Contains(at) ? b.Units : 0));
    }
}
