using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Incubator.Core.Common;
using Incubator.Core.Documents;

namespace Incubator.Core.Camps;

/// <summary>One line of the list of participants.</summary>
public sealed record ParticipantLine(Participant Participant, IReadOnlyList<string> Skills, string? Team, IReadOnlyDictionary<long, string> Answers);

/// <summary>A camp's participants as a CSV file for spreadsheets; no cell of it runs as a formula.</summary>
public static class ParticipantExport
{
    private static readonly string[] Headings =
        ["kind", "state", "turn", "name", "e-mail", "organisation", "languages", "skills", "other skills", "team", "minor", "guardian", "photos", "registered (local)"];

    /// <summary>UTF-8 with BOM, so that spreadsheets read the accents; local times.</summary>
    /// <param name="withNeeds">Diet and access too: only for whoever orders the food.</param>
    public static byte[] Write(IReadOnlyList<ParticipantLine> lines, IReadOnlyList<CampQuestion> questions, bool withNeeds)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(
            new StreamWriter(bytes, new UTF8Encoding(true)), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Write(csv, [.. Headings, .. withNeeds ? ["needs"] : Array.Empty<string>(), .. questions.Select(q => q.TextEn)]);
            foreach (var line in lines) Write(csv, Cells(line, questions, withNeeds));
        }

        return bytes.ToArray();
    }

    private static string?[] Cells(ParticipantLine line, IReadOnlyList<CampQuestion> questions, bool withNeeds)
    {
        var p = line.Participant;
        return
        [
            p.Kind.ToString(), p.State.ToString(), p.Turn.ToString(CultureInfo.InvariantCulture), p.Name, p.Email, p.Organisation, p.Languages, string.Join(", ", line.Skills),
            p.OtherSkills, line.Team, YesNo(p.IsMinor), p.GuardianName, YesNo(p.PhotoConsentAt is not null),
            LabTime.ToLocal(p.RegisteredAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            .. withNeeds ? [p.Needs] : Array.Empty<string?>(),
            .. questions.Select(q => line.Answers.TryGetValue(q.Id, out var answer) ? q.Said(answer, "en") : null),
        ];
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static void Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(CellGuard.Protect(cell));
        csv.NextRecord();
    }
}
