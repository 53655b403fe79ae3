namespace Incubator.Core.Companies;

public enum MemberRole
{
    /// <summary>Books for the company.</summary>
    Member = 0,

    /// <summary>Also looks after the company's people.</summary>
    Manager = 1,
}

/// <summary>A person who belongs to a company; one may belong to several.</summary>
public sealed class CompanyMember
{
    private CompanyMember() { }

    public long CompanyId { get; private set; }

    public long PersonId { get; private set; }

    public MemberRole Role { get; private set; }

    public static CompanyMember Create(long companyId, long personId, MemberRole role) =>
        new() { CompanyId = companyId, PersonId = personId, Role = role };

    public void Become(MemberRole role) => Role = role;
}
