using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Accounts;
using Incubator.Web.Pages.Booking;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Shared;

namespace Incubator.Tests.Conventions;

/// <summary>Every text a person reads stands in both languages: English is the key, Hungarian in the room's file.</summary>
public sealed partial class TextTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Hungarian = House.Files("Incubator.Web/Pages", ".hu.resx")
        .ToDictionary(f => Path.GetFileName(Path.GetDirectoryName(f)!), f => XDocument.Load(f).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value));

    [Fact]
    public void Texts_OnPages_AreInHungarian()
    {
        var missing = new List<string>();
        foreach (var (file, room, content) in Sources())
        {
            var keys = Key().Matches(content).Select(m => Unescape(m.Groups[1].Value))
                .Concat(Message().Matches(content).Select(m => Unescape(m.Groups[1].Value)));
            missing.AddRange(keys.Where(k => !IsKnown(room, k)).Select(k => $"{file}: {k}"));
            // On a page T speaks the room's words and S the shared ones; neither asks the other.
            missing.AddRange(PageKey().Matches(content)
                .Where(m => !Hungarian[m.Groups[1].Value == "T" ? room : "Shared"].ContainsKey(Unescape(m.Groups[2].Value)))
                .Select(m => $"{file}: {m.Value}"));
        }

        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Refusals_EachCode_HasASentenceInHungarian()
    {
        var sentences = typeof(Program).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(IReadOnlyDictionary<string, string>) && (f.Name.EndsWith("Sentences", StringComparison.Ordinal) || f.Name == "Refusals"))
            .SelectMany(f => (IReadOnlyDictionary<string, string>)f.GetValue(null)!)
            .ToDictionary();
        var codes = typeof(BookingRefusals).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Concat(typeof(OnboardingRefusals).GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)
            .Concat(House.Files("Incubator.Core", ".cs").SelectMany(f => CodeLiteral().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)));
        Assert.Empty(codes.Distinct().Except(sentences.Keys));
        Assert.All(sentences.Values, s => Assert.True(Hungarian.Values.Any(room => room.ContainsKey(s)), s));
    }

    [Fact]
    public void Navigation_EachEntry_IsInHungarian() => Assert.All(
        NavEntries.All.Select(n => n.Text).Concat(NavEntries.Headings.Values), text => Assert.True(IsKnown("Shared", text), text));

    [Fact]
    public void HistoryOfResources_EachActAndField_IsInHungarian() => Assert.All(
        ResourceHistory.Acts.Values.Concat(ResourceHistory.Fields.Values), text => Assert.True(IsKnown("Resources", text), text));

    [Fact]
    public void HistoryOfCamps_EachActAndField_IsInHungarian() => Assert.All(
        Incubator.Web.Pages.Camps.CampHistory.Acts.Values.Concat(Incubator.Web.Pages.Camps.CampHistory.Fields.Values), text => Assert.True(IsKnown("Camps", text), text));

    [Fact]
    public void HistoryOfChallenges_EachActAndField_IsInHungarian() => Assert.All(
        Incubator.Web.Pages.Camps.Challenges.ChallengeHistory.Acts.Values.Concat(Incubator.Web.Pages.Camps.Challenges.ChallengeHistory.Fields.Values), text => Assert.True(IsKnown("Challenges", text), text));

    [Fact]
    public void HistoryOfReviews_EachAct_IsInHungarian() => Assert.All(
        Incubator.Web.Pages.Cohorts.Reviews.ReviewWords.Acts.Values, text => Assert.True(IsKnown("Reviews", text), text));

    [Fact]
    public void WordsOfParticipants_EachActAndLanguage_AreInHungarian() => Assert.All(
        Incubator.Web.Pages.Camps.Participants.ParticipantWords.Acts.Values.Concat(Incubator.Web.Pages.Camps.Participants.EditTeamModel.Acts.Values)
            .Concat(Incubator.Web.Pages.Camps.Participants.ParticipantWords.LanguageNames), text => Assert.True(IsKnown("Participants", text), text));

    [Fact]
    public void WordsOfAccounts_EachActSectionAndField_AreInHungarian() => Assert.All(
        PersonHistory.Acts.Values.Concat(PersonalWords.Sections.Values).Concat(PersonalWords.Fields.Values), text => Assert.True(IsKnown("Accounts", text), text));

    [Fact]
    public void Hungarian_EachText_IsUsed()
    {
        var everything = string.Concat(Sources().Select(s => s.Content));
        var orphans = Hungarian.SelectMany(room => room.Value.Keys.Select(key => (room.Key, key)))
            .Where(t => !everything.Contains($"\"{Escape(t.key)}\"", StringComparison.Ordinal));
        Assert.Empty(orphans);
    }

    // Resource names know no case: of two that differ only in it one is lost.
    [Fact]
    public void Keys_InOneFile_DifferByMoreThanCase() => Assert.All(Hungarian.Values, room =>
        Assert.Equal(room.Count, room.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count()));

    [Fact]
    public void Placeholders_InBothLanguages_Agree()
    {
        var wrong = Hungarian.SelectMany(room => room.Value).Where(t =>
            !Placeholder().Matches(t.Key).Select(m => m.Value).Distinct().Order().SequenceEqual(Placeholder().Matches(t.Value).Select(m => m.Value).Distinct().Order()));
        Assert.Empty(wrong);
    }

    // The register and its number, and the legal form, have their own names in law.
    [Fact]
    public void Hungarian_OfACompany_SaysOneWordForIt() => Assert.DoesNotContain(Hungarian.SelectMany(room => room.Value.Values),
        text => Regex.IsMatch(text.Replace("egyéni cég", "", StringComparison.OrdinalIgnoreCase), @"\b[Cc]ég(?!jegyzék)", RegexOptions.CultureInvariant));

    [Fact]
    public void RulesThatStaffMaySetAside_EachOne_HasItsName()
    {
        var source = File.ReadAllText(House.Path("Incubator.Core", "Booking", "Reservations", "BookingRules.cs")) +
            File.ReadAllText(House.Path("Incubator.Core", "Booking", "Reservations", "BookingDesk.cs"));
        var codes = OverridableCode().Matches(source).Select(m => m.Groups[1].Value + m.Groups[2].Value).Concat(OnboardingRefusals.OfTheGate).Distinct().ToList();
        Assert.Equal(codes.Order(), RuleWords.All.Keys.Order());
        Assert.All(RuleWords.All.Values, text => Assert.True(IsKnown("Booking", text), text));
    }

    private static bool IsKnown(string room, string key) =>
        Hungarian[room].ContainsKey(key) || Hungarian["Shared"].ContainsKey(key);

    private static IEnumerable<(string File, string Room, string Content)> Sources() => House.Files("Incubator.Web", ".cs", ".cshtml", ".razor")
        .Select(f => (Path.GetRelativePath(House.Root, f), RoomOf(f),
            string.Join('\n', File.ReadLines(f).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)))));

    private static string RoomOf(string file)
    {
        var parts = Path.GetRelativePath(House.Path("Incubator.Web", "Pages"), file).Split(Path.DirectorySeparatorChar);
        return parts.SkipLast(1).LastOrDefault(Hungarian.ContainsKey) ?? "Shared";
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Unescape(string text) => WebUtility.HtmlDecode(text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));

    [GeneratedRegex("""\b(?:T|S|L|text|shared|booking|localizer)\[\s*"((?:[^"\\]|\\.)+)"\s*[\],]""")]
    private static partial Regex Key();

    [GeneratedRegex("""\b(T|S)\[\s*"((?:[^"\\]|\\.)+)"\s*[\],]""")]
    private static partial Regex PageKey();

    [GeneratedRegex("""(?:ErrorMessage = |Display\(Name = )"((?:[^"\\]|\\.)+)"\s*[,)]""")]
    private static partial Regex Message();

    [GeneratedRegex("""new Refusal\("(\w+)"|Refused\("(\w+)" """)]
    private static partial Regex CodeLiteral();

    [GeneratedRegex("""Overridable\(BookingRefusals\.(\w+)|new Refusal\(BookingRefusals\.(\w+)[^)]*\) \{ Overridable = true""")]
    private static partial Regex OverridableCode();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
