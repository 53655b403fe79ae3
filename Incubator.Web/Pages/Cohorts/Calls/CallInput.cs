using System.ComponentModel.DataAnnotations;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.History;
using Incubator.Web.Pages.Shared;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>What the form of a call holds. Times are local, as typed.</summary>
public sealed class CallInput
{
    [Required, StringLength(Call.TitleMaxLength)]
    public string TitleHu { get; set; } = "";

    [Required, StringLength(Call.TitleMaxLength)]
    public string TitleEn { get; set; } = "";

    [Required, StringLength(Call.TextMaxLength)]
    public string TextHu { get; set; } = "";

    [Required, StringLength(Call.TextMaxLength)]
    public string TextEn { get; set; } = "";

    public MembershipKind Kind { get; set; } = MembershipKind.Cohort;

    [Required]
    public string? OpensAt { get; set; }

    [Required]
    public string? ClosesAt { get; set; }

    [Range(Call.MinReviewers, Call.MaxReviewers)]
    public int Reviewers { get; set; } = Call.UsualReviewers;

    public List<S3Priorities> Priorities { get; set; } = [];

    [StringLength(Call.DivisionsMaxLength)]
    public string? Divisions { get; set; }

    public long? CohortId { get; set; }

    [StringLength(HistoryEntry.ReasonMaxLength)]
    public string? Reason { get; set; }

    /// <summary>Of the call as the form was opened.</summary>
    public Guid Version { get; set; }

    public static CallInput Of(Call call) => new()
    {
        TitleHu = call.TitleHu,
        TitleEn = call.TitleEn,
        TextHu = call.TextHu,
        TextEn = call.TextEn,
        Kind = call.Kind,
        OpensAt = LocalMoment.Text(call.OpensAt),
        ClosesAt = LocalMoment.Text(call.ClosesAt),
        Reviewers = call.Reviewers,
        Priorities = [.. CallWords.Each(call.Priorities)],
        Divisions = string.Join(", ", call.DivisionList),
        CohortId = call.CohortId,
        Version = call.Version,
    };

    /// <summary>The call, or a refusal for each time that cannot be read.</summary>
    public Result<CallDetails> Read()
    {
        var (opens, closes) = (LocalMoment.Read(OpensAt, nameof(OpensAt)), LocalMoment.Read(ClosesAt, nameof(ClosesAt)));
        if (!opens.Succeeded || !closes.Succeeded) return Result<CallDetails>.Refused([.. opens.Refusals, .. closes.Refusals]);
        return new CallDetails
        {
            TitleHu = TitleHu,
            TitleEn = TitleEn,
            TextHu = TextHu.ReplaceLineEndings("\n"),
            TextEn = TextEn.ReplaceLineEndings("\n"),
            Kind = Kind,
            OpensAt = opens.Value,
            ClosesAt = closes.Value,
            Reviewers = Reviewers,
            Priorities = Priorities.Aggregate(S3Priorities.None, (all, one) => all | one),
            Divisions = (Divisions ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries),
            CohortId = CohortId,
        };
    }
}
