using Incubator.Core.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Accounts;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<RefusedNotice>, IEntityTypeConfiguration<Notice>
{
    // Their tables are the room Notifications', which knows no people.
    public void Configure(EntityTypeBuilder<RefusedNotice> refused) => refused.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);

    public void Configure(EntityTypeBuilder<Notice> notice) => notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);

    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.FullName).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.Language).HasMaxLength(Person.LanguageMaxLength);
        person.Property(p => p.PhoneNumber).HasMaxLength(40);
        person.Property(p => p.PasswordHash).HasMaxLength(500);
        person.Property(p => p.SecurityStamp).HasMaxLength(100);
        person.Property(p => p.ConcurrencyStamp).HasMaxLength(100);
    }
}

// Identity's default key lengths (450) would exceed SQL Server's 900-byte index limit.
internal sealed class IdentityKeysMapping :
    IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>,
    IEntityTypeConfiguration<IdentityUserRole<long>>, IEntityTypeConfiguration<IdentityRole<long>>,
    IEntityTypeConfiguration<IdentityUserClaim<long>>, IEntityTypeConfiguration<IdentityRoleClaim<long>>,
    IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    private const int KeyMaxLength = 128;

    // The standard allows 1023 bytes, SQL Server's clustered key 900; makers use 16 to 80.
    private const int CredentialMaxLength = 800;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> passkey)
    {
        passkey.ToTable("PersonPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(CredentialMaxLength);
        passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId);
        passkey.OwnsOne(p => p.Data).ToJson();
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> login)
    {
        login.ToTable("PersonLogins");
        login.Property(l => l.LoginProvider).HasMaxLength(KeyMaxLength);
        login.Property(l => l.ProviderKey).HasMaxLength(KeyMaxLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> token)
    {
        token.ToTable("PersonTokens");
        token.Property(t => t.LoginProvider).HasMaxLength(KeyMaxLength);
        token.Property(t => t.Name).HasMaxLength(KeyMaxLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserRole<long>> role) => role.ToTable("PersonRoles");

    public void Configure(EntityTypeBuilder<IdentityRole<long>> role) => role.ToTable("Roles");

    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> claim) => claim.ToTable("PersonClaims");

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<long>> claim) => claim.ToTable("RoleClaims");
}
