using System.Text.RegularExpressions;
using Incubator.Tests.Host;

namespace Incubator.Tests.Conventions;

public sealed partial class NamingTests
{
    private static readonly Type[] Types =
        [.. typeof(Incubator.Core.Data.IncubatorDb).Assembly.GetTypes(), .. typeof(Program).Assembly.GetTypes()];

    [Fact]
    public void Types_ByName_AreNoGrabBags() => Assert.Empty(Types
        .Where(t => t.Namespace?.StartsWith("Incubator.", StringComparison.Ordinal) == true && GrabBag().IsMatch(t.Name) && !t.Name.EndsWith("TagHelper", StringComparison.Ordinal))
        .Select(t => t.FullName));

    [Fact]
    public void Types_InARoom_DoNotBearItsName() => Assert.Empty(Types
        .Where(t => t.Namespace is { } room && room.StartsWith("Incubator.Core.", StringComparison.Ordinal) && t.Name == room[(room.LastIndexOf('.') + 1)..])
        .Select(t => t.FullName));

    [Fact]
    public void Clock_InCoreAndWeb_IsTheTimeProvider() => Assert.Empty(House.Files("Incubator.Core", ".cs").Concat(House.Files("Incubator.Web", ".cs", ".cshtml"))
        .SelectMany(f => SystemClock().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")));

    [GeneratedRegex("(Helpers?|Utils?|Utilities|Manager)$")]
    private static partial Regex GrabBag();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex SystemClock();
}
