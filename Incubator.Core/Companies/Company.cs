namespace Incubator.Core.Companies;

/// <summary>A firm that may book. Its onboarding comes with the next issue; here it is active or not.</summary>
public sealed class Company
{
    public const int NameMaxLength = 160;

    private Company() { }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Made by the demo lab, shown as such everywhere.</summary>
    public bool IsDemo { get; private set; }

    public bool IsActive { get; private set; } = true;

    /// <summary>Bumped first in every transaction that counts this company's quota: the row lock makes rivals wait.</summary>
    public long CalendarVersion { get; private set; }

    public Guid Version { get; private set; }

    public static Company Create(string name, bool isDemo = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, NameMaxLength);
        return new Company { Name = name.Trim(), IsDemo = isDemo };
    }

    public void Deactivate() => IsActive = false;

    public void Activate() => IsActive = true;
}
