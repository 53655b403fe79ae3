using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class JuryMapping :
    IEntityTypeConfiguration<JuryCriterion>, IEntityTypeConfiguration<JuryAnchor>, IEntityTypeConfiguration<JurySheet>,
    IEntityTypeConfiguration<JuryScore>, IEntityTypeConfiguration<JuryRound>, IEntityTypeConfiguration<TieOrder>, IEntityTypeConfiguration<JuryProtocol>
{
    public void Configure(EntityTypeBuilder<JuryCriterion> criterion)
    {
        criterion.Property(c => c.NameHu).HasMaxLength(JuryCriterion.NameMaxLength);
        criterion.Property(c => c.NameEn).HasMaxLength(JuryCriterion.NameMaxLength);
        criterion.HasIndex(c => new { c.CampId, c.Position });
        criterion.HasOne<Camp>().WithMany().HasForeignKey(c => c.CampId);
        criterion.HasMany(c => c.Anchors).WithOne().HasForeignKey(a => a.CriterionId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<JuryAnchor> anchor)
    {
        anchor.ToTable("JuryAnchors");
        anchor.HasKey(a => new { a.CriterionId, a.Score });
        anchor.Property(a => a.Score).ValueGeneratedNever();
        anchor.Property(a => a.TextHu).HasMaxLength(JuryCriterion.AnchorMaxLength);
        anchor.Property(a => a.TextEn).HasMaxLength(JuryCriterion.AnchorMaxLength);
    }

    public void Configure(EntityTypeBuilder<JurySheet> sheet)
    {
        sheet.Property(s => s.Comment).HasMaxLength(JurySheet.CommentMaxLength);
        sheet.Property(s => s.RecusalReason).HasMaxLength(JurySheet.ReasonMaxLength);
        sheet.HasIndex(s => new { s.TeamId, s.JurorId }).IsUnique();
        sheet.HasIndex(s => s.CampId);
        sheet.HasOne<Camp>().WithMany().HasForeignKey(s => s.CampId);
        sheet.HasOne<Team>().WithMany().HasForeignKey(s => s.TeamId);
        sheet.HasOne<CrewMember>().WithMany().HasForeignKey(s => s.JurorId);
        sheet.HasMany(s => s.Scores).WithOne().HasForeignKey(s => s.SheetId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<JuryScore> score)
    {
        score.HasKey(s => new { s.SheetId, s.CriterionId });
        score.HasOne<JuryCriterion>().WithMany().HasForeignKey(s => s.CriterionId);
        score.ToTable("JuryScores", t => t.HasCheckConstraint("CK_JuryScores_Score", $"Score BETWEEN {JuryCriterion.MinScore} AND {JuryCriterion.MaxScore}"));
    }

    // No foreign key to who closed or decided: it outlives an erased person.
    public void Configure(EntityTypeBuilder<JuryRound> round)
    {
        round.HasKey(r => r.CampId);
        round.Property(r => r.CampId).ValueGeneratedNever();
        round.HasOne<Camp>().WithOne().HasForeignKey<JuryRound>(r => r.CampId);
    }

    public void Configure(EntityTypeBuilder<TieOrder> order)
    {
        order.HasKey(o => o.TeamId);
        order.Property(o => o.TeamId).ValueGeneratedNever();
        order.Property(o => o.Reason).HasMaxLength(TieOrder.ReasonMaxLength);
        order.HasIndex(o => o.CampId);
        order.HasOne<Team>().WithOne().HasForeignKey<TieOrder>(o => o.TeamId);
        order.HasOne<Camp>().WithMany().HasForeignKey(o => o.CampId);
    }

    public void Configure(EntityTypeBuilder<JuryProtocol> protocol)
    {
        protocol.Property(p => p.Hash).HasMaxLength(JuryProtocol.HashLength);
        protocol.HasIndex(p => new { p.CampId, p.Number }).IsUnique();
        protocol.HasOne<Camp>().WithMany().HasForeignKey(p => p.CampId);
    }
}
