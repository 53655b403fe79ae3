using System.Text.RegularExpressions;
using Incubator.Tests.Host;

namespace Incubator.Tests.Conventions;

/// <summary>Who may know whom: the strata of the house, read from what each file of Core names.</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] Base = ["Common"];
    private static readonly string[] Ground = ["Notifications", "History", "Jobs", .. Base];
    private static readonly string[] Register = ["Companies", "Accounts", "Documents", "Calendars", .. Ground];

    /// <summary>A room that is not listed may not exist. Data sees entities, and all see it.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Common"] = [],
        ["History"] = [.. Base, "Accounts"],
        ["Jobs"] = Base,
        ["Notifications"] = [.. Base, "Jobs"],
        ["Accounts"] = Ground,
        ["Documents"] = [.. Ground, "Accounts"],
        ["Calendars"] = [.. Ground, "Accounts"],
        ["Companies"] = [.. Ground, "Accounts", "Documents"],
        ["Booking"] = Register,
        ["Cohorts"] = [.. Register, "Booking"],
        ["Camps"] = [.. Register, "Booking"],
        ["LabServices"] = [.. Register, "Booking"],
        ["Aid"] = [.. Register, "Booking"],
        ["Audits"] = [.. Register, "LabServices"],
        ["Projects"] = [.. Register, "LabServices"],
        ["Reporting"] = [.. Register, "Booking", "Camps", "Cohorts", "Audits", "LabServices", "Projects", "Aid"],
    };

    [Fact]
    public void Rooms_OfCore_AreThoseOfTheDesign()
    {
        var rooms = Directory.GetDirectories(House.Path("Incubator.Core")).Select(Path.GetFileName).Except(["bin", "obj", "Data"]);
        Assert.Empty(rooms.Except(MayKnow.Keys));
    }

    [Fact]
    public void Files_OfEachRoom_KnowOnlyWhatTheyMay()
    {
        var wrong = new List<string>();
        foreach (var (room, allowed) in MayKnow.Where(r => Directory.Exists(House.Path("Incubator.Core", r.Key))))
        {
            foreach (var file in House.Files(Path.Combine("Incubator.Core", room), ".cs"))
            {
                foreach (Match match in RoomName().Matches(File.ReadAllText(file)))
                {
                    var known = match.Groups[1].Value;
                    if (known != room && known != "Data" && !allowed.Contains(known)) wrong.Add($"{Path.GetRelativePath(House.Root, file)} knows {known}");
                }
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Common_Files_AreAtMostTen() => Assert.InRange(House.Files("Incubator.Core/Common", ".cs").Count(), 1, 10);

    [Fact]
    public void Core_References_NoWebNoProviderNoJobServer()
    {
        var project = File.ReadAllText(House.Path("Incubator.Core", "Incubator.Core.csproj"));
        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
        foreach (var word in new[] { "SqlServer", "Sqlite", "Hangfire.AspNetCore", "Hangfire.SqlServer", "Microsoft.AspNetCore.Mvc" })
            Assert.DoesNotContain(word, project, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\bIncubator\.Core\.([A-Z]\w+)")]
    private static partial Regex RoomName();
}
