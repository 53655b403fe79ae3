using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Core.Booking;

/// <summary>
/// Every rule of booking, in one place, for every door: reserve, move, import, maintenance that moves a reservation,
/// preview and search. Pure: the desk gathers the facts.
/// </summary>
public static class BookingRules
{
    // Outside them a date is a slip of the pen, and calendars need not be able to count there.
    private const int FirstYear = 2000, LastYear = 2199;

    /// <summary>All broken rules, never overridable ones first; none means that the booking may be made.</summary>
    public static IReadOnlyList<Refusal> Check(BookingFacts facts)
    {
        if (Shape(facts.Slot) is { } misshapen) return [misshapen];
        var refusals = new List<Refusal>();
        refusals.AddRange(Who(facts));
        refusals.AddRange(OnboardingRules.Gate(facts.Onboarding, facts.PersonId, OnboardingRules.DaysOf(facts.Slot), facts.LotUse));
        if (!facts.StartStays && facts.Slot.Start < QuarterHour.Start(QuarterHour.Of(facts.Now)))
            refusals.Add(new Refusal(BookingRefusals.StartInPast, "Start") { Overridable = true });
        foreach (var resource in facts.Resources)
        {
            if (resource.Resource.IsRetired) refusals.Add(BookingRefusals.For(BookingRefusals.ResourceRetired, resource.Resource));
            if (Conflict(facts, resource) is { } conflict) refusals.Add(conflict);
            refusals.AddRange(Terms(facts.Slot, facts.Now, resource.Resource, resource.Policy)
                .Where(r => !(facts.StartStays && r.Code == BookingRefusals.TooLateNotice)));
            if (Opening(facts.Slot, resource.Resource, resource.Policy, resource.Open) is { } closed) refusals.Add(closed);
        }

        refusals.AddRange(Quotas(facts));
        return [.. refusals.OrderBy(r => r.Overridable)];
    }

    /// <summary>What no slot may be, whoever asks.</summary>
    public static Refusal? Shape(TimeSlot slot)
    {
        if (!slot.IsValid) return new Refusal(BookingRefusals.InvalidSlot, "End");
        if (slot.Start.Year is < FirstYear or > LastYear) return new Refusal(BookingRefusals.InvalidSlot, "Start");
        if (slot.Length > Reservation.MaxLength)
            return new Refusal(BookingRefusals.LongerThanAnyReservation, "End").With("maxDays", Reservation.MaxLength.Days);
        if (!QuarterHour.IsOn(slot.Start)) return new Refusal(BookingRefusals.NotOnQuarter, "Start");
        return QuarterHour.IsOn(slot.End) ? null : new Refusal(BookingRefusals.NotOnQuarter, "End");
    }

    /// <summary>Who may book: the company, its people, and whom the resources' policies let.</summary>
    public static IEnumerable<Refusal> Who(BookingFacts facts)
    {
        if (facts.Company is null)
        {
            yield return new Refusal(BookingRefusals.NotAllowedToBook, "CompanyId");
            yield break;
        }

        if (!facts.Company.IsActive) yield return new Refusal(BookingRefusals.CompanyInactive, "CompanyId");
        if (!facts.PersonBelongs) yield return new Refusal(BookingRefusals.NotAMember, "PersonId");
        if (facts.ByStaff) yield break;
        foreach (var (resource, policy) in facts.Resources.Select(r => (r.Resource, r.Policy)))
        {
            if (policy.WhoMayBook == WhoMayBook.StaffOnly)
                yield return BookingRefusals.For(BookingRefusals.OnlyStaffMayBook, resource);
            else if (policy.WhoMayBook == WhoMayBook.CompanyManagers && facts.Membership != MemberRole.Manager)
                yield return BookingRefusals.For(BookingRefusals.OnlyManagersMayBook, resource);
        }
    }

    /// <summary>Length, notice and horizon.</summary>
    public static IEnumerable<Refusal> Terms(TimeSlot slot, DateTimeOffset now, Resource resource, EffectivePolicy policy)
    {
        var minutes = slot.Length.TotalMinutes;
        if (minutes < policy.MinMinutes)
            yield return Overridable(BookingRefusals.TooShort, resource, "End").With("minutes", policy.MinMinutes);
        if (minutes > policy.MaxMinutes)
            yield return Overridable(BookingRefusals.TooLong, resource, "End").With("minutes", policy.MaxMinutes);
        if (minutes % policy.GranularityMinutes != 0)
            yield return Overridable(BookingRefusals.NotOnGranularity, resource, "End").With("minutes", policy.GranularityMinutes);

        // Notice is elapsed time, the horizon counts local calendar days; both bounds are inclusive. No notice: even the running quarter.
        if (policy.MinNoticeMinutes > 0 && slot.Start < now.AddMinutes(policy.MinNoticeMinutes) && slot.Start >= QuarterHour.Start(QuarterHour.Of(now)))
            yield return Overridable(BookingRefusals.TooLateNotice, resource, "Start").With("minutes", policy.MinNoticeMinutes);
        if (LabTime.DateOf(slot.Start) > LabTime.DateOf(now).AddDays(policy.HorizonDays))
            yield return Overridable(BookingRefusals.BeyondHorizon, resource, "Start").With("days", policy.HorizonDays);
    }

    /// <summary>
    /// A reservation begins and ends while open. Between, it may run through a closed night or a closed day only where the
    /// policy lets it (unattended runs of a freeze dryer). Setup and cleanup are staff's matter and may lie outside.
    /// </summary>
    public static Refusal? Opening(TimeSlot slot, Resource resource, EffectivePolicy policy, IReadOnlyList<TimeSlot> open)
    {
        if (!open.Any(o => o.Contains(slot.Start)))
            return Overridable(BookingRefusals.OutsideOpeningTimes, resource, "Start");
        if (!open.Any(o => o.Start < slot.End && slot.End <= o.End))
            return Overridable(BookingRefusals.OutsideOpeningTimes, resource, "End");
        for (var i = 1; i < open.Count; i++)
        {
            var gap = new TimeSlot(open[i - 1].End, open[i].Start);
            if (!gap.Overlaps(slot)) continue;
            var overClosedDay = LabTime.DateOf(gap.Start.AddTicks(-1)).AddDays(1) < LabTime.DateOf(gap.End);
            if (overClosedDay && !policy.WeekendUse) return Overridable(BookingRefusals.WeekendUseNotAllowed, resource, "End");
            if (!overClosedDay && !policy.NightUse) return Overridable(BookingRefusals.NightUseNotAllowed, resource, "End");
        }

        return null;
    }

    /// <summary>Every level's quota over its own scope, the reservation itself included.</summary>
    public static IEnumerable<Refusal> Quotas(BookingFacts facts)
    {
        var own = facts.Resources
            .SelectMany(r => Enumerable.Repeat(
                new CountedUse(facts.Slot, r.Resource.Id, r.Resource.CategoryId, facts.PersonId, 0, facts.Slot.End > facts.Now), r.Units))
            .ToList();
        foreach (var level in facts.Resources.SelectMany(r => r.Policy.Quotas).Distinct())
        {
            var counted = facts.Counted.Concat(own).Where(u => level.Covers(u.ResourceId, u.CategoryId)).ToList();
            var person = facts.PersonId is null ? [] : counted.Where(u => u.PersonId == facts.PersonId).ToList();
            foreach (var refusal in Broken(facts.Slot, counted,
                nameof(BookingPolicy.CompanyMinutesPerWeek), level.CompanyMinutesPerWeek,
                nameof(BookingPolicy.CompanyMinutesPerMonth), level.CompanyMinutesPerMonth,
                nameof(BookingPolicy.CompanyFutureReservations), level.CompanyFutureReservations)) yield return refusal;
            foreach (var refusal in Broken(facts.Slot, person,
                nameof(BookingPolicy.PersonMinutesPerWeek), level.PersonMinutesPerWeek,
                nameof(BookingPolicy.PersonMinutesPerMonth), level.PersonMinutesPerMonth,
                nameof(BookingPolicy.PersonFutureReservations), level.PersonFutureReservations)) yield return refusal;
        }
    }

    /// <summary>The ISO weeks (Monday to Monday, local) that the slot touches, as slots.</summary>
    public static IEnumerable<TimeSlot> WeeksOf(TimeSlot slot)
    {
        var day = LabTime.DateOf(slot.Start);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        for (; LabTime.StartOf(monday) < slot.End; monday = monday.AddDays(7))
            yield return new TimeSlot(LabTime.StartOf(monday), LabTime.StartOf(monday.AddDays(7)));
    }

    /// <summary>The calendar months (local) that the slot touches, as slots.</summary>
    public static IEnumerable<TimeSlot> MonthsOf(TimeSlot slot)
    {
        var day = LabTime.DateOf(slot.Start);
        for (var first = new DateOnly(day.Year, day.Month, 1); LabTime.StartOf(first) < slot.End; first = first.AddMonths(1))
            yield return new TimeSlot(LabTime.StartOf(first), LabTime.StartOf(first.AddMonths(1)));
    }

    private static Refusal? Conflict(BookingFacts facts, ResourceFacts wanted)
    {
        int from = wanted.FromQuarter(facts.Slot), until = wanted.UntilQuarter(facts.Slot);
        var taken = wanted.Taken.ToList();
        for (var n = 0; n < wanted.Units; n++)
        {
            if (UnitPlanner.Plan(wanted.Resource.Units, from, until, taken) is { } plan)
            {
                taken = Apply(taken, plan, from, until);
                continue;
            }

            var inTheWay = wanted.Taken.Where(t => t.Overlaps(from, until)).ToList();
            if (inTheWay.Count == 0) return BookingRefusals.For(BookingRefusals.SlotTaken, wanted.Resource);
            var reserved = inTheWay.Where(t => t.ItemId is not null).ToList();
            var code = reserved.Count > 0 ? BookingRefusals.SlotTaken : BookingRefusals.UnderMaintenance;
            var cause = reserved.Count > 0 ? reserved : inTheWay;
            var refusal = BookingRefusals.For(code, wanted.Resource, "Start")
                .With("start", QuarterHour.Start(cause.Min(t => t.From)))
                .With("end", QuarterHour.Start(cause.Max(t => t.Until)));
            // Only one's own company's (or staff) may know whose it is.
            var known = cause.Select(t => t.ItemId is { } id ? wanted.Holders.GetValueOrDefault(id) : null)
                .FirstOrDefault(h => h is not null && (facts.ByStaff || h.CompanyId == facts.Company?.Id));
            return known is null ? refusal : refusal.With("number", known.Number);
        }

        return null;
    }

    /// <summary>The calendar after a plan was carried out, the new item included.</summary>
    public static List<Taken> Apply(IEnumerable<Taken> taken, UnitPlan plan, int from, int until) =>
        [.. Move(taken, plan), new Taken(plan.Unit, from, until, null, null, false)];

    /// <summary>The calendar after a plan's others made room.</summary>
    public static IReadOnlyList<Taken> Move(IEnumerable<Taken> taken, UnitPlan plan)
    {
        var changes = plan.Changes.ToDictionary(c => c.ItemId, c => c.Unit);
        return [.. taken.Select(t => t.ItemId is { } id && changes.TryGetValue(id, out var unit) ? t with { Unit = unit } : t)];
    }

    private static IEnumerable<Refusal> Broken(
        TimeSlot slot, List<CountedUse> uses, string weekName, int? week, string monthName, int? month, string futureName, int? future)
    {
        if (uses.Count == 0) yield break;
        foreach (var (name, limit, periods) in new[] { (weekName, week, WeeksOf(slot)), (monthName, month, MonthsOf(slot)) })
        {
            if (limit is null) continue;
            foreach (var period in periods)
            {
                // Overnight reservations count in each period with the part that lies in it.
                var minutes = uses.Sum(u => u.Slot.Intersect(period)?.Length.TotalMinutes ?? 0);
                if (minutes > limit) yield return Quota(name, limit.Value, (int)minutes);
            }
        }

        if (future is not null && uses.Where(u => u.IsFuture).Select(u => u.ReservationId).Distinct().Count() is var count && count > future)
            yield return Quota(futureName, future.Value, count);
    }

    private static Refusal Quota(string name, int limit, int used) =>
        (new Refusal(BookingRefusals.QuotaUsed) { Overridable = true }).With("quota", name).With("limit", limit).With("used", used);

    private static Refusal Overridable(string code, Resource resource, string field) =>
        BookingRefusals.For(code, resource, field) with { Overridable = true };
}
