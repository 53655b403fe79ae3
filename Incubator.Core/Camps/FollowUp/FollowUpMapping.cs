using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class FollowUpMapping :
    IEntityTypeConfiguration<CampIdea>, IEntityTypeConfiguration<IdeaPrototype>, IEntityTypeConfiguration<CampCheck>, IEntityTypeConfiguration<ChallengeOutcome>
{
    public void Configure(EntityTypeBuilder<CampIdea> idea)
    {
        idea.Property(i => i.Title).HasMaxLength(CampIdea.TitleMaxLength);
        idea.Property(i => i.Words).HasMaxLength(CampIdea.WordsMaxLength);
        idea.HasIndex(i => i.Reference).IsUnique();
        idea.HasIndex(i => i.ChallengeId);
        idea.HasOne<Challenge>().WithMany().HasForeignKey(i => i.ChallengeId);
        idea.HasOne<Team>().WithMany().HasForeignKey(i => i.TeamId);
        idea.HasOne<Person>().WithMany().HasForeignKey(i => i.AdoptedById);
        idea.HasMany(i => i.Prototypes).WithOne().HasForeignKey(p => p.IdeaId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<IdeaPrototype> prototype)
    {
        prototype.HasKey(p => new { p.IdeaId, p.ReservationId });
        prototype.HasOne<Reservation>().WithMany().HasForeignKey(p => p.ReservationId);
    }

    public void Configure(EntityTypeBuilder<CampCheck> check)
    {
        check.Property(c => c.Words).HasMaxLength(CampCheck.WordsMaxLength);
        check.HasIndex(c => c.Reference).IsUnique();
        check.HasIndex(c => new { c.ChallengeId, c.AfterDays }).IsUnique();
        // What is due is looked for by the sweep.
        check.HasIndex(c => new { c.AnsweredAt, c.DueOn });
        check.HasOne<Challenge>().WithMany().HasForeignKey(c => c.ChallengeId);
        check.HasOne<Person>().WithMany().HasForeignKey(c => c.AnsweredById);
    }

    public void Configure(EntityTypeBuilder<ChallengeOutcome> outcome)
    {
        outcome.HasKey(o => o.ChallengeId);
        outcome.Property(o => o.ChallengeId).ValueGeneratedNever();
        outcome.Property(o => o.ProductName).HasMaxLength(ChallengeOutcome.ProductNameMaxLength);
        outcome.Property(o => o.Words).HasMaxLength(ChallengeOutcome.WordsMaxLength);
        outcome.Property(o => o.Jobs).HasPrecision(18, 2);
        outcome.Property(o => o.Turnover).HasPrecision(18, 2);
        outcome.HasOne<Challenge>().WithOne().HasForeignKey<ChallengeOutcome>(o => o.ChallengeId);
        outcome.HasOne<Person>().WithMany().HasForeignKey(o => o.RecordedById);
    }
}
