namespace Incubator.Web.Startup;

/// <summary>A demo person's sign-in; shown in Development only.</summary>
public sealed record DemoSignIn(string Email, string Password, string Who);

/// <summary>The lab that a newcomer finds: Development and empty database only.</summary>
public static class DemoLab
{
    public static IReadOnlyList<DemoSignIn> SignIns { get; } = [];

    public static Task LoadAsync(IServiceProvider services, CancellationToken cancel = default) => Task.CompletedTask;
}
