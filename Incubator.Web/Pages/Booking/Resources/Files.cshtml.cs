using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking.Resources;

[Authorize(Policy = Permission.ManageResources)]
public sealed class FilesModel(
    IncubatorDb db, DocumentArchive archive, CurrentActor current, RefusalText refusals, IStringLocalizer<ResourcesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public string Name { get; private set; } = "";
    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAddAsync(AttachmentKind kind, IFormFile? file, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } id) return NotFound();
        if (!Enum.IsDefined(kind)) return this.Malformed();
        var result = await archive.KeepAsync(new KeepFile
        {
            Subject = nameof(Resource),
            SubjectId = id,
            Kind = kind,
            FileName = file?.FileName ?? "",
            Bytes = await Upload.ReadAsync(file, cancel),
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The file is kept."]);
        return Redirect(ResourceLinks.Files(Code));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid reference, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is null || Attachments.All(a => a.Reference != reference)) return NotFound();
        var result = await archive.RemoveAsync(reference, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The file was removed."]);
        return Redirect(ResourceLinks.Files(Code));
    }

    private async Task<long?> LoadAsync(CancellationToken cancel)
    {
        var resource = await db.Resources.AsNoTracking().WithCode(Code).FirstOrDefaultAsync(cancel);
        if (resource is null) return null;
        Name = resource.Name(LabFormat.Language);
        Attachments = await db.Attachments.AsNoTracking()
            .Where(a => a.Subject == nameof(Resource) && a.SubjectId == resource.Id).OrderBy(a => a.FileName).ToListAsync(cancel);
        return resource.Id;
    }
}
