using Incubator.Core.Companies;
using Incubator.Web.Pages.Booking.Resources;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>The evidence of a step as it is typed and chosen.</summary>
public sealed record EvidenceInput
{
    public string? Number { get; set; }

    public string? Scope { get; set; }

    public string? DocumentVersion { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public IFormFile? File { get; set; }

    public EvidenceGiven Given => new()
    {
        Number = Number,
        Scope = Scope,
        DocumentVersion = DocumentVersion,
        ValidFrom = ValidFrom,
        ValidUntil = ValidUntil,
    };

    public async Task<HandedFile?> HandAsync(CancellationToken cancel) =>
        File is null ? null : new HandedFile(File.FileName, await Upload.ReadAsync(File, cancel));
}

/// <summary>The fields that a step wants filled in.</summary>
public sealed record EvidenceFields(OnboardingStep Step, EvidenceInput Input);
