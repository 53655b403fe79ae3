using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>One version of the text of a step (agreement, house rules, notice), in both languages; never changed once published.</summary>
public sealed class StepText
{
    public const int BodyMaxLength = 20_000;

    private StepText() { }

    public long Id { get; private set; }

    public long StepId { get; private set; }

    /// <summary>From 1, within the step.</summary>
    public int Number { get; private set; }

    public string BodyHu { get; private set; } = "";

    public string BodyEn { get; private set; } = "";

    /// <summary>From this local day on, acceptances of earlier versions count no more; null: they go on counting.</summary>
    public DateOnly? AsksAnewFrom { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public long? PublishedById { get; private set; }

    public static StepText Publish(
        long stepId, int number, string bodyHu, string bodyEn, DateOnly? asksAnewFrom, DateTimeOffset now, long? byId) => new()
        {
            StepId = stepId,
            Number = number,
            BodyHu = TextTemplate.Tidy(bodyHu),
            BodyEn = TextTemplate.Tidy(bodyEn),
            AsksAnewFrom = asksAnewFrom,
            PublishedAt = now,
            PublishedById = byId,
        };
}

/// <summary>The exact text that a record is about, with the company's data in it: what was shown, accepted and can be printed again.</summary>
public sealed class AcceptedText
{
    /// <summary>Above the template's own, because data take the places of names.</summary>
    public const int TextMaxLength = 40_000;

    /// <summary>Hexadecimal SHA-256.</summary>
    public const int HashLength = 64;

    private AcceptedText() { }

    public long RecordId { get; private set; }

    public string TextHu { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public static AcceptedText Of(long recordId, MadeText text) =>
        new() { RecordId = recordId, TextHu = text.Hu, TextEn = text.En, Hash = text.Hash };
}

/// <summary>A text with the data in it.</summary>
/// <param name="Lacking">Placeholders for which the lab knows nothing; dots stand in their place.</param>
public sealed record MadeText(string Hu, string En, IReadOnlyList<string> Lacking)
{
    /// <summary>SHA-256 (lower-case hexadecimal) of both texts in UTF-8, Hungarian first, an empty line between; lines end with LF.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Hu}\n\n{En}")));
}

/// <summary>What the placeholders of a text stand for, in one language where it differs; null: not known.</summary>
public sealed record TextFacts
{
    public required string Company { get; init; }

    public string? Seat { get; init; }

    public string? TaxNumber { get; init; }

    /// <summary>Who accepts, or signs.</summary>
    public string? Representative { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The kinds of membership on that day.</summary>
    public IReadOnlyList<MembershipKind> Kinds { get; init; } = [];

    /// <param name="representative">The acting person's name; null where nobody acts for the company.</param>
    public static TextFacts Of(Company company, IEnumerable<Membership> memberships, string? representative, DateOnly today) => new()
    {
        Company = company.Name,
        Seat = SeatOf(company),
        TaxNumber = company.TaxNumber,
        Representative = representative,
        Date = today,
        Kinds = [.. memberships.Where(m => m.Covers(today)).Select(m => m.Kind)],
    };

    // A seat without its settlement is none.
    private static string? SeatOf(Company company) => company.Settlement is null
        ? null
        : string.Join(", ", new[] { $"{company.Postcode} {company.Settlement}".Trim(), company.Address }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>
/// Texts with placeholders such as {company}. Plain text: a line that begins with "# " is a heading, with "- " a point. Pure.
/// </summary>
public static partial class TextTemplate
{
    /// <summary>Stands where nothing is known, to be filled in by hand.</summary>
    public const string Blank = "……………………";

    public static readonly IReadOnlyList<string> Placeholders = ["company", "seat", "tax-number", "representative", "date", "kind"];

    public static Refusal? Problem(string? body, string field)
    {
        if (string.IsNullOrWhiteSpace(body)) return new Refusal("Missing", field);
        if (TextRules.Problem(body, StepText.BodyMaxLength, field) is { } problem) return problem;
        var unknown = Braces().Matches(body).Select(m => m.Groups[1].Value).Where(p => !Placeholders.Contains(p)).Distinct().ToList();
        return unknown.Count == 0 ? null : new Refusal("PlaceholderUnknown", field).With("names", string.Join(", ", unknown.Select(u => $"{{{u}}}")));
    }

    public static MadeText Fill(StepText text, TextFacts facts)
    {
        var lacking = new List<string>();
        return new MadeText(Fill(text.BodyHu, facts, "hu", lacking), Fill(text.BodyEn, facts, "en", lacking), [.. lacking.Distinct()]);
    }

    /// <summary>Line ends of one kind and no blanks at the edges, so that the same text has the same hash.</summary>
    public static string Tidy(string body) => body.ReplaceLineEndings("\n").Trim();

    private static string Fill(string body, TextFacts facts, string language, List<string> lacking) => Braces().Replace(Tidy(body), match =>
    {
        var name = match.Groups[1].Value;
        var value = name switch
        {
            "company" => facts.Company,
            "seat" => facts.Seat,
            "tax-number" => facts.TaxNumber,
            "representative" => facts.Representative,
            "date" => Day(facts.Date, language),
            "kind" => facts.Kinds.Count == 0 ? null : string.Join(", ", facts.Kinds.Distinct().Order().Select(k => KindName(k, language))),
            _ => match.Value,
        };
        if (!string.IsNullOrWhiteSpace(value)) return value.Trim();
        lacking.Add(name);
        return Blank;
    });

    internal static string Day(DateOnly day, string language) => day.ToString(
        language == "hu" ? "yyyy. MMMM d." : "d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo(language == "hu" ? "hu-HU" : "en-GB"));

    // In the text itself, whatever the reader's language: it belongs to the document that is stored.
    private static string KindName(MembershipKind kind, string language) => (kind, language) switch
    {
        (MembershipKind.Member, "hu") => "tagság",
        (MembershipKind.Cohort, "hu") => "évfolyam",
        (MembershipKind.SingleUse, "hu") => "egyszeri használat",
        (MembershipKind.Member, _) => "membership",
        (MembershipKind.Cohort, _) => "cohort",
        _ => "single use",
    };

    [GeneratedRegex(@"\{([^{}\r\n]{0,40})\}")]
    private static partial Regex Braces();
}
