using Incubator.Core.Companies;
using Incubator.Tests.Host;

namespace Incubator.Tests.Companies.Onboarding;

public sealed class TextTemplateTests
{
    private static readonly TextFacts Facts = new()
    {
        Company = "Sajtműhely Kft.",
        Seat = "4026 Debrecen, Bem tér 1.",
        TaxNumber = "12892312-2-09",
        Representative = "Kovács Anna",
        Date = new DateOnly(2026, 11, 9),
        Kinds = [MembershipKind.Cohort],
    };

    [Fact]
    public void Fill_EveryPlaceholder_TakesTheDataInTheTextsOwnLanguage()
    {
        var made = TextTemplate.Fill(Text("{company}; {seat}; {tax-number}; {representative}; {date}; {kind}"), Facts);
        Assert.Equal("Sajtműhely Kft.; 4026 Debrecen, Bem tér 1.; 12892312-2-09; Kovács Anna; 2026. november 9.; évfolyam", made.Hu);
        Assert.Equal("Sajtműhely Kft.; 4026 Debrecen, Bem tér 1.; 12892312-2-09; Kovács Anna; 9 November 2026; cohort", made.En);
        Assert.Empty(made.Lacking);
    }

    [Fact]
    public void Fill_UnknownFact_LeavesDotsAndSaysWhich()
    {
        var made = TextTemplate.Fill(Text("{company}, {seat}, {seat}"), Facts with { Seat = " " });
        Assert.Equal($"Sajtműhely Kft., {TextTemplate.Blank}, {TextTemplate.Blank}", made.Hu);
        Assert.Equal(["seat"], made.Lacking);
    }

    [Fact]
    public void Hash_OfTheSameText_DoesNotHangOnLineEnds()
    {
        var one = TextTemplate.Fill(Text("# A\r\n\r\n- b"), Facts);
        Assert.Equal(TextTemplate.Fill(Text("# A\n\n- b\n"), Facts).Hash, one.Hash);
        Assert.NotEqual(TextTemplate.Fill(Text("# A\n\n- c"), Facts).Hash, one.Hash);
        // sha256sum of "# A\n\n- b\n\n# A\n\n- b".
        Assert.Equal("0007120ad6ee182a046a6e928f49c6e05d407570b7049fcad55f6e037bfd9080", one.Hash);
    }

    [Theory]
    [InlineData("{company} and {boss}", "PlaceholderUnknown")]
    [InlineData("{}", "PlaceholderUnknown")]
    [InlineData("{Company}", "PlaceholderUnknown")]
    [InlineData("  ", "Missing")]
    [InlineData("{company} { open", null)]
    public void Problem_PlaceholderNobodyKnows_IsRefused(string body, string? code) => Assert.Equal(code, TextTemplate.Problem(body, "BodyHu")?.Code);

    [Theory, InlineData("agreement"), InlineData("house_rules"), InlineData("data_protection")]
    public void HouseTexts_BothLanguages_NameOnlyKnownPlaceholders(string name)
    {
        foreach (var language in new[] { "hu", "en" })
            Assert.Null(TextTemplate.Problem(File.ReadAllText(House.Path("db", "seed", $"onboarding_{name}.{language}.txt")), "BodyHu"));
    }

    private static StepText Text(string body) => StepText.Publish(1, 1, body, body, null, Lab.At(9, 8), null);
}
