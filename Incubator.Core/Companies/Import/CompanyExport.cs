using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Gives the register, alumni included, in the format the import reads: taken in again, it changes nothing.</summary>
public sealed class CompanyExport(IncubatorDb db, TimeProvider clock)
{
    /// <summary>UTF-8 with BOM, so that spreadsheets read the accents.</summary>
    public async Task<byte[]> WriteAsync(CancellationToken cancel = default)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        var companies = await db.Companies.AsNoTracking().Include(c => c.OtherActivities).OrderBy(c => c.Name).ToListAsync(cancel);
        var kinds = (await db.Memberships.AsNoTracking().Where(m => m.From <= today && (m.Until == null || m.Until >= today))
            .Select(m => new { m.CompanyId, m.Kind }).ToListAsync(cancel)).ToLookup(m => m.CompanyId, m => m.Kind);
        using var bytes = new MemoryStream();
        await using (var csv = new CsvWriter(
            new StreamWriter(bytes, new UTF8Encoding(true)), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Write(csv, CompanyHeadings.Exported);
            foreach (var company in companies) Write(csv, Cells(company, string.Join(", ", kinds[company.Id].Distinct().Order())));
        }

        return bytes.ToArray();
    }

    private static string?[] Cells(Company company, string membership)
    {
        var f = company.Facts();
        return
        [
            f.Name, f.ShortName, f.LegalForm?.ToString(), f.Role.ToString(), f.TaxNumber, f.EuVatNumber, f.RegisterNumber, f.Postcode, f.Settlement, f.Address,
            f.Country, f.Website, f.ContactEmail, f.Phone, f.NaceMain, f.NaceRevision == NaceRevision.Rev2 ? "Rev. 2" : "Rev. 2.1", string.Join(", ", f.NaceOthers),
            HistoryBook.Text(f.FoundedOn), f.S3Priority?.ToString(), company.SizeClass?.ToString(), membership, HistoryBook.Text(company.LeftOn),
        ];
    }

    private static void Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(CellGuard.Protect(cell));
        csv.NextRecord();
    }
}
