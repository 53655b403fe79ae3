using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Documents;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Booking.Resources;

public class ResourceImportTests : IDisposable
{
    private static readonly string Seed = Path.Combine(AppContext.BaseDirectory, "seed");
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 9, 7, 0, 0, TimeSpan.Zero));
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Confirm_TheRealList_GoesInWholeAndTwiceChangesNothing()
    {
        await using var db = database.Open();
        await ReferenceData.LoadAsync(db, Seed, clock, cancel);
        var file = await File.ReadAllBytesAsync(Path.Combine(Seed, "equipment.csv"), cancel);
        var import = new ResourceImport(db, clock);

        var plan = (await import.PreviewAsync(file, cancel)).Value;
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.NewCategories);
        Assert.Equal((63, 0), (plan.Created.Count, plan.Changed.Count));
        Assert.Equal(0, await db.Resources.CountAsync(cancel));

        var outcome = (await import.ConfirmAsync(file, Actor.System, plan.Fingerprint, cancel: cancel)).Value;
        Assert.Equal(63, outcome.Created);
        Assert.Equal(5, await db.Resources.CountAsync(r => r.Kind == ResourceKind.Facility, cancel));
        Assert.Equal(16, await db.Resources.CountAsync(r => r.FoodGrade == FoodGrade.Food, cancel));
        var dryer = await db.Resources.AsNoTracking().SingleAsync(r => r.Code == "COR-013", cancel);
        Assert.Equal(("Porlasztva szárító torony", "Atomizing tower spray dryer", "Niro"), (dryer.NameHu, dryer.NameEn, dryer.Manufacturer));
        Assert.Equal(63, await db.History.CountAsync(h => h.Subject == "Resource" && h.Act == "Imported", cancel));

        var versions = await db.Resources.AsNoTracking().OrderBy(r => r.Id).Select(r => r.Version).ToListAsync(cancel);
        var history = await db.History.CountAsync(cancel);
        var again = (await import.ConfirmAsync(file, Actor.System, cancel: cancel)).Value;
        Assert.Equal((0, 0, 63), (again.Created, again.Changed, again.LeftAlone));
        Assert.Equal(versions, await db.Resources.AsNoTracking().OrderBy(r => r.Id).Select(r => r.Version).ToListAsync(cancel));
        Assert.Equal(history, await db.History.CountAsync(cancel));
    }

    [Fact]
    public async Task Preview_TheOriginalListOverOurs_LeavesTheHungarianNames()
    {
        var original = House.Path("..", "shared", "data", "equipment.csv");
        Assert.SkipUnless(File.Exists(original), $"{original} is not there");
        await using var db = database.Open();
        var import = new ResourceImport(db, clock);
        Assert.Equal(63, (await import.ConfirmAsync(await File.ReadAllBytesAsync(original, cancel), Actor.System, cancel: cancel)).Value.Created);
        Assert.Equal("Mill", (await db.Resources.AsNoTracking().SingleAsync(r => r.Code == "OSU-022", cancel)).NameHu);
        var ours = await File.ReadAllBytesAsync(Path.Combine(Seed, "equipment.csv"), cancel);
        Assert.Equal(63, (await import.ConfirmAsync(ours, Actor.System, cancel: cancel)).Value.Changed);
        Assert.Equal(63, (await import.PreviewAsync(await File.ReadAllBytesAsync(original, cancel), cancel)).Value.LeftAlone);
    }

    [Fact]
    public async Task Preview_ChangedCells_TellsOldAndNew()
    {
        await using var db = database.Open();
        var import = new ResourceImport(db, clock);
        await Confirm(import, "code,name,category,capacity,unit,notes,units\nA-1,Mill,milling,5,kg,old,2\nB-1,Press,milling,,,,1\n");
        var plan = (await import.PreviewAsync(Utf8("kód;kapacitás;megnevezés;megjegyzés\na-1;7,5kg;Malom;-\nB-1;;Press;\nC-1;1;Új;\n"), cancel)).Value;
        var changed = Assert.Single(plan.Changed);
        Assert.Equal("A-1", changed.Code);
        Assert.Equal(
            [new FieldChange("NameHu", "Mill", "Malom"), new("Capacity", "5 kg", "7.5 kg"), new("Notes", "old", null)], changed.Changes);
        Assert.Equal(1, plan.LeftAlone);
        // A new one needs a category, and this file has none.
        Assert.Equal((4, "Missing"), Assert.Single(plan.Problems) is var p ? (p.Line, p.Code) : default);
    }

    [Fact]
    public async Task Confirm_BadLines_AreLeftOutAndMakeNoCategories()
    {
        await using var db = database.Open();
        var outcome = await Confirm(new ResourceImport(db, clock),
            $"code,name,category,units,notes,setup_minutes\nA,Mill,milling,1,,\nB,Mill,odd-1,0,,\nC,Mill,odd-2,51,,\nD/1,Mill,odd-3,1,,\n" +
            $"E,{new string('x', 10_000)},odd-4,1,,\nF,Mi\u0001ll,odd-5,1,,\nG,Mill,odd-6,1,,20\nnew,Mill,odd-7,1,,\n");
        Assert.Equal((1, 7), (outcome.Created, outcome.Problems));
        Assert.Equal(["milling"], await db.ResourceCategories.Select(c => c.Code).ToListAsync(cancel));
    }

    [Fact]
    public async Task Confirm_DataMovedSincePreview_IsRefusedAndNothingWritten()
    {
        await using var db = database.Open();
        var import = new ResourceImport(db, clock);
        var file = Utf8("code,name,category\nA,Mill,milling\n");
        var seen = (await import.PreviewAsync(file, cancel)).Value.Fingerprint;
        await Confirm(import, "code,name,category\nA,Press,pressing\n");
        var late = await import.ConfirmAsync(file, Actor.System, seen, cancel: cancel);
        Assert.True(late.Was("ChangedMeanwhile"));
        Assert.Equal("Press", (await db.Resources.AsNoTracking().SingleAsync(cancel)).NameEn);
    }

    [Fact]
    public async Task Confirm_NoStaff_IsNotFound()
    {
        await using var db = database.Open();
        var result = await new ResourceImport(db, clock).ConfirmAsync(Utf8("code,name\nA,B\n"), new Actor(1, false, [1]), cancel: cancel);
        Assert.True(result.Was("NotFound"));
    }

    [Fact]
    public async Task Export_TakenInAgain_ChangesNothingAndRunsNoFormula()
    {
        await using var db = database.Open();
        await ReferenceData.LoadAsync(db, Seed, clock, cancel);
        var import = new ResourceImport(db, clock);
        await import.ConfirmAsync(await File.ReadAllBytesAsync(Path.Combine(Seed, "equipment.csv"), cancel), Actor.System, cancel: cancel);
        var category = await db.ResourceCategories.FirstAsync(cancel);
        var register = new ResourceRegister(db, clock);
        var odd = await register.CreateAsync(new RegisterResource
        {
            Details = new ResourceDetails
            {
                Code = "X-1",
                NameHu = "=HYPERLINK(\"http://x\")",
                NameEn = "@SUM(1)",
                Kind = ResourceKind.Facility,
                CategoryId = category.Id,
                Room = "-",
                Manufacturer = "'quoted'",
                Model = "n/a",
                Notes = "- one\r\n- \"two\"; three, four",
                Units = 3,
                SetupMinutes = 15,
                CleanupMinutes = 45,
                FoodGrade = FoodGrade.LabOnly,
            },
        }, Actor.System, cancel);
        Assert.True(odd.Succeeded, string.Join(", ", odd.Refusals));

        var bytes = await new ResourceExport(db).WriteAsync(cancel);
        var plan = (await import.PreviewAsync(bytes, cancel)).Value;
        Assert.Empty(plan.Problems);
        Assert.Equal((0, 0, 64), (plan.Created.Count, plan.Changed.Count, plan.LeftAlone));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.StartsWith("\uFEFFcode,name,category,manufacturer,model,capacity,unit,location_or_site,", text);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",@", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_TenThousandRows_TellsProgress()
    {
        await using var db = database.Open();
        var rows = new StringBuilder("code,name,category,capacity,unit,location_or_site\n");
        for (var i = 0; i < 10_000; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"M-{i:00000},Machine {i},drying,{i},kg,Site {i % 7}\n");
        var seen = new List<int>();
        var outcome = (await new ResourceImport(db, clock)
            .ConfirmAsync(Utf8(rows.ToString()), Actor.System, progress: new Told(seen), cancel: cancel)).Value;
        Assert.Equal(10_000, outcome.Created);
        Assert.Equal(10_000, seen[^1]);
        Assert.True(seen.Count >= 10);
    }

    private async Task<ImportOutcome> Confirm(ResourceImport import, string text) =>
        (await import.ConfirmAsync(Utf8(text), Actor.System, cancel: cancel)).Value;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class Told(List<int> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value.Done);
    }
}
