using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// What every lab begins with: categories, the week's opening times, the Hungarian holidays and the lab's policy. Each is
/// loaded where its table is empty and never again, so that what staff made of it stays.
/// </summary>
public static class ReferenceData
{
    public const string CategoriesFile = "resource_categories.csv";
    public const string HolidaysFile = "hu_holidays_workdays_2025_2026.csv";

    private const int OpensAt = 7 * 60;
    private const int ClosesAt = 19 * 60;

    /// <param name="seedFolder">The folder of the files in db/seed.</param>
    public static async Task LoadAsync(IncubatorDb db, string seedFolder, TimeProvider clock, CancellationToken cancel = default)
    {
        if (!await db.ResourceCategories.AnyAsync(cancel)) await LoadCategoriesAsync(db, Path.Combine(seedFolder, CategoriesFile), cancel);
        var times = new OpeningTimes(db, clock);
        if (!await db.OpeningPatterns.AnyAsync(cancel))
        {
            Require(await times.SetWeekAsync(new SetOpeningWeek
            {
                Week = [.. Enumerable.Range((int)DayOfWeek.Monday, 5).Select(day => new OpeningSpan((DayOfWeek)day, OpensAt, ClosesAt))],
            }, Actor.System, cancel));
        }

        if (!await db.CalendarExceptions.AnyAsync(cancel))
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(seedFolder, HolidaysFile), cancel);
            Require(await times.ImportHolidaysAsync(file, Actor.System, cancel));
        }

        if (!await db.BookingPolicies.AnyAsync(cancel))
        {
            var standard = EffectivePolicy.Default;
            Require(await new PolicyDesk(db, clock).SetAsync(new SetPolicy
            {
                ValidFrom = new DateOnly(2025, 1, 1),
                Terms = new PolicyTerms
                {
                    MinMinutes = standard.MinMinutes,
                    MaxMinutes = standard.MaxMinutes,
                    GranularityMinutes = standard.GranularityMinutes,
                    MinNoticeMinutes = standard.MinNoticeMinutes,
                    HorizonDays = standard.HorizonDays,
                    FreeCancelMinutes = standard.FreeCancelMinutes,
                    WeekendUse = standard.WeekendUse,
                    NightUse = standard.NightUse,
                    WhoMayBook = standard.WhoMayBook,
                },
            }, Actor.System, cancel));
        }
    }

    private static async Task LoadCategoriesAsync(IncubatorDb db, string file, CancellationToken cancel)
    {
        var table = Require(CsvTable.Read(await File.ReadAllBytesAsync(file, cancel)));
        Require(await db.CommitAsync<Done>(token =>
        {
            db.ResourceCategories.AddRange(table.Rows.Select(r => ResourceCategory.Create(r.Cells[0], r.Cells[1], r.Cells[2])));
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel: cancel));
    }

    private static T Require<T>(Result<T> result) => result.Value;
}
