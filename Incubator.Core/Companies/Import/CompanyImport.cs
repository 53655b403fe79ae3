using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>
/// Takes a list of companies in: first as a preview, then for good. The tax number says who it is, else the same name; a name that is
/// only alike is asked about, never merged. What a file has no column for stays as it is; the same file a second time changes nothing.
/// </summary>
public sealed class CompanyImport(IncubatorDb db, TimeProvider clock)
{
    /// <summary>The history's word for an import as a whole; its id is the kept file's.</summary>
    public const string HistorySubject = "CompanyImport";

    private const int Batch = 200;

    public async Task<Result<CompanyImportPlan>> PreviewAsync(byte[] file, CancellationToken cancel = default)
    {
        var read = CompanyList.Read(file);
        return read.Succeeded ? (await PlanAsync(read.Value, new Dictionary<int, ImportChoice>(), cancel)).Plan : Result<CompanyImportPlan>.Refused(read.Refusals);
    }

    /// <param name="choices">By line; an unsettled line without a choice is passed over.</param>
    /// <param name="seenPlan">The fingerprint of the preview that was confirmed; another plan by now is ChangedMeanwhile. Null: whatever the plan is.</param>
    /// <param name="fileId">Of the kept file, for the history; 0 where none is kept.</param>
    public async Task<Result<CompanyImportOutcome>> ConfirmAsync(
        byte[] file, IReadOnlyDictionary<int, ImportChoice> choices, Actor actor, string? seenPlan = null, long fileId = 0,
        IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var read = CompanyList.Read(file);
        if (!read.Succeeded) return Result<CompanyImportOutcome>.Refused(read.Refusals);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<CompanyImportOutcome>(async token =>
        {
            var (plan, acts) = await PlanAsync(read.Value, choices, token);
            if (seenPlan is not null && seenPlan != plan.Fingerprint) return Refusal.ChangedMeanwhile;
            await WriteAsync(acts, actor, now, progress, token);
            var outcome = new CompanyImportOutcome(
                acts.Count(a => a.Existing is null), acts.Count(a => a.Existing is not null), plan.LeftAlone,
                plan.Problems.Count + plan.Unsettled.Count(u => !choices.ContainsKey(u.Line)));
            db.Record(HistorySubject, fileId, "Imported", actor, now, new Dictionary<string, string?[]>
            {
                ["Created"] = [null, Number(outcome.Created)],
                ["Changed"] = [null, Number(outcome.Changed)],
                ["LeftAlone"] = [null, Number(outcome.LeftAlone)],
                ["Problems"] = [null, Number(outcome.Problems)],
            });
            return outcome;
        }, table => table == nameof(IncubatorDb.Companies) ? Refusal.ChangedMeanwhile : null, cancel);
    }

    private async Task WriteAsync(List<PlannedAct> acts, Actor actor, DateTimeOffset now, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var done = 0;
        foreach (var batch in acts.Chunk(Batch))
        {
            var ids = batch.Where(a => a.Existing is not null).Select(a => a.Existing!.Id).ToList();
            var there = await db.Companies.Whole().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
            var made = new List<Company>();
            foreach (var act in batch)
            {
                if (act.Existing is null)
                {
                    made.Add(Company.Create(act.Facts));
                    continue;
                }

                var company = there[act.Existing.Id];
                company.Describe(act.Facts);
                db.RecordChange(company, company.Id, "ChangedByImport", actor, now);
            }

            db.Companies.AddRange(made);
            await db.SaveChangesAsync(cancel);
            foreach (var company in made) db.Record(nameof(Company), company.Id, "Imported", actor, now);
            await db.SaveChangesAsync(cancel);
            // Ten thousand tracked rows would make every further save slower.
            db.ChangeTracker.Clear();
            progress?.Report(new ImportProgress(done += batch.Length, acts.Count));
        }
    }

    private async Task<(CompanyImportPlan Plan, List<PlannedAct> Acts)> PlanAsync(
        CompanyList file, IReadOnlyDictionary<int, ImportChoice> choices, CancellationToken cancel)
    {
        var companies = await db.Companies.AsNoTracking().Include(c => c.OtherActivities).ToListAsync(cancel);
        var register = new Known(companies);
        var acts = new List<PlannedAct>();
        var problems = file.Problems.ToList();
        List<PlannedCompany> created = [], changed = [];
        var unsettled = new List<UnsettledCompany>();
        var mark = new StringBuilder();
        var leftAlone = 0;
        foreach (var row in file.Rows)
        {
            if (register.ProblemOf(row) is { } problem)
            {
                problems.Add(problem with { Column = file.Columns[problem.Column == nameof(CompanyColumn.TaxNumber) ? CompanyColumn.TaxNumber : CompanyColumn.Name] });
                continue;
            }

            var existing = register.Same(row.Told);
            var alike = existing is null ? register.Alike(row) : [];
            register.Remember(row);
            if (alike.Count > 0)
            {
                unsettled.Add(new UnsettledCompany(row.Line, row.Told.Name, row.Told.Settlement, alike));
                mark.Append(CultureInfo.InvariantCulture, $"?{row.Line}:{string.Join(',', alike.Select(a => $"{a.Reference}{a.OtherLine}"))};");
                if (!choices.TryGetValue(row.Line, out var choice)) continue;
                if (choice.Company is { } chosen)
                {
                    existing = alike.Any(a => a.Reference == chosen) ? register.By(chosen) : null;
                    if (existing is null) continue;
                }
            }

            var facts = FactsOf(row.Told, file, existing);
            if (register.NameProblem(facts.Name, existing?.Id, row.Line) is { } taken)
            {
                problems.Add(taken with { Column = file.Columns[CompanyColumn.Name] });
                continue;
            }

            var changes = existing is null ? [] : Changes(existing.Facts(), facts);
            if (existing is not null && changes.Count == 0)
            {
                leftAlone++;
                continue;
            }

            acts.Add(new PlannedAct(existing, facts));
            if (alike.Count > 0) continue;
            (existing is null ? created : changed).Add(new PlannedCompany(row.Line, facts.Name, facts.Settlement, changes));
            mark.Append(CultureInfo.InvariantCulture, $"{row.Line}:{existing?.Id}:{existing?.Version}:{JsonSerializer.Serialize(facts)};");
        }

        return (new CompanyImportPlan
        {
            Created = created,
            Changed = changed,
            LeftAlone = leftAlone,
            Unsettled = unsettled,
            Problems = [.. problems.OrderBy(p => p.Line)],
            Notices = file.Notices,
            EncodingName = file.EncodingName,
            Separator = file.Separator,
            Fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(mark.ToString()))),
        }, acts);
    }

    // Numbers that identify are never emptied by a file that leaves the cell empty.
    private static CompanyFacts FactsOf(CompanyFacts told, CompanyList file, Company? existing)
    {
        if (existing?.Facts() is not { } old) return told;
        T Told<T>(CompanyColumn column, T said, T was) => file.Has(column) ? said : was;
        return new CompanyFacts
        {
            Name = told.Name,
            ShortName = Told(CompanyColumn.ShortName, told.ShortName, old.ShortName),
            LegalForm = Told(CompanyColumn.LegalForm, told.LegalForm, old.LegalForm),
            Role = Told(CompanyColumn.Role, told.Role, old.Role),
            TaxNumber = told.TaxNumber ?? old.TaxNumber,
            EuVatNumber = told.EuVatNumber ?? old.EuVatNumber,
            RegisterNumber = told.RegisterNumber ?? old.RegisterNumber,
            Postcode = Told(CompanyColumn.Postcode, told.Postcode, old.Postcode),
            Settlement = Told(CompanyColumn.Settlement, told.Settlement, old.Settlement),
            Address = Told(CompanyColumn.Address, told.Address, old.Address),
            Country = Told(CompanyColumn.Country, told.Country, old.Country),
            Website = Told(CompanyColumn.Website, told.Website, old.Website),
            ContactEmail = Told(CompanyColumn.ContactEmail, told.ContactEmail, old.ContactEmail),
            Phone = Told(CompanyColumn.Phone, told.Phone, old.Phone),
            NaceMain = Told(CompanyColumn.NaceMain, told.NaceMain, old.NaceMain),
            NaceRevision = Told(CompanyColumn.NaceRevision, told.NaceRevision, old.NaceRevision),
            NaceOthers = Told(CompanyColumn.NaceOthers, told.NaceOthers, old.NaceOthers),
            FoundedOn = Told(CompanyColumn.FoundedOn, told.FoundedOn, old.FoundedOn),
            S3Priority = Told(CompanyColumn.S3Priority, told.S3Priority, old.S3Priority),
        }.Tidied();
    }

    private static List<FieldChange> Changes(CompanyFacts old, CompanyFacts now) =>
        [.. typeof(CompanyFacts).GetProperties().Select(p => new FieldChange(p.Name, Text(p.GetValue(old)), Text(p.GetValue(now)))).Where(c => c.Old != c.New)];

    private static string? Text(object? value) =>
        value is IReadOnlyList<string> codes ? codes.Count == 0 ? null : string.Join(", ", codes.Order(StringComparer.Ordinal)) : HistoryBook.Text(value);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <param name="Existing">Null: to be created.</param>
    private sealed record PlannedAct(Company? Existing, CompanyFacts Facts);

    /// <summary>Who is in the register and who stood in the lines before, by all that may tell them.</summary>
    private sealed class Known
    {
        private readonly Dictionary<Guid, Company> byReference;
        private readonly Dictionary<string, Company> byCore;
        private readonly ILookup<string, Company> byKey;
        private readonly Dictionary<string, long> idOfName;
        private readonly Dictionary<string, List<(Company? Company, CompanyRow? Row)>> byBlock = [];
        private readonly Dictionary<string, int> lineOfCore = [], lineOfName = new(StringComparer.OrdinalIgnoreCase);

        public Known(List<Company> companies)
        {
            byReference = companies.ToDictionary(c => c.Reference);
            byCore = companies.Where(c => c.TaxCore is not null).ToDictionary(c => c.TaxCore!);
            byKey = companies.ToLookup(c => c.NameKey);
            idOfName = companies.ToDictionary(c => c.Name, c => c.Id, StringComparer.OrdinalIgnoreCase);
            foreach (var company in companies) Index(company.Name, (company, null));
        }

        public Company? By(Guid reference) => byReference.GetValueOrDefault(reference);

        public FileProblem? ProblemOf(CompanyRow row)
        {
            if (CoreOf(row.Told) is { } core && lineOfCore.TryGetValue(core, out var line))
                return new FileProblem(row.Line, nameof(CompanyColumn.TaxNumber), "TaxNumberTwice", Number(line));
            return lineOfName.TryGetValue(row.Told.Name, out var other) ? new FileProblem(row.Line, nameof(CompanyColumn.Name), "NameTwice", Number(other)) : null;
        }

        /// <summary>A name stands in the register once, and another's is not taken by a change.</summary>
        public FileProblem? NameProblem(string name, long? own, int line) =>
            idOfName.TryGetValue(name, out var id) && id != own ? new FileProblem(line, null, "CompanyNameTaken") : null;

        /// <summary>By the tax number; else the only one of exactly this name, its legal form included, where no number says otherwise.</summary>
        public Company? Same(CompanyFacts told)
        {
            var core = CoreOf(told);
            if (core is not null && byCore.TryGetValue(core, out var same)) return same;
            return byKey[CompanyNames.Key(told.Name)].ToList() is [var only] && (core is null || only.TaxCore is null) &&
                CompanyNames.Fold(told.Name).SequenceEqual(CompanyNames.Fold(only.Name)) ? only : null;
        }

        public List<AlikeCompany> Alike(CompanyRow row) => [.. CompanyNames.Blocks(row.Told.Name)
            .SelectMany(b => byBlock.TryGetValue(b, out var found) ? found : []).Distinct()
            .Select(f => (f.Company, f.Row, Similarity: CompanyNames.Similarity(row.Told.Name, f.Company?.Name ?? f.Row!.Told.Name)))
            .Where(f => f.Similarity >= CompanyNames.Similar)
            .OrderByDescending(f => f.Similarity).Take(5)
            .Select(f => new AlikeCompany(
                f.Company?.Reference, f.Row?.Line, f.Company?.Name ?? f.Row!.Told.Name, f.Company is { } c ? c.Settlement : f.Row!.Told.Settlement,
                f.Similarity >= 1 ? DuplicateReason.SameName : DuplicateReason.SimilarName))];

        public void Remember(CompanyRow row)
        {
            if (CoreOf(row.Told) is { } core) lineOfCore[core] = row.Line;
            lineOfName[row.Told.Name] = row.Line;
            if (Same(row.Told) is null) Index(row.Told.Name, (null, row));
        }

        private void Index(string name, (Company? Company, CompanyRow? Row) entry)
        {
            foreach (var block in CompanyNames.Blocks(name))
            {
                if (!byBlock.TryGetValue(block, out var list)) byBlock[block] = list = [];
                list.Add(entry);
            }
        }

        private static string? CoreOf(CompanyFacts told) => told.TaxNumber?[..TaxNumber.CoreLength];
    }
}
