using Incubator.Core.Cohorts;
using Incubator.Core.Companies;

namespace Incubator.Tests.Cohorts.Applications;

public sealed class ApplicationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 9);
    private static readonly ApplicationForm Form = ApplicationForm.Of([], [], [7]);

    private static readonly Dictionary<string, string> Whole = new()
    {
        ["company.name"] = "Kis Farm Kft.",
        ["company.form"] = "Kft",
        ["company.country"] = "HU",
        ["company.tax"] = "12345676-2-09",
        ["company.postcode"] = "4032",
        ["company.settlement"] = "Debrecen",
        ["company.address"] = "Fő u. 1.",
        ["company.nace"] = "10.51",
        ["company.naceRevision"] = "Rev21",
        ["contact.name"] = "Kis Anna",
        ["contact.phone"] = "+36 30 123 4567",
        ["size.currency"] = "EUR",
        ["size.1.year"] = "2025",
        ["size.1.staff"] = "8,5",
        ["size.1.turnover"] = "450 000",
        ["size.1.balance"] = "240 000",
        ["idea.1.name"] = "Cheese",
        ["idea.1.text"] = "Dried",
        ["idea.1.stage"] = "idea",
        ["idea.1.category"] = "dairy",
        ["food.state"] = "none",
        ["food.allergens"] = "milk,nuts",
    };

    [Fact]
    public void Check_Whole_MissesNothing()
    {
        var completeness = Check([]);
        Assert.True(completeness.IsComplete, string.Join(", ", completeness.Problems.Select(p => p.Refusal)));
        Assert.Equal(20, completeness.Wanted);
    }

    [Fact]
    public void Check_Empty_NamesAllThatIsWantedAndNothingElse()
    {
        var completeness = ApplicationRules.Check(Form, new ApplicationAnswers(new Dictionary<string, string>()), Today);
        Assert.Equal(completeness.Wanted, completeness.Missing);
        Assert.All(completeness.Problems, p => Assert.Equal("Missing", p.Refusal.Code));
    }

    /// <summary>What must be filled in may depend on what else is said.</summary>
    [Theory]
    [InlineData("company.tax", "", "company.tax", "Missing")]
    [InlineData("food.state", "registered", "food.number", "Missing")]
    [InlineData("size.currency", "HUF", "size.1.rate", "Missing")]
    [InlineData("idea.2.name", "Second", "idea.2.text", "Missing")]
    [InlineData("firm.1.name", "Anya Zrt.", "firm.1.share", "Missing")]
    [InlineData("wish.7", "true", "wish.7.hours", "Missing")]
    [InlineData("size.2.turnover", "5", "size.2.staff", "Missing")]
    [InlineData("company.tax", "12345677-2-09", "company.tax", "TaxNumberMistyped")]
    [InlineData("company.nace", "food", "company.nace", "NaceMisshapen")]
    [InlineData("company.postcode", "40322", "company.postcode", "PostcodeMisshapen")]
    [InlineData("company.form", "Kftt", "company.form", "NotKnown")]
    [InlineData("contact.phone", "ring me", "contact.phone", "PhoneMisshapen")]
    [InlineData("size.1.year", "2027", "size.1.year", "OutOfRange")]
    [InlineData("size.1.staff", "many", "size.1.staff", "NotANumber")]
    [InlineData("size.1.staff", "-1", "size.1.staff", "OutOfRange")]
    [InlineData("food.allergens", "milk,none", "food.allergens", "NoneAndSome")]
    [InlineData("food.allergens", "milk,stone", "food.allergens", "NotKnown")]
    public void Check_OneThingWrong_IsNamed(string field, string text, string wrong, string code)
    {
        var completeness = Check(new() { [field] = text });
        Assert.Contains(completeness.Problems, p => p.Field == wrong && p.Refusal.Code == code);
    }

    [Fact]
    public void Check_ForeignCompany_NeedsNoHungarianTaxNumber() =>
        Assert.True(Check(new() { ["company.country"] = "RO", ["company.tax"] = "", ["company.postcode"] = "410087", ["company.vat"] = "RO12345678" }).IsComplete);

    [Fact]
    public void Check_YearsApart_AsksForTheYearBefore()
    {
        var problem = Assert.Single(Check(new() { ["size.2.year"] = "2022", ["size.2.staff"] = "5" }).Problems);
        Assert.Equal(("size.2.year", "NotTheYearBefore", 2024), (problem.Field, problem.Refusal.Code, problem.Refusal.Facts["year"]));
    }

    /// <summary>Half of A's turnover by its share of 50 %, all of B's by 60 %: hand-computed.</summary>
    [Fact]
    public void SizeWorking_WithLinkedFirms_CountsThemByTheirShare()
    {
        var working = Answers(new()
        {
            ["firm.1.name"] = "A",
            ["firm.1.share"] = "50",
            ["firm.1.kind"] = "Enterprise",
            ["firm.1.direction"] = "Owns",
            ["firm.1.1.staff"] = "20",
            ["firm.1.1.turnover"] = "1 000 000",
            ["firm.1.1.balance"] = "800 000",
            ["firm.2.name"] = "B",
            ["firm.2.share"] = "60",
            ["firm.2.kind"] = "Enterprise",
            ["firm.2.direction"] = "OwnedBy",
            ["firm.2.1.staff"] = "30",
            ["firm.2.1.turnover"] = "3 000 000",
            ["firm.2.1.balance"] = "2 000 000",
        }).SizeWorking();
        Assert.Equal(new SizeFigures(8.5m + 10 + 30, 450_000 + 500_000 + 3_000_000, 240_000 + 400_000 + 2_000_000), Assert.Single(working.Years).Sum);
        Assert.Equal(SizeClass.Small, working.Class);
        Assert.Equal(SizeClass.Micro, Answers([]).SizeWorking().Class);
    }

    [Theory]
    [InlineData("10.51", "AgriFood", false)]
    [InlineData("62.01", "AgriFood", true)]
    [InlineData("10.51", "Health", true)]
    [InlineData("", "", false)]
    [InlineData("nonsense", "", false)]
    public void IsOutside_OtherFieldsThanTheCalls_IsWarnedOf(string nace, string priority, bool outside) => Assert.Equal(outside,
        Answers(new() { ["company.nace"] = nace, ["company.priority"] = priority }).IsOutside(Call.Create(Calls.CallStory.Details())));

    [Fact]
    public void Merge_EachField_ByItself()
    {
        var stored = new Dictionary<string, string> { ["same"] = "a", ["mine"] = "old", ["theirs"] = "new there", ["both"] = "their words", ["agreed"] = "x" };
        var seen = new Dictionary<string, string> { ["same"] = AnswerMerge.Mark("a"), ["mine"] = AnswerMerge.Mark("old"), ["theirs"] = AnswerMerge.Mark("old"), ["both"] = AnswerMerge.Mark("old") };
        var (changed, conflicts) = AnswerMerge.Merge(stored, new Dictionary<string, string>
        {
            ["same"] = "a",
            ["mine"] = "my words",
            ["theirs"] = "old",
            ["both"] = "my words",
            ["agreed"] = "x",
            ["fresh"] = "first",
        }, seen);
        Assert.Equal(["fresh", "mine"], changed.Keys.Order());
        Assert.Equal(new AnswerConflict("both", "their words", "my words"), Assert.Single(conflicts));
    }

    [Fact]
    public void DeleteAfter_ByState_IsAsPromised()
    {
        var closes = new DateTimeOffset(2026, 11, 16, 23, 30, 0, TimeSpan.Zero);
        var draft = Application.Start(1, "JE-2026-0001", "a@b.hu", "hu", closes.AddDays(-5));
        // 16 November 23:30 UTC is the 17th in Debrecen.
        Assert.Equal(new DateOnly(2026, 11, 17).AddDays(90), ApplicationRetention.DeleteAfter(draft, closes));
        draft.Submit("X", null, closes.AddDays(-1));
        Assert.Null(ApplicationRetention.DeleteAfter(draft, closes));
        draft.Withdraw(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2028, 12, 1), ApplicationRetention.DeleteAfter(draft, closes));
    }

    [Theory]
    [InlineData("anna@kisfarm.hu", true)]
    [InlineData("anna@localhost", false)]
    [InlineData("Anna <anna@kisfarm.hu>", false)]
    [InlineData("anna kisfarm.hu", false)]
    [InlineData("a@b.hu\r\nBcc: x@y.hu", false)]
    public void IsMail_OnlyABareAddress_IsTaken(string text, bool taken) => Assert.Equal(taken, ApplicationRules.IsMail(text));

    private static ApplicationAnswers Answers(Dictionary<string, string> changes)
    {
        var answers = new Dictionary<string, string>(Whole);
        foreach (var (field, text) in changes) answers[field] = text;
        return new ApplicationAnswers(answers);
    }

    private static Completeness Check(Dictionary<string, string> changes) => ApplicationRules.Check(Form, Answers(changes), Today);
}
