using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>An application to read: <c>&lt;partial name="/Pages/Cohorts/Applications/_Sheet.cshtml" model="sheet" /&gt;</c>.</summary>
public sealed record ApplicationSheet(IReadOnlyList<SheetPart> Parts, IReadOnlyList<SheetFile> Files, SizeWorking Size);

public sealed record SheetPart(string Title, IReadOnlyList<SheetLine> Lines, bool HasSize);

public sealed record SheetLine(string Label, string Text);

public sealed record SheetFile(string Name, string Url, string? AsAnswerTo);

/// <summary>Puts a whole application into words, for the applicant, staff and reviewers alike; who may read it the page has asked.</summary>
public sealed class SheetReader(IncubatorDb db, ApplicationReader reader, IStringLocalizer<ApplicationsText> text)
{
    /// <param name="fileUrl">Where this reader fetches a file.</param>
    /// <param name="withContact">Reviewers need no name and telephone number of who filled it in.</param>
    public async Task<ApplicationSheet> ReadAsync(
        Application application, Func<Guid, string> fileUrl, CancellationToken cancel, bool withContact = true)
    {
        var form = await reader.FormAsync(application.CallId, cancel);
        var answers = await reader.AnswersAsync(application.Id, cancel);
        var files = await db.Attachments.AsNoTracking().Where(a => a.Subject == nameof(Application) && a.SubjectId == application.Id)
            .OrderBy(a => a.FileName).ToListAsync(cancel);
        var asked = form.Sections.SelectMany(s => s.Fields).Where(f => f.Type == FieldType.File)
            .ToLookup(f => answers.Text(f.Name), f => FieldWords.Label(f, text));
        var parts = form.Sections.Where(s => s.Key is not (ApplicationForm.Equipment or ApplicationForm.Files))
            .Select(s => new SheetPart(FieldWords.Page(s, text), [.. Lines(s, answers, withContact)], s.Key == ApplicationForm.Size)).ToList();
        parts.Insert(3, new SheetPart(text["Equipment"], await WishesAsync(answers, cancel), false));
        return new ApplicationSheet(
            parts,
            [.. files.Select(f => new SheetFile(f.FileName, fileUrl(f.Reference), asked[f.Reference.ToString()].FirstOrDefault()))],
            answers.SizeWorking());
    }

    private IEnumerable<SheetLine> Lines(FormSection section, ApplicationAnswers answers, bool withContact)
    {
        foreach (var field in section.Fields.Where(f => f.Type != FieldType.File && !(f.Name[0] == 'q' && f.Name.EndsWith(FormField.CurrencySuffix, StringComparison.Ordinal))))
        {
            var said = answers.Text(field.Name);
            if (!withContact && field.Name.StartsWith("contact.", StringComparison.Ordinal)) continue;
            if (said.Length == 0 && section.Own is null) continue;
            var label = field.Name.Split('.') switch
            {
                ["size", "2", ..] => $"{FieldWords.Label(field, text)} ({text["the year before"]})",
                ["idea", var n, ..] when n != "1" => $"{FieldWords.Label(field, text)} ({text["idea {0}", n]})",
                ["firm", var n, "2", ..] => $"{FieldWords.Label(field, text)} ({text["other firm {0}", n]}, {text["the year before"]})",
                ["firm", var n, ..] => $"{FieldWords.Label(field, text)} ({text["other firm {0}", n]})",
                _ => FieldWords.Label(field, text),
            };
            yield return new SheetLine(label, said.Length == 0 ? "–" : Say(field, said, answers));
        }
    }

    private string Say(FormField field, string said, ApplicationAnswers answers) => field.Type switch
    {
        FieldType.Consent => text["Agreed"],
        FieldType.ChooseOne or FieldType.ChooseMany or FieldType.YesNo =>
            string.Join(", ", said.Split(',').Select(c => FieldWords.Choice(field, c, text))),
        // A number that can be read is written as the reader writes numbers.
        FieldType.WholeNumber when field.Name.EndsWith(".year", StringComparison.Ordinal) => said,
        FieldType.WholeNumber or FieldType.DecimalNumber or FieldType.Money =>
            $"{(answers.Number(field.Name, field.Type == FieldType.Money ? 2 : 4) is { } number ? LabFormat.Number(number) : said)} {Unit(field, answers)}".Trim(),
        _ => said,
    };

    private static string? Unit(FormField field, ApplicationAnswers answers) =>
        field.Type != FieldType.Money ? field.Question?.Unit(LabFormat.Language)
        : field.Question is null ? answers.Text("size.currency") : answers.Text(field.Name + FormField.CurrencySuffix);

    private async Task<IReadOnlyList<SheetLine>> WishesAsync(ApplicationAnswers answers, CancellationToken cancel)
    {
        var wishes = answers.Wishes();
        var ids = wishes.Select(w => w.ResourceId).ToList();
        var names = (await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancel)).ToDictionary(r => r.Id, r => $"{r.Name(LabFormat.Language)} ({r.Code})");
        return [.. wishes.Where(w => names.ContainsKey(w.ResourceId)).Select(w => new SheetLine(names[w.ResourceId],
            w.Hours is { } hours ? text["{0} hours a month", LabFormat.Number(hours)] : answers.Text(ApplicationForm.WishHours(w.ResourceId))))];
    }
}
