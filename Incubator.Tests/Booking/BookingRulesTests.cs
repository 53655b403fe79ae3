using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Tests.Booking;

public sealed class BookingRulesTests
{
    private static readonly DateTimeOffset Now = At(2026, 11, 9, 8);
    private static readonly Resource Dryer = Resource.Create(new ResourceDetails
    {
        Code = "SD-1",
        NameHu = "Porlasztva szárító",
        NameEn = "Spray dryer",
        Kind = ResourceKind.Equipment,
        CategoryId = 3,
    });

    private static readonly IReadOnlyList<TimeSlot> Weekdays = new OpeningCalendar(
        [.. Enumerable.Range(1, 5).Select(day => OpeningPattern.Create((DayOfWeek)day, 7 * 60, 19 * 60))], [])
        .Open(new(2026, 3, 1), new(2027, 2, 1));

    [Fact]
    public void Check_OrdinaryWish_IsAccepted() => Assert.Empty(Check(Tuesday(9, 12)));

    [Theory]
    [InlineData(9, 9)]
    [InlineData(12, 9)]
    public void Check_ZeroOrNegativeLength_IsMisshapen(int from, int until) =>
        Assert.Equal([BookingRefusals.InvalidSlot], Codes(Check(Tuesday(from, until))));

    [Fact]
    public void Shape_OffTheQuarterTooLongOrFarAway_IsMisshapen()
    {
        var fine = Tuesday(9, 12);
        Assert.Equal(BookingRefusals.NotOnQuarter, BookingRules.Shape(fine with { Start = fine.Start.AddMinutes(1) })?.Code);
        Assert.Equal(BookingRefusals.NotOnQuarter, BookingRules.Shape(fine with { End = fine.End.AddSeconds(1) })?.Code);
        Assert.Equal(BookingRefusals.LongerThanAnyReservation, BookingRules.Shape(fine with { End = fine.Start.AddDays(14).AddMinutes(15) })?.Code);
        Assert.Null(BookingRules.Shape(fine with { End = fine.Start.AddDays(14) }));
        Assert.Equal(BookingRefusals.InvalidSlot,
            BookingRules.Shape(new TimeSlot(DateTimeOffset.MaxValue.AddDays(-1), DateTimeOffset.MaxValue))?.Code);
        Assert.Equal(BookingRefusals.InvalidSlot,
            BookingRules.Shape(new TimeSlot(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(1)))?.Code);
    }

    [Fact]
    public void Check_Length_BoundsAreInclusive()
    {
        var policy = new EffectivePolicy { MinMinutes = 60, MaxMinutes = 180, GranularityMinutes = 30 };
        Assert.Empty(Check(Minutes(60), policy));
        Assert.Empty(Check(Minutes(180), policy));
        Assert.Contains(BookingRefusals.TooShort, Codes(Check(Minutes(30), policy)));
        Assert.Contains(BookingRefusals.TooLong, Codes(Check(Minutes(210), policy)));
        Assert.Equal([BookingRefusals.NotOnGranularity], Codes(Check(Minutes(75), policy)));
    }

    [Fact]
    public void Check_Notice_IsElapsedTimeToTheMinute()
    {
        var policy = new EffectivePolicy { MinNoticeMinutes = 24 * 60 };
        var slot = Tuesday(8, 10);
        Assert.Empty(Check(slot, policy, slot.Start.AddDays(-1)));
        Assert.Equal([BookingRefusals.TooLateNotice], Codes(Check(slot, policy, slot.Start.AddDays(-1).AddMinutes(1))));
        Assert.Equal([BookingRefusals.TooLateNotice], Codes(Check(slot, policy, slot.Start.AddDays(-1).AddTicks(1))));
    }

    [Fact]
    public void Check_NoticeOverTheSpringNight_CountsElapsedHours()
    {
        // From Saturday 12:00 to Sunday 12:00 the clock shows a day, yet only 23 hours pass.
        var policy = new EffectivePolicy { MinNoticeMinutes = 24 * 60 };
        TimeSlot sunday = new(At(2026, 3, 29, 12), At(2026, 3, 29, 13));
        var open = new[] { sunday };
        Assert.Equal([BookingRefusals.TooLateNotice], Codes(Check(sunday, policy, At(2026, 3, 28, 12), open)));
        Assert.Empty(Check(sunday, policy, At(2026, 3, 28, 11), open));
    }

    [Theory]
    [InlineData(3, 20, 4, 3)]
    [InlineData(10, 16, 10, 30)]
    public void Check_HorizonOverAChange_CountsLocalDays(int fromMonth, int fromDay, int month, int day)
    {
        var policy = new EffectivePolicy { HorizonDays = 14 };
        TimeSlot last = new(At(2026, month, day, 18), At(2026, month, day, 19));
        var midnight = LabTime.StartOf(new DateOnly(2026, fromMonth, fromDay));
        Assert.Empty(Check(last, policy, midnight));
        Assert.Empty(Check(last, policy, midnight.AddHours(20)));
        Assert.Equal([BookingRefusals.BeyondHorizon], Codes(Check(last, policy, midnight.AddMinutes(-1))));
    }

    [Fact]
    public void Check_StartInPast_AllowsTheRunningQuarterOnly()
    {
        var policy = new EffectivePolicy { MinNoticeMinutes = 0 };
        Assert.Empty(Check(Tuesday(9, 12), policy, At(2026, 11, 10, 9).AddMinutes(14)));
        Assert.Equal([BookingRefusals.StartInPast], Codes(Check(Tuesday(9, 12), policy, At(2026, 11, 10, 9).AddMinutes(15))));
    }

    [Fact]
    public void Opening_BeginsAndEndsWithin_ToTheMinute()
    {
        Assert.Null(Opening(Tuesday(7, 19)));
        Assert.Equal("Start", Opening(Tuesday(6, 10))?.Field);
        Assert.Equal("Start", Opening(Tuesday(19, 20))?.Field);
        Assert.Equal("End", Opening(Tuesday(17, 20))?.Field);
    }

    [Fact]
    public void Opening_OverNight_OnlyWhereThePolicyLetsIt()
    {
        TimeSlot night = new(At(2026, 11, 10, 17), At(2026, 11, 11, 9));
        Assert.Equal(BookingRefusals.NightUseNotAllowed, Opening(night)?.Code);
        Assert.Null(Opening(night, new EffectivePolicy { NightUse = true }));
    }

    [Fact]
    public void Opening_OverAWeekend_OnlyWhereThePolicyLetsIt()
    {
        TimeSlot weekend = new(At(2026, 11, 13, 17), At(2026, 11, 16, 9));
        Assert.Equal(BookingRefusals.WeekendUseNotAllowed, Opening(weekend, new EffectivePolicy { NightUse = true })?.Code);
        Assert.Null(Opening(weekend, new EffectivePolicy { WeekendUse = true }));
    }

    [Theory]
    [InlineData(3, 28, 7)]
    [InlineData(10, 24, 9)]
    public void Check_NightOfTheChange_IsJudgedByItsElapsedLength(int month, int day, int hours)
    {
        TimeSlot night = new(At(2026, month, day, 22), At(2026, month, day + 1, 6));
        var always = new[] { new TimeSlot(night.Start.AddDays(-2), night.End.AddDays(2)) };
        var now = night.Start.AddDays(-3);
        Assert.Empty(Check(night, new EffectivePolicy { MaxMinutes = hours * 60, MinMinutes = hours * 60 }, now, always));
        Assert.Equal([BookingRefusals.TooLong], Codes(Check(night, new EffectivePolicy { MaxMinutes = (hours * 60) - 15 }, now, always)));
    }

    [Fact]
    public void Check_TwoHalfPastTwosInAutumn_AreDistinctAndBothBookable()
    {
        var local = new DateTime(2026, 10, 25, 2, 30, 0, DateTimeKind.Unspecified);
        TimeSlot first = new(LabTime.ToInstant(local).Value, LabTime.ToInstant(local).Value.AddMinutes(30));
        TimeSlot second = new(LabTime.ToInstant(local, second: true).Value, LabTime.ToInstant(local, second: true).Value.AddMinutes(30));
        Assert.False(first.Overlaps(second));
        var always = new[] { new TimeSlot(first.Start.AddDays(-2), first.End.AddDays(2)) };
        Assert.Empty(Check(first, now: first.Start.AddDays(-3), open: always));
        Assert.Empty(Check(second, now: first.Start.AddDays(-3), open: always));
    }

    [Fact]
    public void Who_ByPolicyAndMembership()
    {
        var managers = new EffectivePolicy { WhoMayBook = WhoMayBook.CompanyManagers };
        var staff = new EffectivePolicy { WhoMayBook = WhoMayBook.StaffOnly };
        var facts = Facts(Tuesday(9, 12), managers);
        Assert.Equal([BookingRefusals.OnlyManagersMayBook], Codes(BookingRules.Who(facts)));
        Assert.Empty(BookingRules.Who(facts with { Membership = MemberRole.Manager }));
        Assert.Empty(BookingRules.Who(facts with { ByStaff = true, Membership = null }));
        Assert.Equal([BookingRefusals.OnlyStaffMayBook], Codes(BookingRules.Who(Facts(Tuesday(9, 12), staff) with { Membership = MemberRole.Manager })));
        Assert.Equal([BookingRefusals.NotAllowedToBook], Codes(BookingRules.Who(facts with { Company = null })));
        Assert.Contains(BookingRefusals.NotAMember, Codes(BookingRules.Who(facts with { PersonBelongs = false })));
        var closed = Company.Create("Megszűnt Kft.");
        closed.Deactivate();
        Assert.Equal([BookingRefusals.CompanyInactive], Codes(BookingRules.Who(facts with { Company = closed, ByStaff = true })));
    }

    [Fact]
    public void WeeksOf_YearWithWeek53_IsOneWeekAcrossNewYear()
    {
        // ISO week 53 of 2026 runs from Monday 28 December to Sunday 3 January.
        var week = BookingRules.WeeksOf(new(At(2026, 12, 31, 9), At(2026, 12, 31, 12))).Single();
        Assert.Equal((new DateOnly(2026, 12, 28), new DateOnly(2027, 1, 4)), (LabTime.DateOf(week.Start), LabTime.DateOf(week.End)));
        Assert.Equal(week, BookingRules.WeeksOf(new(At(2027, 1, 3, 9), At(2027, 1, 3, 12))).Single());
    }

    [Theory]
    [InlineData(3, 23, 167)]
    [InlineData(10, 19, 169)]
    public void WeeksOf_WeekOfTheChange_HasItsHours(int month, int day, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), BookingRules.WeeksOf(new(At(2026, month, day, 9), At(2026, month, day, 10))).Single().Length);

    [Fact]
    public void MonthsOf_OverTheBorder_IsBoth()
    {
        Assert.Equal(2, BookingRules.MonthsOf(new(At(2026, 12, 31, 22), At(2027, 1, 1, 6))).Count());
        Assert.Single(BookingRules.MonthsOf(new(At(2026, 12, 31, 20), LabTime.StartOf(new(2027, 1, 1)))));
        Assert.Equal(TimeSpan.FromDays(29), BookingRules.MonthsOf(new(At(2028, 2, 29, 9), At(2028, 2, 29, 10))).Single().Length);
    }

    [Fact]
    public void Quotas_OvernightOnTheWeekBorder_CountInEachWeekWithTheirPart()
    {
        // Sunday 22:00 to Monday 06:00: two hours of the one week, six of the other.
        TimeSlot night = new(At(2026, 11, 15, 22), At(2026, 11, 16, 6));
        Assert.Empty(Quotas(night, new PolicyTerms { CompanyMinutesPerWeek = 6 * 60 }));
        Assert.Single(Quotas(night, new PolicyTerms { CompanyMinutesPerWeek = (6 * 60) - 15 }));
        Assert.Single(Quotas(night, new PolicyTerms { CompanyMinutesPerWeek = 6 * 60 }, Use(new(At(2026, 11, 17, 9), At(2026, 11, 17, 10)))));
        Assert.Empty(Quotas(night, new PolicyTerms { CompanyMinutesPerWeek = 6 * 60 }, Use(new(At(2026, 11, 10, 9), At(2026, 11, 10, 13)))));
        Assert.Single(Quotas(night, new PolicyTerms { CompanyMinutesPerWeek = 6 * 60 }, Use(new(At(2026, 11, 10, 9), At(2026, 11, 10, 14)))));
    }

    [Fact]
    public void Quotas_Person_CountsOnlyTheirOwn()
    {
        var terms = new PolicyTerms { PersonMinutesPerWeek = 240 };
        Assert.Empty(Quotas(Tuesday(9, 12), terms, Use(Tuesday(14, 17), person: 2)));
        Assert.Single(Quotas(Tuesday(9, 12), terms, Use(Tuesday(14, 17), person: 1)));
    }

    [Fact]
    public void Quotas_Future_CountsReservationsNotItems()
    {
        var terms = new PolicyTerms { CompanyFutureReservations = 2 };
        var two = new[] { Use(Tuesday(14, 17), reservation: 5), Use(Tuesday(14, 17), reservation: 5) };
        Assert.Empty(Quotas(Tuesday(9, 12), terms, two));
        Assert.Single(Quotas(Tuesday(9, 12), terms, [.. two, Use(Tuesday(17, 18), reservation: 6)]));
        Assert.Empty(Quotas(Tuesday(9, 12), terms, [.. two, Use(Tuesday(17, 18), reservation: 6) with { IsFuture = false }]));
    }

    [Fact]
    public void Quotas_OfACategory_CountOnlyItsResources()
    {
        var terms = new PolicyTerms { CompanyMinutesPerWeek = 240 };
        Assert.Empty(Quotas(Tuesday(9, 12), terms, [Use(Tuesday(14, 17)) with { CategoryId = 4 }], category: 3));
        Assert.Single(Quotas(Tuesday(9, 12), terms, [Use(Tuesday(14, 17)) with { CategoryId = 3 }], category: 3));
    }

    [Fact]
    public void Check_SeveralBroken_NeverOverridableComeFirst()
    {
        var facts = Facts(Tuesday(5, 12), new EffectivePolicy { MaxMinutes = 60 });
        var taken = facts.Resources[0] with { Taken = [new Taken(1, QuarterHour.Of(facts.Slot.Start), QuarterHour.Of(facts.Slot.End), 1, null, false)] };
        var refusals = BookingRules.Check(facts with { Resources = [taken] });
        Assert.Equal(BookingRefusals.SlotTaken, refusals[0].Code);
        Assert.False(refusals[0].Overridable);
        Assert.All(refusals.Skip(1), r => Assert.True(r.Overridable));
        Assert.Equal(3, refusals.Count);
    }

    [Fact]
    public void Check_AnothersReservationInTheWay_IsNotNamed()
    {
        var facts = Facts(Tuesday(9, 12));
        var resource = facts.Resources[0] with
        {
            Taken = [new Taken(1, QuarterHour.Of(facts.Slot.Start), QuarterHour.Of(facts.Slot.End), 1, null, false)],
            Holders = new Dictionary<long, Holder> { [1] = new("BK-2026-00001", 77, facts.Slot) },
        };
        facts = facts with { Resources = [resource] };
        Assert.DoesNotContain("number", BookingRules.Check(facts).Single().Facts.Keys);
        Assert.Equal("BK-2026-00001", BookingRules.Check(facts with { ByStaff = true }).Single().Facts["number"]);
    }

    private static DateTimeOffset At(int year, int month, int day, int hour) =>
        LabTime.ToInstant(new DateTime(year, month, day, hour, 0, 0, DateTimeKind.Unspecified)).Value;

    private static TimeSlot Tuesday(int from, int until) => new(At(2026, 11, 10, from), At(2026, 11, 10, until));

    private static TimeSlot Minutes(int minutes) => new(At(2026, 11, 10, 9), At(2026, 11, 10, 9).AddMinutes(minutes));

    private static IEnumerable<string> Codes(IEnumerable<Refusal> refusals) => refusals.Select(r => r.Code);

    private static Refusal? Opening(TimeSlot slot, EffectivePolicy? policy = null) =>
        BookingRules.Opening(slot, Dryer, policy ?? EffectivePolicy.Default, Weekdays);

    private static BookingFacts Facts(
        TimeSlot slot, EffectivePolicy? policy = null, DateTimeOffset? now = null, IReadOnlyList<TimeSlot>? open = null) => new()
        {
            Now = now ?? Now,
            Slot = slot,
            ByStaff = false,
            Company = Company.Create("Sajtműhely Kft."),
            Membership = MemberRole.Member,
            PersonId = 1,
            Resources =
            [
                new ResourceFacts { Resource = Dryer, Units = 1, Policy = policy ?? EffectivePolicy.Default, Open = open ?? Weekdays, Taken = [] },
            ],
        };

    private static IReadOnlyList<Refusal> Check(
        TimeSlot slot, EffectivePolicy? policy = null, DateTimeOffset? now = null, IReadOnlyList<TimeSlot>? open = null) =>
        BookingRules.Check(Facts(slot, policy, now, open));

    private static CountedUse Use(TimeSlot slot, long person = 1, long reservation = 5) => new(slot, 1, 3, person, reservation, true);

    private static List<Refusal> Quotas(TimeSlot slot, PolicyTerms terms, params CountedUse[] counted) => Quotas(slot, terms, counted, null);

    private static List<Refusal> Quotas(TimeSlot slot, PolicyTerms terms, CountedUse[] counted, long? category)
    {
        var policy = new EffectivePolicy { Quotas = [BookingPolicy.Create(new(2026, 1, 1), terms, categoryId: category)] };
        var refusals = BookingRules.Quotas(Facts(slot, policy) with { Counted = counted }).ToList();
        Assert.All(refusals, r => Assert.Equal((BookingRefusals.QuotaUsed, true), (r.Code, r.Overridable)));
        return refusals;
    }
}
