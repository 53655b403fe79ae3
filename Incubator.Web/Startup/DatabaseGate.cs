namespace Incubator.Web.Startup;

/// <summary>Whether the database can be used now; while shut, visitors get one calm page (503) at once instead of waiting.</summary>
public sealed class DatabaseGate
{
    private volatile bool open;

    public bool IsOpen => open;

    public void Open() => open = true;

    public void Shut() => open = false;
}
