using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>What a company reports of a quarter.</summary>
public sealed record UpdateFigures
{
    /// <summary>Jobs at the quarter's end in full-time equivalents.</summary>
    public decimal JobsWomen { get; init; }

    public decimal JobsMen { get; init; }

    /// <summary>Where the company does not say whose.</summary>
    public decimal JobsOther { get; init; }

    /// <summary>Of all of these: people under 30.</summary>
    public decimal JobsYoung { get; init; }

    /// <summary>Of all of these: in research and development.</summary>
    public decimal JobsResearch { get; init; }

    /// <summary>Net turnover of the quarter, HUF.</summary>
    public decimal Turnover { get; init; }

    /// <summary>Money raised in the quarter (equity, loans, grants), HUF.</summary>
    public decimal Investment { get; init; }

    /// <summary>Launched in the quarter.</summary>
    public int Products { get; init; }

    /// <summary>Certificates gained in the quarter.</summary>
    public string? Certificates { get; init; }

    public string? Note { get; init; }

    public decimal Jobs => JobsWomen + JobsMen + JobsOther;

    public IEnumerable<Refusal> Problems()
    {
        foreach (var (jobs, field) in new[]
        {
            (JobsWomen, nameof(JobsWomen)), (JobsMen, nameof(JobsMen)), (JobsOther, nameof(JobsOther)),
            (JobsYoung, nameof(JobsYoung)), (JobsResearch, nameof(JobsResearch)),
        })
        {
            if (jobs is < 0 or > CompanyUpdate.MaxJobs)
                yield return new Refusal("OutOfRange", field).With("min", 0).With("max", CompanyUpdate.MaxJobs);
            else if (decimal.Round(jobs, 2) != jobs) yield return new Refusal("TwoDecimalsAtMost", field);
        }

        if (JobsYoung > Jobs) yield return new Refusal("MoreThanAllJobs", nameof(JobsYoung)).With("jobs", Jobs);
        if (JobsResearch > Jobs) yield return new Refusal("MoreThanAllJobs", nameof(JobsResearch)).With("jobs", Jobs);
        foreach (var (money, field) in new[] { (Turnover, nameof(Turnover)), (Investment, nameof(Investment)) })
        {
            if (money is < 0 or > CompanyUpdate.MaxMoney)
                yield return new Refusal("OutOfRange", field).With("min", 0).With("max", CompanyUpdate.MaxMoney);
            else if (decimal.Round(money, 2) != money) yield return new Refusal("TwoDecimalsAtMost", field);
        }

        if (Products is < 0 or > CompanyUpdate.MaxProducts)
            yield return new Refusal("OutOfRange", nameof(Products)).With("min", 0).With("max", CompanyUpdate.MaxProducts);
        if (TextRules.Problem(Certificates, CompanyUpdate.CertificatesMaxLength, nameof(Certificates)) is { } certificates) yield return certificates;
        if (TextRules.Problem(Note, CompanyUpdate.NoteMaxLength, nameof(Note)) is { } note) yield return note;
    }
}

/// <summary>A company's update of one quarter: a draft, then sent. What a correction replaced stays in the history.</summary>
public sealed class CompanyUpdate
{
    public const int CertificatesMaxLength = 500;
    public const int NoteMaxLength = 2000;
    public const int MaxProducts = 1000;
    public const decimal MaxJobs = 100_000;
    public const decimal MaxMoney = 1_000_000_000_000;

    private CompanyUpdate() { }

    public long Id { get; private set; }

    public long CompanyId { get; private set; }

    /// <summary><see cref="CalendarQuarter.Index"/>.</summary>
    public int QuarterIndex { get; private set; }

    public decimal JobsWomen { get; private set; }

    public decimal JobsMen { get; private set; }

    public decimal JobsOther { get; private set; }

    public decimal JobsYoung { get; private set; }

    public decimal JobsResearch { get; private set; }

    public decimal Turnover { get; private set; }

    public decimal Investment { get; private set; }

    public int Products { get; private set; }

    public string? Certificates { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Null: a draft.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public long? SentById { get; private set; }

    public Guid Version { get; private set; }

    public CalendarQuarter Quarter => CalendarQuarter.At(QuarterIndex);

    public bool IsSent => SentAt is not null;

    public UpdateFigures Figures => new()
    {
        JobsWomen = JobsWomen,
        JobsMen = JobsMen,
        JobsOther = JobsOther,
        JobsYoung = JobsYoung,
        JobsResearch = JobsResearch,
        Turnover = Turnover,
        Investment = Investment,
        Products = Products,
        Certificates = Certificates,
        Note = Note,
    };

    public static CompanyUpdate Create(long companyId, CalendarQuarter quarter, UpdateFigures figures)
    {
        var update = new CompanyUpdate { CompanyId = companyId, QuarterIndex = quarter.Index };
        update.Fill(figures);
        return update;
    }

    /// <exception cref="ArgumentException">The figures break their own limits.</exception>
    public void Fill(UpdateFigures figures)
    {
        if (figures.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(figures));
        (JobsWomen, JobsMen, JobsOther) = (figures.JobsWomen, figures.JobsMen, figures.JobsOther);
        (JobsYoung, JobsResearch) = (figures.JobsYoung, figures.JobsResearch);
        (Turnover, Investment, Products) = (figures.Turnover, figures.Investment, figures.Products);
        (Certificates, Note) = (Clean(figures.Certificates), Clean(figures.Note));
    }

    public void Send(DateTimeOffset now, long? personId)
    {
        if (IsSent) return;
        (SentAt, SentById) = (now, personId);
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
