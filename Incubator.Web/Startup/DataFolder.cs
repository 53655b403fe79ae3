namespace Incubator.Web.Startup;

/// <summary>Where the embedded database lies: <c>INCUBATOR_DATA</c>, else <c>data</c> beside the program's folder.</summary>
public static class DataFolder
{
    public static string DatabaseFile(IConfiguration configuration, IHostEnvironment environment) =>
        Path.Combine(Prepare(Find(configuration, environment)), "incubator.db");

    private static string Find(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["INCUBATOR_DATA"] is { Length: > 0 } named) return Path.GetFullPath(named);
        var root = environment.ContentRootPath;
        // In the repository the folder lies beside the project, where git ignores it; a published program keeps its own.
        var home = File.Exists(Path.Combine(root, "Incubator.Web.csproj")) ? Path.GetDirectoryName(root.TrimEnd('/', '\\'))! : root;
        return Path.Combine(home, "data");
    }

    private static string Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StartupProblem(
                $"The data folder {folder} cannot be written: give this user the right to write it, or name another one in INCUBATOR_DATA.", failure);
        }
    }
}
