using System.Globalization;
using System.Text.Json;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

/// <summary>What was done to a company's record, the latest first, for staff.</summary>
public sealed class CompanyHistory(IncubatorDb db, IStringLocalizer<CompaniesText> text)
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Registered"] = "Put into the register",
        ["Edited"] = "Edited",
        ["Imported"] = "Taken in from a file",
        ["ChangedByImport"] = "Changed by a file",
        ["MembershipBegun"] = "Membership begun",
        ["MembershipEnded"] = "Membership ended",
        ["Left"] = "Left the lab",
        ["Returned"] = "Came back",
        ["YearSaid"] = "Yearly figures given",
        ["YearRemoved"] = "Yearly figures removed",
        ["LinkAdded"] = "Linked firm added",
        ["LinkEdited"] = "Linked firm edited",
        ["LinkRemoved"] = "Linked firm removed",
        ["LinkYearSaid"] = "Figures of a linked firm given",
        ["SizeChanged"] = "Size class changed",
        ["GoalAdded"] = "Goal added",
        ["GoalEdited"] = "Goal edited",
        ["DocumentAdded"] = "Document added",
        ["DocumentRemoved"] = "Document removed",
    };

    /// <summary>What the forms call each field.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Name"] = "Name",
        ["ShortName"] = "Short name",
        ["LegalForm"] = "Legal form",
        ["Role"] = "Role in the cluster",
        ["TaxNumber"] = "Tax number",
        ["EuVatNumber"] = "EU VAT number",
        ["RegisterNumber"] = "Company register number",
        ["Postcode"] = "Postcode",
        ["Settlement"] = "Settlement",
        ["Address"] = "Street and number",
        ["Country"] = "Country",
        ["Website"] = "Website",
        ["ContactEmail"] = "The company’s mail address",
        ["Phone"] = "Phone",
        ["NaceMain"] = "Main activity",
        ["NaceRevision"] = "List of activities",
        ["NaceOthers"] = "Other activities",
        ["FoundedOn"] = "Founded on",
        ["S3Priority"] = "Priority of smart specialisation",
        ["SizeClass"] = "Size",
        ["IsActive"] = "Active",
        ["LeftOn"] = "Last day at the lab",
        ["Kind"] = "Kind",
        ["From"] = "First day",
        ["Until"] = "Last day",
        ["Year"] = "Year",
        ["Headcount"] = "Staff (annual work units)",
        ["Turnover"] = "Turnover",
        ["BalanceTotal"] = "Balance sheet total",
        ["Currency"] = "Currency",
        ["Rate"] = "Forints to a euro",
        ["Firm"] = "Firm",
        ["SharePercent"] = "Share, %",
        ["Direction"] = "Who holds the share",
        ["Note"] = "Which exception",
        ["FromYear"] = "First year",
        ["UntilYear"] = "Last year",
        ["Words"] = "Goal",
        ["Language"] = "Language of the words",
        ["TargetOn"] = "To be reached by",
        ["State"] = "State",
        ["File"] = "File",
    };

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(long companyId, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Company) && h.SubjectId == companyId
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        return [.. entries.Select(e => new HistoryLine(
            e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, e.Reason,
            [.. (e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? []).Select(c => new HistoryChange(
                Fields.TryGetValue(c.Key, out var field) ? text[field] : c.Key, Say(c.Key, c.Value[0], text), Say(c.Key, c.Value[1], text)))]))];
    }

    /// <summary>A stored value in the reader's words.</summary>
    public static string? Say(string field, string? value, IStringLocalizer<CompaniesText> text) => (field, value) switch
    {
        (_, null or "") => null,
        ("LegalForm", _) when Enum.TryParse<LegalForm>(value, out var form) => CompanyWords.Of(form, text),
        ("Role", _) when Enum.TryParse<OrganisationRole>(value, out var role) => CompanyWords.Of(role, text),
        ("NaceRevision", _) when Enum.TryParse<NaceRevision>(value, out var revision) => CompanyWords.Of(revision, text),
        ("S3Priority", _) when Enum.TryParse<S3Priority>(value, out var priority) => CompanyWords.Of(priority, text),
        ("SizeClass", _) when Enum.TryParse<SizeClass>(value, out var size) => CompanyWords.Of(size, text),
        ("Kind", _) when Enum.TryParse<MembershipKind>(value, out var kind) => CompanyWords.Of(kind, text),
        ("Kind", _) when Enum.TryParse<LinkedFirmKind>(value, out var kind) => CompanyWords.Of(kind, text),
        ("Direction", _) when Enum.TryParse<LinkDirection>(value, out var direction) => CompanyWords.Of(direction, text),
        ("State", _) when Enum.TryParse<GoalState>(value, out var state) => CompanyWords.Of(state, text),
        ("Language", _) => value == "hu" ? text["Hungarian"] : text["English"],
        ("IsActive", _) => value == bool.TrueString ? text["yes"] : text["no"],
        ("Headcount" or "Turnover" or "BalanceTotal" or "Rate" or "SharePercent", _) when decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) =>
            LabFormat.Number(number),
        _ => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? LabFormat.LongDate(day) : value,
    };
}
