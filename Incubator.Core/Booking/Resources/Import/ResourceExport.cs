using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>Gives the resources in service in the format the import reads: taken in again, it changes nothing.</summary>
public sealed class ResourceExport(IncubatorDb db)
{
    /// <summary>UTF-8 with BOM, so that spreadsheets read the accents.</summary>
    public async Task<byte[]> WriteAsync(CancellationToken cancel = default)
    {
        var rows = await (
                from resource in db.Resources
                join category in db.ResourceCategories on resource.CategoryId equals category.Id
                join site in db.Sites on resource.SiteId equals (long?)site.Id into sites
                from site in sites.DefaultIfEmpty()
                where resource.RetiredAt == null
                orderby resource.Code
                select new { Resource = resource, Category = category.Code, Site = site == null ? null : site.Name })
            .AsNoTracking().ToListAsync(cancel);
        using var bytes = new MemoryStream();
        await using (var csv = new CsvWriter(
            new StreamWriter(bytes, new UTF8Encoding(true)), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Write(csv, ResourceHeadings.Exported);
            foreach (var row in rows) Write(csv, Cells(row.Resource, row.Category, row.Site));
        }

        return bytes.ToArray();
    }

    private static string?[] Cells(Resource r, string category, string? site) =>
    [
        r.Code, r.NameEn, category, r.Manufacturer, r.Model, r.CapacityFigure, r.CapacityUnit, site, null, null, null,
        r.FoodGrade switch { FoodGrade.Food => "yes", FoodGrade.NonFood => "no", FoodGrade.LabOnly => "lab only", _ => null },
        r.Notes, r.Source, r.NameHu, r.Kind == ResourceKind.Facility ? "facility" : "equipment", r.Room,
        r.Units.ToString(CultureInfo.InvariantCulture), r.SetupMinutes.ToString(CultureInfo.InvariantCulture),
        r.CleanupMinutes.ToString(CultureInfo.InvariantCulture),
    ];

    private static void Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(CellGuard.Protect(cell));
        csv.NextRecord();
    }
}
