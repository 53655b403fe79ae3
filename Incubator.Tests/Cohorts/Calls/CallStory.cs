using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Calls;

/// <summary>A lab with one call: open for a week, three questions and a file wanted, one criterion.</summary>
public sealed class CallStory(IncubatorApp app)
{
    public const string Mail = "anna@kisfarm.example";

    /// <summary>Monday 16 November 2026, 12:00 in Debrecen.</summary>
    public static readonly DateTimeOffset Closes = new(2026, 11, 16, 11, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Pdf = "%PDF-1.7 plan"u8.ToArray();

    public Actor Staff { get; private set; } = Actor.System;
    public Person StaffPerson { get; private set; } = null!;
    public Guid Call { get; private set; }
    public long Section { get; private set; }
    public long Why { get; private set; }
    public long Money { get; private set; }
    public long Plan { get; private set; }
    public long Consent { get; private set; }
    public Resource Dryer { get; private set; } = null!;

    public static CallDetails Details(DateTimeOffset? closes = null) => new()
    {
        TitleHu = "Jelentkezés a 2027-es évfolyamba",
        TitleEn = "Apply for the 2027 cohort",
        TextHu = "Tíz helyet hirdetünk.",
        TextEn = "Ten places.",
        Kind = MembershipKind.Cohort,
        OpensAt = new DateTimeOffset(2026, 11, 2, 7, 0, 0, TimeSpan.Zero),
        ClosesAt = closes ?? Closes,
        Priorities = S3Priorities.AgriFood,
        Divisions = ["11", "10"],
    };

    public static CriterionDetails Criterion(int weight = 30, string name = "Innovation") => new()
    {
        Weight = weight,
        NameHu = "Újszerűség",
        NameEn = name,
        Anchors = [.. Enumerable.Range(0, 6).Select(i => new LocalName($"{i} pont", $"{i} points"))],
    };

    public static async Task<CallStory> BeginAsync(IncubatorApp app, bool published = true)
    {
        var story = new CallStory(app);
        story.StaffPerson = await app.Given.StaffAsync();
        story.Staff = new Actor(story.StaffPerson.Id, true, []);
        story.Dryer = await app.Given.ResourceAsync(r => r with { Code = "CS-1" });
        story.Call = (await app.AskAsync((CallDesk desk) => desk.CreateAsync(Details(), story.Staff))).Value;
        story.Section = (await story.FormAsync(d => d.AddSectionAsync(story.Call, new SectionDetails { TitleHu = "Terv", TitleEn = "Plan" }, story.Staff))).Value;
        story.Why = await story.AskForAsync(QuestionType.LongText, "Why you?", required: true, q => q with { MaxLength = 500 });
        story.Money = await story.AskForAsync(QuestionType.Money, "Own contribution", required: false);
        story.Plan = await story.AskForAsync(QuestionType.File, "Business plan", required: true);
        story.Consent = await story.AskForAsync(QuestionType.Consent, "Data protection", required: true, q => q with { ConsentHu = "Hozzájárulok.", ConsentEn = "I agree." });
        await story.FormAsync(d => d.AddCriterionAsync(story.Call, Criterion(), story.Staff));
        if (published) Assert.True((await app.AskAsync((CallDesk desk) => desk.PublishAsync(story.Call, story.Staff))).Succeeded);
        return story;
    }

    public Task<Result<T>> FormAsync<T>(Func<CallFormDesk, Task<Result<T>>> act) => app.AskAsync(act);

    public async Task<long> AskForAsync(QuestionType type, string label, bool required, Func<QuestionDetails, QuestionDetails>? change = null)
    {
        var details = new QuestionDetails { Type = type, IsRequired = required, LabelHu = $"{label} (hu)", LabelEn = label };
        return (await FormAsync(d => d.AddQuestionAsync(Call, Section, change?.Invoke(details) ?? details, Staff))).Value;
    }

    public async Task<string> StartAsync(string mail = Mail) =>
        (await app.AskAsync((ApplicationDesk desk) => desk.StartAsync(new StartApplication { Call = Call, Email = mail, Language = "en" }))).Value!;

    public Task<Result<AnswersSaved>> SaveAsync(string secret, Dictionary<string, string> typed, Dictionary<string, string>? seen = null) =>
        app.AskAsync((ApplicationDesk desk) => desk.SaveAsync(secret, new SaveAnswers { Typed = typed, Seen = seen ?? [] }));

    public Task<Result<Done>> SubmitAsync(string secret) => app.AskAsync((ApplicationDesk desk) => desk.SubmitAsync(secret));

    /// <summary>A draft to which nothing is missing.</summary>
    public async Task<string> CompleteAsync(string mail = Mail, string name = "Kis Farm Kft.", string tax = "12345676-2-09")
    {
        var secret = await StartAsync(mail);
        Assert.True((await SaveAsync(secret, Answers(name, tax))).Succeeded);
        var file = await app.AskAsync((ApplicationDesk desk) => desk.AttachAsync(
            secret, new AttachFile { Field = CallQuestion.FieldOf(Plan), FileName = "plan.pdf", Bytes = Pdf }));
        Assert.True(file.Succeeded, string.Join(", ", file.Refusals));
        return secret;
    }

    public async Task<string> SubmittedAsync(string mail = Mail, string name = "Kis Farm Kft.", string tax = "12345676-2-09")
    {
        var secret = await CompleteAsync(mail, name, tax);
        var result = await SubmitAsync(secret);
        Assert.True(result.Succeeded, string.Join(", ", result.Refusals));
        return secret;
    }

    public Dictionary<string, string> Answers(string name = "Kis Farm Kft.", string tax = "12345676-2-09") => new()
    {
        ["company.name"] = name,
        ["company.form"] = nameof(LegalForm.Kft),
        ["company.country"] = "HU",
        ["company.tax"] = tax,
        ["company.postcode"] = "4032",
        ["company.settlement"] = "Debrecen",
        ["company.address"] = "Böszörményi út 138.",
        ["company.nace"] = "10.51",
        ["company.naceRevision"] = nameof(NaceRevision.Rev21),
        ["contact.name"] = "Kis Anna",
        ["contact.phone"] = "+36 30 123 4567",
        ["size.currency"] = "HUF",
        ["size.1.year"] = "2025",
        ["size.1.staff"] = "8,5",
        ["size.1.turnover"] = "180 000 000",
        ["size.1.balance"] = "95 000 000",
        ["size.1.rate"] = "400",
        ["idea.1.name"] = "Goat cheese powder",
        ["idea.1.text"] = "Spray-dried cheese for soups.",
        ["idea.1.stage"] = "kitchen",
        ["idea.1.category"] = "dairy",
        ["food.state"] = "progress",
        ["food.allergens"] = "milk",
        [ApplicationForm.Wish(Dryer.Id)] = "true",
        [ApplicationForm.WishHours(Dryer.Id)] = "12.5",
        [CallQuestion.FieldOf(Why)] = "Because we can.\nAnd will.",
        [CallQuestion.FieldOf(Consent)] = "true",
    };

    public async Task<Application> ApplicationAsync(string secret)
    {
        await using var db = app.OpenDb();
        var hash = LinkSecret.Hash(secret);
        return await db.Applications.AsNoTracking().SingleAsync(a => db.ApplicationLinks.Any(l => l.ApplicationId == a.Id && l.TokenHash == hash));
    }
}
