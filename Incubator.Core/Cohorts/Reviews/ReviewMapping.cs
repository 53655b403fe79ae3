using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Cohorts;

internal sealed class ReviewMapping :
    IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<ReviewScore>, IEntityTypeConfiguration<ReviewRound>,
    IEntityTypeConfiguration<CallReviewer>, IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<RankSnapshot>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.Property(r => r.ConflictNote).HasMaxLength(Review.NoteMaxLength);
        review.Property(r => r.Summary).HasMaxLength(Review.SummaryMaxLength);
        review.HasIndex(r => r.Reference).IsUnique();
        review.HasIndex(r => new { r.ApplicationId, r.ReviewerId }).IsUnique();
        review.HasIndex(r => r.ReviewerId);
        review.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId);
        review.HasOne<Person>().WithMany().HasForeignKey(r => r.ReviewerId);
        review.HasMany(r => r.Scores).WithOne().HasForeignKey(s => s.ReviewId);
    }

    public void Configure(EntityTypeBuilder<ReviewScore> score)
    {
        score.HasKey(s => new { s.ReviewId, s.CriterionId });
        score.Property(s => s.Comment).HasMaxLength(ReviewScore.CommentMaxLength);
        score.HasOne<Criterion>().WithMany().HasForeignKey(s => s.CriterionId);
        score.ToTable("ReviewScores", t => t.HasCheckConstraint("CK_ReviewScores_Score", $"Score BETWEEN {Criterion.MinScore} AND {Criterion.MaxScore}"));
    }

    public void Configure(EntityTypeBuilder<ReviewRound> round)
    {
        round.HasKey(r => r.CallId);
        round.Property(r => r.CallId).ValueGeneratedNever();
        round.HasOne<Call>().WithOne().HasForeignKey<ReviewRound>(r => r.CallId);
    }

    public void Configure(EntityTypeBuilder<CallReviewer> reviewer)
    {
        reviewer.HasKey(r => new { r.CallId, r.PersonId });
        reviewer.Property(r => r.Organisation).HasMaxLength(CallReviewer.OrganisationMaxLength);
        reviewer.HasOne<Call>().WithMany().HasForeignKey(r => r.CallId);
        reviewer.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
    }

    // No foreign key to who decided: a decision outlives an erased person.
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.Property(d => d.PublicReason).HasMaxLength(Decision.ReasonMaxLength);
        decision.Property(d => d.InternalNote).HasMaxLength(Decision.ReasonMaxLength);
        decision.Property(d => d.CorrectionReason).HasMaxLength(Decision.CorrectionMaxLength);
        decision.HasIndex(d => d.Reference).IsUnique();
        decision.HasIndex(d => d.SubmissionKey).IsUnique();
        decision.HasIndex(d => d.ApplicationId);
        // A decision is corrected once; who comes second must look again.
        decision.HasIndex(d => d.CorrectsId).IsUnique().HasFilter("CorrectsId IS NOT NULL");
        decision.HasOne<Application>().WithMany().HasForeignKey(d => d.ApplicationId);
        decision.HasOne<RankSnapshot>().WithMany().HasForeignKey(d => d.SnapshotId);
        decision.HasOne<Decision>().WithMany().HasForeignKey(d => d.CorrectsId);
        decision.HasOne<Company>().WithMany().HasForeignKey(d => d.CompanyId);
    }

    public void Configure(EntityTypeBuilder<RankSnapshot> snapshot)
    {
        snapshot.Property(s => s.Hash).HasMaxLength(RankSnapshot.HashLength);
        snapshot.HasIndex(s => s.CallId);
        snapshot.HasOne<Call>().WithMany().HasForeignKey(s => s.CallId);
    }
}
