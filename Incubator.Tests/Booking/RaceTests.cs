using CsCheck;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public class RaceTests : IDisposable
{
    private readonly Lab lab = new();

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Reserve_32AtOnce_ExactlyOneIsBooked()
    {
        var dryer = lab.Resource();
        for (var day = 10; day <= 13; day++)
        {
            var slot = Lab.Slot(9, 12, day);
            var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => lab.ReserveAsync(slot, dryer))));
            Assert.Single(results, r => r.Succeeded);
            Assert.All(results.Where(r => !r.Succeeded), r => Assert.Equal([BookingRefusals.SlotTaken], r.Refusals.Select(x => x.Code)));
        }

        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_TheSameFormAtOnce_BooksOnce()
    {
        var wish = lab.Wish(Lab.Slot(9, 12), lab.Resource());
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => lab.ReserveAsync(wish))));
        Assert.Single(results.Select(r => r.Value.Id).Distinct());
        await using var db = lab.Open();
        Assert.Equal(1, await db.Reservations.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reserve_AbAgainstBa_NeitherHangsNorHalfBooks()
    {
        long a = lab.Resource(), b = lab.Resource();
        for (var hour = 8; hour < 18; hour++)
        {
            var slot = Lab.Slot(hour, hour + 1);
            var results = await Task.WhenAll(
                Task.Run(() => lab.ReserveAsync(slot, a, b)),
                Task.Run(() => lab.ReserveAsync(lab.Wish(slot, b, a) with { CompanyId = lab.Mill })));
            Assert.Single(results, r => r.Succeeded);
        }

        Assert.Equal((40, 40), (await lab.HeldAsync(a), await lab.HeldAsync(b)));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_TwoResourcesAtOnce_CannotExceedTheQuota()
    {
        lab.Policy(new PolicyTerms { CompanyMinutesPerWeek = 4 * 60 });
        var resources = Enumerable.Range(0, 6).Select(_ => lab.Resource()).ToList();
        var results = await Task.WhenAll(resources.Select(r => Task.Run(() => lab.ReserveAsync(Lab.Slot(9, 12), r))));
        Assert.Single(results, r => r.Succeeded);
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.True(r.Was(BookingRefusals.QuotaUsed)));
    }

    [Fact]
    public async Task Maintain_WhileSomeoneBooks_NeverBoth()
    {
        var dryer = lab.Resource();
        for (var hour = 8; hour < 16; hour++)
        {
            var slot = Lab.Slot(hour, hour + 1);
            var booking = Task.Run(() => lab.ReserveAsync(slot, dryer));
            var window = Task.Run(() => lab.MaintainAsync(dryer, slot));
            Assert.NotEqual((await booking).Succeeded, (await window).Succeeded);
        }

        await lab.AssertSoundAsync();
    }

    /// <summary>Whatever is done in whatever order, nothing overlaps and the occupancy says just what the reservations say.</summary>
    [Fact]
    public async Task AnyActs_InAnyOrder_NeverOverlap() =>
        await Gen.Select(Gen.Int[0, 7], Gen.Int[0, 20], Gen.Int[1, 12], Gen.Int[0, 3]).List[15, 40]
            .SampleAsync(PlayAsync, iter: 12, threads: 1);

    private static async Task PlayAsync(List<(int Act, int At, int Quarters, int Which)> acts)
    {
        using var lab = new Lab(alwaysOpen: true);
        lab.Policy(new PolicyTerms { MinMinutes = 15, MinNoticeMinutes = 0 });
        long[] resources = [lab.Resource(units: 2, setup: 15, cleanup: 30), lab.Resource(), lab.Resource(units: 3), lab.Resource(setup: 45)];
        var booked = new List<Guid>();
        var windows = new List<Guid>();
        foreach (var (act, at, quarters, which) in acts)
        {
            var start = QuarterHour.RoundUp(lab.Clock.GetUtcNow()).AddMinutes(15 * at);
            TimeSlot slot = new(start, start.AddMinutes(15 * quarters));
            var one = booked.Count == 0 ? Guid.Empty : booked[(at + which) % booked.Count];
            switch (act)
            {
                case 0 or 1 or 2:
                    long[] wanted = quarters % 3 == 0 ? [resources[which], resources[(which + 1) % 4]] : quarters % 5 == 0 ? [resources[2], resources[2]] : [resources[which]];
                    if (await lab.ReserveAsync(slot, wanted) is { Succeeded: true } done) booked.Add(done.Value.Reference);
                    break;
                case 3:
                    await lab.MoveAsync(one, slot, lab.Staff, reason: "Random", resources: at % 2 == 0 ? [resources[which]] : []);
                    break;
                case 4:
                    await lab.CancelAsync(one);
                    break;
                case 5:
                    if (!(await lab.CheckInAsync(one)).Succeeded) await lab.NoShowAsync(one);
                    else if (at % 2 == 0) await lab.MoveAsync(one, (await lab.SeeAsync(one)).Slot with { End = slot.End }, lab.Staff, reason: "Random");
                    break;
                case 6:
                    lab.Clock.Advance(TimeSpan.FromMinutes(10 * quarters));
                    await lab.CheckOutAsync(one);
                    break;
                default:
                    await using (var db = lab.Open())
                    {
                        var ids = await db.Reservations.Select(r => r.Id).ToListAsync();
                        var placed = await lab.MaintainAsync(resources[which], slot, planned: at % 2 == 0, unit: quarters % 2 == 0 ? 1 : null,
                            [.. ids.Select(id => (id, (id % 3) switch
                            {
                                0 => AffectedChoice.Displace,
                                1 => AffectedChoice.KeepIt,
                                _ => new AffectedChoice(slot.End.AddHours(1)),
                            }))]);
                        if (placed.Succeeded) windows.AddRange(placed.Value);
                    }

                    if (windows.Count > 0 && quarters % 3 == 0) await lab.InWorkshopAsync(w => w.ReturnToServiceAsync(windows[at % windows.Count], lab.Staff));
                    break;
            }

            await lab.AssertSoundAsync();
        }
    }
}
