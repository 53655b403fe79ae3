using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>Where the answer of a follow-up comes from.</summary>
public enum FollowUpSource
{
    Company = 0,

    /// <summary>A public register.</summary>
    Register = 1,

    /// <summary>Staff called.</summary>
    StaffCall = 2,
}

/// <summary>What became of an alumnus.</summary>
public sealed record FollowUpAnswer
{
    /// <summary>Still in business.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Full-time equivalents; null: not known.</summary>
    public decimal? Jobs { get; init; }

    /// <summary>Net turnover of the last closed year, HUF; null: not known.</summary>
    public decimal? Turnover { get; init; }

    /// <summary>Products on the market that go back to the programme; null: not known.</summary>
    public int? Products { get; init; }

    public string? Comment { get; init; }

    public required FollowUpSource Source { get; init; }

    public IEnumerable<Refusal> Problems()
    {
        if (Jobs is < 0 or > CompanyUpdate.MaxJobs) yield return new Refusal("OutOfRange", nameof(Jobs)).With("min", 0).With("max", CompanyUpdate.MaxJobs);
        else if (Jobs is { } jobs && decimal.Round(jobs, 2) != jobs) yield return new Refusal("TwoDecimalsAtMost", nameof(Jobs));
        if (Turnover is < 0 or > CompanyUpdate.MaxMoney)
            yield return new Refusal("OutOfRange", nameof(Turnover)).With("min", 0).With("max", CompanyUpdate.MaxMoney);
        else if (Turnover is { } money && decimal.Round(money, 2) != money) yield return new Refusal("TwoDecimalsAtMost", nameof(Turnover));
        if (Products is < 0 or > CompanyUpdate.MaxProducts)
            yield return new Refusal("OutOfRange", nameof(Products)).With("min", 0).With("max", CompanyUpdate.MaxProducts);
        if (TextRules.Problem(Comment, FollowUp.CommentMaxLength, nameof(Comment)) is { } problem) yield return problem;
        if (!Enum.IsDefined(Source)) yield return new Refusal("Missing", nameof(Source));
    }
}

/// <summary>The question that is put to an alumnus some months after graduation.</summary>
public sealed class FollowUp
{
    public const int CommentMaxLength = 1000;

    /// <summary>Months after graduation.</summary>
    public static readonly IReadOnlyList<int> Months = [6, 12, 24];

    private FollowUp() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long MemberId { get; private set; }

    public int AfterMonths { get; private set; }

    /// <summary>Local day.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Null: not answered yet.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public long? AnsweredById { get; private set; }

    public bool? IsActive { get; private set; }

    public decimal? Jobs { get; private set; }

    public decimal? Turnover { get; private set; }

    public int? Products { get; private set; }

    public string? Comment { get; private set; }

    public FollowUpSource? Source { get; private set; }

    public Guid Version { get; private set; }

    public bool IsAnswered => AnsweredAt is not null;

    public static IEnumerable<FollowUp> After(long memberId, DateOnly graduatedOn) => Months.Select(months => new FollowUp
    {
        Reference = Guid.NewGuid(),
        MemberId = memberId,
        AfterMonths = months,
        DueOn = graduatedOn.AddMonths(months),
    });

    /// <exception cref="ArgumentException">The answer breaks its own limits.</exception>
    public void Answer(FollowUpAnswer answer, DateTimeOffset now, long? personId)
    {
        if (answer.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(answer));
        (IsActive, Jobs, Turnover, Products) = (answer.IsActive, answer.Jobs, answer.Turnover, answer.Products);
        Comment = string.IsNullOrWhiteSpace(answer.Comment) ? null : answer.Comment.Trim();
        (Source, AnsweredAt, AnsweredById) = (answer.Source, now, personId);
    }
}

/// <summary>How many alumni are still in business, so many months after graduation.</summary>
/// <param name="Answered">Of whom it is known.</param>
/// <param name="Active">Of these, still in business.</param>
/// <param name="Unknown">Due, and not known.</param>
public sealed record Survival(int AfterMonths, int Answered, int Active, int Unknown)
{
    /// <summary>Of those of whom it is known, between 0 and 1; null where it is known of none.</summary>
    public decimal? Share => Answered == 0 ? null : (decimal)Active / Answered;

    public static IReadOnlyList<Survival> Of(IReadOnlyCollection<FollowUp> followUps, DateOnly today) => [.. FollowUp.Months.Select(months =>
    {
        var asked = followUps.Where(f => f.AfterMonths == months && (f.IsAnswered || f.DueOn <= today)).ToList();
        var answered = asked.Count(f => f.IsAnswered);
        return new Survival(months, answered, asked.Count(f => f.IsActive == true), asked.Count - answered);
    })];
}
