using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Jobs;

internal sealed class JobsMapping : IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobState> state)
    {
        state.HasKey(s => s.Name);
        state.Property(s => s.Name).HasMaxLength(JobState.NameMaxLength);
        state.Property(s => s.Did).HasMaxLength(JobState.DidMaxLength);
        state.Property(s => s.Failure).HasMaxLength(JobState.FailureMaxLength);
    }
}
