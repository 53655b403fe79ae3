using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>A machine of the catalogue that may be wished for.</summary>
public sealed record WishableResource(long Id, string Code, string Name, string Category);

/// <summary>A page of the form with what stands in it; for the applicant, and for staff who look what an applicant will see.</summary>
public sealed class FormView(
    ApplicationForm form, FormSection section, ApplicationAnswers answers, IStringLocalizer text)
{
    public FormSection Section { get; } = section;

    public ApplicationForm Form { get; } = form;

    public ApplicationAnswers Answers { get; } = answers;

    public string Title => FieldWords.Page(Section, text);

    /// <summary>What most will say, offered where nothing stands yet; it counts once it is saved.</summary>
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["company.country"] = CompanyFacts.Hungary,
        ["company.naceRevision"] = nameof(NaceRevision.Rev21),
        ["size.currency"] = YearFigures.Forint,
    };

    /// <summary>Typed in place of what is saved: after a conflict, or where it was too long to keep.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    public Dictionary<string, string> Elsewhere { get; } = [];

    public Dictionary<string, string> Errors { get; } = [];

    public IReadOnlyList<WishableResource> Resources { get; init; } = [];

    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>Where an applicant's own file is fetched; null in a preview.</summary>
    public Func<Guid, string>? FileUrl { get; init; }

    /// <summary>The marks that the page sends back: what it was shown.</summary>
    public string Seen => string.Join(';', Section.Fields
        .Select(f => (f.Name, Mark: AnswerMerge.Mark(Answers.Typed(f.Name)))).Where(f => f.Mark.Length > 0).Select(f => $"{f.Name}={f.Mark}"));

    public static Dictionary<string, string> SeenOf(string? seen) => (seen ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).DistinctBy(p => p[0]).ToDictionary(p => p[0], p => p[1]);

    public FieldView Of(string name)
    {
        var field = Form.Field(name)!;
        var typed = Typed.GetValueOrDefault(name) ?? Answers.Typed(name);
        if (typed.Length == 0) typed = Usual.GetValueOrDefault(name, "");
        return new FieldView(field, FieldWords.Label(field, text), typed)
        {
            Hint = FieldWords.Hint(field, text),
            IsWanted = ApplicationRules.IsWanted(field, Answers),
            Error = Errors.GetValueOrDefault(name),
            Elsewhere = Elsewhere.TryGetValue(name, out var stands) ? Words(field, stands) : null,
            Choices = [.. field.Choices.Select(c => (c, FieldWords.Choice(field, c, text)))],
            Unit = field.Question?.Unit(LabFormat.Language),
            Consent = field.Question?.Consent(LabFormat.Language),
            File = Guid.TryParse(typed, out var reference) && Files.FirstOrDefault(f => f.Reference == reference) is { } file && FileUrl is not null
                ? (file.FileName, FileUrl(reference))
                : null,
        };
    }

    /// <summary>Marks what cannot be understood; and what is missing too, where the reader came to look for that.</summary>
    public void Mark(Completeness completeness, bool missingToo, RefusalText refusals)
    {
        foreach (var problem in completeness.Problems.Where(p => p.Section == Section.Key && (missingToo || p.Refusal.Code != "Missing")))
            Errors.TryAdd(problem.Field, refusals.Say(problem.Refusal));
    }

    private string Words(FormField field, string stands) =>
        stands.Length == 0 ? text["nothing"]
        : field.Type is FieldType.Tick or FieldType.Consent ? text["ticked"]
        : field.Choices.Count > 0 ? string.Join(", ", stands.Split(',').Select(c => FieldWords.Choice(field, c, text)))
        : stands;

    /// <summary>What can be wished for, by category.</summary>
    public static async Task<IReadOnlyList<WishableResource>> ResourcesAsync(IncubatorDb db, CancellationToken cancel)
    {
        var categories = await db.ResourceCategories.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
        return [.. (await db.Resources.AsNoTracking().Where(r => r.RetiredAt == null).ToListAsync(cancel))
            .Select(r => new WishableResource(r.Id, r.Code, r.Name(LabFormat.Language), categories[r.CategoryId].Name(LabFormat.Language)))
            .OrderBy(r => r.Category, StringComparer.CurrentCulture).ThenBy(r => r.Name, StringComparer.CurrentCulture)];
    }
}
