using System.Diagnostics.CodeAnalysis;
using Incubator.Core.Data;

namespace Incubator.Core.Companies;

/// <summary>Finds companies by what people type, by the register's index: a word's beginning is a range of keys.</summary>
[SuppressMessage("Globalization", "CA1309:Use ordinal string comparison", Justification = "Translated to SQL; the columns compare letter by letter.")]
public static class CompanySearch
{
    private const int MaxWords = 8;

    /// <summary>
    /// A whole tax number finds its company. Else each word must begin a word of the name, the short name or the settlement, whatever its
    /// accents; a number may begin the tax number.
    /// </summary>
    public static IQueryable<Company> Matching(this IQueryable<Company> companies, IncubatorDb db, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return companies;
        if (TaxNumber.Read(text) is { Succeeded: true, Value: { } number }) return companies.Where(c => c.TaxCore == number.Core);
        foreach (var word in CompanyNames.SearchWords(text).Take(MaxWords))
        {
            var after = CompanyNames.After(word);
            var named = db.CompanyKeys
                .Where(k => k.Kind == CompanyKeyKind.Word && string.Compare(k.Key, word) >= 0 && string.Compare(k.Key, after) < 0)
                .Select(k => k.CompanyId);
            companies = word.All(char.IsAsciiDigit)
                ? companies.Where(c => named.Contains(c.Id) || (string.Compare(c.TaxCore, word) >= 0 && string.Compare(c.TaxCore, after) < 0))
                : companies.Where(c => named.Contains(c.Id));
        }

        return companies;
    }

    /// <summary>Whose main activity's code begins so; "10" is the whole division.</summary>
    public static IQueryable<Company> OfActivity(this IQueryable<Company> companies, string? beginning)
    {
        if (beginning?.Trim() is not { Length: > 0 } typed) return companies;
        var code = NaceCode.Read(typed, default) is { Succeeded: true, Value: { } read } ? read.Code : typed;
        var after = CompanyNames.After(code);
        return companies.Where(c => string.Compare(c.NaceMain, code) >= 0 && string.Compare(c.NaceMain, after) < 0);
    }
}
