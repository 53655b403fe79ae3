using System.ComponentModel.DataAnnotations;
using Incubator.Core.Cohorts;
using Incubator.Core.History;

namespace Incubator.Web.Pages.Cohorts.Updates;

/// <summary>An update as it is typed; an empty number is none.</summary>
public sealed class UpdateInput
{
    /// <summary>4.50 as it lies in the table is 4.5 for whoever types.</summary>
    internal const string Plain = "{0:0.##}";

    [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
    public decimal? JobsWomen { get; set; }

    [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
    public decimal? JobsMen { get; set; }

    [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
    public decimal? JobsOther { get; set; }

    [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
    public decimal? JobsYoung { get; set; }

    [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
    public decimal? JobsResearch { get; set; }

    [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
    public decimal? Turnover { get; set; }

    [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
    public decimal? Investment { get; set; }

    public int? Products { get; set; }

    [StringLength(CompanyUpdate.CertificatesMaxLength)]
    public string? Certificates { get; set; }

    [StringLength(CompanyUpdate.NoteMaxLength)]
    public string? Note { get; set; }

    [StringLength(HistoryEntry.ReasonMaxLength)]
    public string? Reason { get; set; }

    public Guid? Version { get; set; }

    internal UpdateFigures Figures => new()
    {
        JobsWomen = JobsWomen ?? 0,
        JobsMen = JobsMen ?? 0,
        JobsOther = JobsOther ?? 0,
        JobsYoung = JobsYoung ?? 0,
        JobsResearch = JobsResearch ?? 0,
        Turnover = Turnover ?? 0,
        Investment = Investment ?? 0,
        Products = Products ?? 0,
        Certificates = Certificates,
        Note = Note,
    };

    internal static UpdateInput Of(UpdateFigures figures, Guid? version) => new()
    {
        JobsWomen = figures.JobsWomen,
        JobsMen = figures.JobsMen,
        JobsOther = figures.JobsOther,
        JobsYoung = figures.JobsYoung,
        JobsResearch = figures.JobsResearch,
        Turnover = figures.Turnover,
        Investment = figures.Investment,
        Products = figures.Products,
        Certificates = figures.Certificates,
        Note = figures.Note,
        Version = version,
    };
}
