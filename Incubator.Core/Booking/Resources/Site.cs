namespace Incubator.Core.Booking;

/// <summary>A place with its own opening times.</summary>
public sealed class Site
{
    public const int NameMaxLength = 160;

    private Site() { }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public static Site Create(string name) => new() { Name = name };

    public void Rename(string name) => Name = name;
}
