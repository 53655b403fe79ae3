using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class CrewMapping : IEntityTypeConfiguration<CrewMember>, IEntityTypeConfiguration<CrewTime>, IEntityTypeConfiguration<TeamCrew>
{
    public void Configure(EntityTypeBuilder<CrewMember> member)
    {
        member.Property(m => m.Organisation).HasMaxLength(CrewMember.OrganisationMaxLength);
        member.HasIndex(m => m.Reference).IsUnique();
        member.HasIndex(m => new { m.CampId, m.PersonId, m.Role }).IsUnique();
        member.HasOne<Camp>().WithMany().HasForeignKey(m => m.CampId);
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        member.HasOne<Company>().WithMany().HasForeignKey(m => m.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CrewTime> time)
    {
        time.HasIndex(t => new { t.CrewMemberId, t.Start });
        time.HasOne<CrewMember>().WithMany().HasForeignKey(t => t.CrewMemberId);
    }

    public void Configure(EntityTypeBuilder<TeamCrew> crew)
    {
        crew.HasKey(c => new { c.TeamId, c.CrewMemberId });
        crew.HasOne<Team>().WithMany().HasForeignKey(c => c.TeamId);
        crew.HasOne<CrewMember>().WithMany().HasForeignKey(c => c.CrewMemberId);
    }
}
