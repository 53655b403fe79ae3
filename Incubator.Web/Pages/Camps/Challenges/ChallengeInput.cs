using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Incubator.Core.Camps;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>What the form of a challenge holds; numbers as typed.</summary>
public sealed class ChallengeInput
{
    [StringLength(Challenge.TitleMaxLength)]
    public string? TitleHu { get; set; }

    [StringLength(Challenge.TitleMaxLength)]
    public string? TitleEn { get; set; }

    [StringLength(Challenge.SummaryMaxLength)]
    public string? SummaryHu { get; set; }

    [StringLength(Challenge.SummaryMaxLength)]
    public string? SummaryEn { get; set; }

    [StringLength(Challenge.TextMaxLength)]
    public string? Problem { get; set; }

    [StringLength(Challenge.TextMaxLength)]
    public string? Product { get; set; }

    [StringLength(Challenge.TextMaxLength)]
    public string? Success { get; set; }

    [StringLength(Challenge.TextMaxLength)]
    public string? Equipment { get; set; }

    public Confidentiality Confidentiality { get; set; } = Confidentiality.Camp;

    public List<long> ResourceIds { get; set; } = [];

    public List<SpecificationRow> Rows { get; set; } = [];

    /// <summary>The company's reference; of a new one.</summary>
    public Guid? Company { get; set; }

    /// <summary>Of the challenge as the form was opened.</summary>
    public Guid? Version { get; set; }

    public static ChallengeInput Of(Challenge challenge) => new()
    {
        TitleHu = challenge.TitleHu,
        TitleEn = challenge.TitleEn,
        SummaryHu = challenge.SummaryHu,
        SummaryEn = challenge.SummaryEn,
        Problem = challenge.Problem,
        Product = challenge.Product,
        Success = challenge.Success,
        Equipment = challenge.Equipment,
        Confidentiality = challenge.Confidentiality,
        ResourceIds = [.. challenge.Resources.Select(r => r.ResourceId)],
        Rows = [.. challenge.Specifications.OrderBy(s => s.Position).Select(SpecificationRow.Of)],
        Version = challenge.Version,
    };

    /// <summary>Some empty rows more, up to the most there may be.</summary>
    public void AddEmptyRows()
    {
        var wanted = Math.Min(Specification.MaxRows, Math.Max(4, Rows.Count + 2));
        while (Rows.Count < wanted) Rows.Add(new SpecificationRow());
    }

    /// <summary>The challenge, or a refusal for each number that cannot be read. Rows without a word are left out.</summary>
    public Result<ChallengeDetails> Read()
    {
        Rows.RemoveAll(r => r.IsEmpty);
        List<Refusal> problems = [];
        List<SpecificationDetails> specifications = [];
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            specifications.Add(new SpecificationDetails
            {
                Reference = row.Reference,
                Name = row.Name ?? "",
                Unit = row.Unit,
                Target = Number(row.Target, $"Rows[{i}].Target"),
                Lower = Number(row.Lower, $"Rows[{i}].Lower"),
                Upper = Number(row.Upper, $"Rows[{i}].Upper"),
            });
        }

        return problems.Count > 0 ? Result<ChallengeDetails>.Refused(problems) : new ChallengeDetails
        {
            TitleHu = TitleHu,
            TitleEn = TitleEn,
            SummaryHu = SummaryHu?.ReplaceLineEndings("\n"),
            SummaryEn = SummaryEn?.ReplaceLineEndings("\n"),
            Problem = Problem?.ReplaceLineEndings("\n"),
            Product = Product?.ReplaceLineEndings("\n"),
            Success = Success?.ReplaceLineEndings("\n"),
            Equipment = Equipment?.ReplaceLineEndings("\n"),
            Confidentiality = Confidentiality,
            ResourceIds = ResourceIds,
            Specifications = specifications,
        };

        decimal? Number(string? text, string field)
        {
            if (string.IsNullOrWhiteSpace(text)) return null;
            var read = TypedNumber.Read(text.Trim(), Specification.Decimals, field);
            problems.AddRange(read.Refusals);
            return read.Succeeded ? read.Value : null;
        }
    }

    public sealed class SpecificationRow
    {
        public Guid? Reference { get; set; }

        [StringLength(Specification.NameMaxLength)]
        public string? Name { get; set; }

        [StringLength(Specification.UnitMaxLength)]
        public string? Unit { get; set; }

        [StringLength(30)]
        public string? Target { get; set; }

        [StringLength(30)]
        public string? Lower { get; set; }

        [StringLength(30)]
        public string? Upper { get; set; }

        public bool IsEmpty => new[] { Name, Unit, Target, Lower, Upper }.All(string.IsNullOrWhiteSpace);

        public static SpecificationRow Of(Specification row) => new()
        {
            Reference = row.Reference,
            Name = row.Name,
            Unit = row.Unit,
            Target = Typed(row.Target),
            Lower = Typed(row.Lower),
            Upper = Typed(row.Upper),
        };

        private static string? Typed(decimal? value) => value?.ToString("0.######", CultureInfo.CurrentCulture);
    }
}
