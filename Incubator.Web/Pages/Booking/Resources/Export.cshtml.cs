using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>The resources in service as a CSV file that the import reads.</summary>
[Authorize(Policy = Permission.ManageResources)]
public sealed class ExportModel(ResourceExport export) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        File(await export.WriteAsync(cancel), "text/csv; charset=utf-8", "equipment.csv");
}
