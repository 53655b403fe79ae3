using System.ComponentModel.DataAnnotations;
using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Companies;

/// <summary>A linked firm as typed.</summary>
public sealed class LinkInput
{
    [Required, StringLength(Company.NameMaxLength)]
    public string Name { get; set; } = "";

    [StringLength(40)]
    public string? TaxNumber { get; set; }

    [Required]
    public decimal? SharePercent { get; set; }

    public LinkDirection Direction { get; set; }

    public LinkedFirmKind Kind { get; set; }

    [StringLength(CompanyLink.NoteMaxLength)]
    public string? Note { get; set; }

    [Range(YearFigures.EarliestYear, 2200)]
    public int? FromYear { get; set; }

    [Range(YearFigures.EarliestYear, 2200)]
    public int? UntilYear { get; set; }

    public LinkFacts Facts => new()
    {
        Name = Name,
        TaxNumber = TaxNumber,
        SharePercent = SharePercent ?? 0,
        Direction = Direction,
        Kind = Kind,
        Note = Note,
        FromYear = FromYear,
        UntilYear = UntilYear,
    };

    public static LinkInput Of(LinkFacts facts) => new()
    {
        Name = facts.Name,
        TaxNumber = facts.TaxNumber,
        SharePercent = facts.SharePercent,
        Direction = facts.Direction,
        Kind = facts.Kind,
        Note = facts.Note,
        FromYear = facts.FromYear,
        UntilYear = facts.UntilYear,
    };
}
