using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Companies.Onboarding;
using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

/// <summary>No door has weaker rules than another: each way of writing a reservation meets each rule.</summary>
public sealed class EveryPathEveryRuleTests : IDisposable
{
    private readonly Lab lab = new();
    private long target;

    public enum Path
    {
        Preview = 0,
        Reserve = 1,
        OnBehalf = 2,
        Multi = 3,
        Move = 4,
        Resize = 5,
        ChangeResource = 6,
        Maintenance = 7,
    }

    private static readonly string[] Hard =
        [BookingRefusals.SlotTaken, BookingRefusals.UnderMaintenance, BookingRefusals.ResourceRetired, OnboardingRefusals.StepExpired];

    public static TheoryData<Path, string> Doors()
    {
        string[] soft = [BookingRefusals.OutsideOpeningTimes, BookingRefusals.TooLong, BookingRefusals.NotOnGranularity,
            BookingRefusals.BeyondHorizon, BookingRefusals.QuotaUsed, BookingRefusals.NightUseNotAllowed];
        var doors = new TheoryData<Path, string>();
        foreach (var path in Enum.GetValues<Path>())
            foreach (var rule in Hard.Concat(soft).Append(BookingRefusals.OnlyStaffMayBook))
            {
                // Staff pass who-may-book by right, and maintenance moves with its own reason past what staff may override.
                if (rule == BookingRefusals.OnlyStaffMayBook && path == Path.OnBehalf) continue;
                if (path == Path.Maintenance && !Hard.Contains(rule)) continue;
                // A resize leaves the start where it was.
                if (path == Path.Resize && rule == BookingRefusals.BeyondHorizon) continue;
                doors.Add(path, rule);
            }

        return doors;
    }

    public void Dispose() => lab.Dispose();

    [Theory, MemberData(nameof(Doors))]
    public async Task Write_RuleBroken_IsRefusedAtEveryDoor(Path path, string rule)
    {
        var spare = lab.Resource();
        target = lab.Resource();
        // Where the path begins from a reservation, it lies on the day before at a time no rule minds.
        var from = path is Path.Move or Path.Resize or Path.Maintenance ? target : spare;
        var start = path == Path.Resize ? Lab.Slot(9, 10, day: 11) : Lab.Slot(17, 18);
        var reference = path is Path.Move or Path.Resize or Path.ChangeResource or Path.Maintenance ? await lab.BookAsync(start, from) : Guid.Empty;
        var wanted = await BreakAsync(rule, path == Path.Maintenance);
        var before = reference == Guid.Empty ? null : await lab.SeeAsync(reference);

        IReadOnlyList<Refusal> refusals = path switch
        {
            Path.Preview => await lab.OnDeskAsync(d => d.CheckAsync(lab.Wish(wanted, target), lab.Anna)),
            Path.Reserve => (await lab.ReserveAsync(wanted, target)).Refusals,
            Path.OnBehalf => (await lab.ReserveAsync(lab.Wish(wanted, target), lab.Staff)).Refusals,
            Path.Multi => (await lab.ReserveAsync(wanted, spare, target)).Refusals,
            Path.Move or Path.Resize => (await lab.MoveAsync(reference, wanted)).Refusals,
            Path.ChangeResource => (await lab.MoveAsync(reference, wanted, resources: target)).Refusals,
            _ => (await lab.MaintainAsync(target, start, choices: (await lab.IdAsync(reference), new AffectedChoice(wanted.Start)))).Refusals,
        };

        Assert.Contains(rule, refusals.Select(r => r.Code));
        Assert.Equal(Hard.Contains(rule) || rule == BookingRefusals.OnlyStaffMayBook, refusals.Any(r => !r.Overridable));
        if (before is not null) Assert.Equal(before.Version, (await lab.SeeAsync(reference)).Version);
        await lab.AssertSoundAsync();
    }

    /// <summary>Makes the world in which the wanted slot (Wednesday from 9) breaks the rule.</summary>
    private async Task<TimeSlot> BreakAsync(string rule, bool sameLength)
    {
        var wanted = Lab.Slot(9, sameLength ? 10 : 12, day: 11);
        var inTheWay = sameLength ? wanted : Lab.Slot(10, 12, day: 11);
        switch (rule)
        {
            case BookingRefusals.SlotTaken:
                await lab.ReserveAsync(lab.Wish(inTheWay, target) with { CompanyId = lab.Mill });
                break;
            case BookingRefusals.UnderMaintenance:
                await lab.MaintainAsync(target, inTheWay);
                break;
            case BookingRefusals.ResourceRetired:
                lab.Retire(target);
                break;
            case OnboardingRefusals.StepExpired:
                // Counts until the day before: what the path begins from could be booked.
                await lab.DoneAsync(lab.Step(), new DateOnly(2026, 11, 10));
                break;
            case BookingRefusals.OnlyStaffMayBook:
                lab.Policy(new PolicyTerms { WhoMayBook = WhoMayBook.StaffOnly }, resourceId: target);
                break;
            case BookingRefusals.TooLong:
                lab.Policy(new PolicyTerms { MaxMinutes = 120 }, resourceId: target);
                break;
            case BookingRefusals.NotOnGranularity:
                lab.Policy(new PolicyTerms { GranularityMinutes = 120 }, resourceId: target);
                break;
            case BookingRefusals.QuotaUsed:
                lab.Policy(new PolicyTerms { CompanyMinutesPerWeek = 120 }, resourceId: target);
                break;
            case BookingRefusals.OutsideOpeningTimes:
                return Lab.Slot(9, 20, day: 11);
            case BookingRefusals.NightUseNotAllowed:
                return Lab.Slot(9, 24 + 9, day: 11);
            case BookingRefusals.BeyondHorizon:
                return new TimeSlot(wanted.Start.AddDays(98), wanted.End.AddDays(98));
        }

        return wanted;
    }
}
