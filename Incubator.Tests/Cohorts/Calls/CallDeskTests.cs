using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Calls;

public class CallDeskTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Publish_WithoutRubric_IsRefused()
    {
        var staff = new Actor((await app.Given.StaffAsync()).Id, true, []);
        var call = (await app.AskAsync((CallDesk desk) => desk.CreateAsync(CallStory.Details(), staff, cancel))).Value;
        Assert.True((await app.AskAsync((CallDesk desk) => desk.PublishAsync(call, staff, cancel))).Was("RubricMissing"));
        Assert.True((await app.AskAsync((CallFormDesk desk) => desk.AddCriterionAsync(call, CallStory.Criterion(), staff, cancel))).Succeeded);
        Assert.True((await app.AskAsync((CallDesk desk) => desk.PublishAsync(call, staff, cancel))).Succeeded);
    }

    [Fact]
    public async Task Create_ByNoStaff_IsNotFound() => Assert.True(
        (await app.AskAsync((CallDesk desk) => desk.CreateAsync(CallStory.Details(), new Actor(1, false, [1]), cancel))).Was("NotFound"));

    [Fact]
    public async Task Edit_Published_MovesDatesOnlyLaterAndWithAReason()
    {
        var story = await CallStory.BeginAsync(app);
        Assert.True((await EditAsync(story, CallStory.Details(CallStory.Closes.AddDays(-1)))).Was("DeadlineOnlyLater"));
        Assert.True((await EditAsync(story, CallStory.Details(CallStory.Closes.AddDays(1)))).Was("DatesReasonMissing"));
        Assert.True((await EditAsync(story, CallStory.Details() with { OpensAt = app.Now.AddDays(1) }, "x")).Was("OpenedAlready"));
        Assert.True((await EditAsync(story, CallStory.Details() with { Kind = Core.Companies.MembershipKind.Member })).Was("KindFixed"));
        Assert.True((await EditAsync(story, CallStory.Details(CallStory.Closes.AddDays(1)), "The mail server was down")).Succeeded);
        await using var db = app.OpenDb();
        Assert.Equal(CallStory.Closes.AddDays(1), (await db.Calls.SingleAsync(cancel)).ClosesAt);
        var told = await db.History.SingleAsync(h => h.Subject == "Call" && h.Act == "Extended", cancel);
        Assert.Equal("The mail server was down", told.Reason);
        Assert.Contains("2026-11-17T11:00Z", told.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_Stale_IsRefused()
    {
        var story = await CallStory.BeginAsync(app);
        var result = await app.AskAsync((CallDesk desk) => desk.EditAsync(
            new EditCall { Reference = story.Call, Details = CallStory.Details(), SeenVersion = Guid.NewGuid() }, story.Staff, cancel));
        Assert.True(result.Was("ChangedMeanwhile"));
    }

    [Theory]
    [InlineData(-1, CallState.Upcoming)]
    [InlineData(0, CallState.Open)]
    public void State_AtTheOpeningsMinute_IsOpen(int seconds, CallState state)
    {
        var call = Call.Create(CallStory.Details());
        Assert.Equal(CallState.Draft, call.StateAt(call.OpensAt));
        call.Publish(call.OpensAt.AddDays(-3));
        Assert.Equal(state, call.StateAt(call.OpensAt.AddSeconds(seconds)));
        Assert.Equal(CallState.Open, call.StateAt(call.ClosesAt.AddTicks(-1)));
        Assert.Equal(CallState.Closed, call.StateAt(call.ClosesAt));
        Assert.Equal(["10", "11"], call.DivisionList);
    }

    [Fact]
    public async Task Clone_OfACall_TakesFormAndRubricOver()
    {
        var story = await CallStory.BeginAsync(app);
        await story.AskForAsync(QuestionType.ChooseOne, "Which?", true, q => q with { Choices = [new("egy", "one"), new("kettő", "two")] });
        var clone = (await app.AskAsync((CallDesk desk) => desk.CloneAsync(story.Call, CallStory.Details(CallStory.Closes.AddYears(1)), story.Staff, cancel))).Value;
        await using var db = app.OpenDb();
        var call = await db.Calls.SingleAsync(c => c.Reference == clone, cancel);
        Assert.Equal(CallState.Draft, call.StateAt(app.Now));
        Assert.NotNull(call.ClonedFromId);
        var questions = await db.CallQuestions.Include(q => q.Choices).Where(q => q.CallId == call.Id).OrderBy(q => q.Position).ToListAsync(cancel);
        Assert.Equal(["Why you?", "Own contribution", "Business plan", "Data protection", "Which?"], questions.Select(q => q.LabelEn));
        Assert.Equal(["one", "two"], questions[^1].Choices.OrderBy(c => c.Position).Select(c => c.LabelEn));
        var criterion = await db.Criteria.Include(c => c.Anchors).SingleAsync(c => c.CallId == call.Id, cancel);
        Assert.Equal(["0 points", "1 points", "2 points", "3 points", "4 points", "5 points"], criterion.Anchors.OrderBy(a => a.Score).Select(a => a.TextEn));
    }

    [Fact]
    public async Task Form_OnceSomebodySubmitted_StaysAsItIs()
    {
        var story = await CallStory.BeginAsync(app);
        Assert.True((await story.FormAsync(d => d.AddSectionAsync(story.Call, new SectionDetails { TitleHu = "a", TitleEn = "a" }, story.Staff, cancel))).Succeeded);
        await story.SubmittedAsync();
        Assert.True((await story.FormAsync(d => d.AddSectionAsync(story.Call, new SectionDetails { TitleHu = "b", TitleEn = "b" }, story.Staff, cancel))).Was("FormFixed"));
        Assert.True((await story.FormAsync(d => d.RemoveQuestionAsync(story.Call, story.Why, story.Staff, cancel))).Was("FormFixed"));
        Assert.True((await story.FormAsync(d => d.AddCriterionAsync(story.Call, CallStory.Criterion(), story.Staff, cancel))).Was("FormFixed"));
    }

    [Fact]
    public async Task Form_MovedAndRemoved_KeepsItsOrder()
    {
        var story = await CallStory.BeginAsync(app, published: false);
        var second = (await story.FormAsync(d => d.AddSectionAsync(story.Call, new SectionDetails { TitleHu = "Második", TitleEn = "Second" }, story.Staff, cancel))).Value;
        // Past the end of its section it goes to the head of the next.
        await story.FormAsync(d => d.MoveQuestionAsync(story.Call, story.Consent, Move.Down, story.Staff, cancel));
        await story.FormAsync(d => d.MoveQuestionAsync(story.Call, story.Money, Move.Up, story.Staff, cancel));
        await story.FormAsync(d => d.MoveQuestionAsync(story.Call, story.Money, Move.Up, story.Staff, cancel));
        await using (var db = app.OpenDb())
        {
            Assert.Equal([(story.Money, 1), (story.Why, 2), (story.Plan, 3)], await Order(db.CallQuestions.Where(q => q.SectionId == story.Section)));
            Assert.Equal([(story.Consent, 1)], await Order(db.CallQuestions.Where(q => q.SectionId == second)));
        }

        await story.FormAsync(d => d.MoveSectionAsync(story.Call, second, Move.Up, story.Staff, cancel));
        await story.FormAsync(d => d.RemoveQuestionAsync(story.Call, story.Why, story.Staff, cancel));
        await story.FormAsync(d => d.RemoveSectionAsync(story.Call, second, story.Staff, cancel));
        await using (var db = app.OpenDb())
        {
            Assert.Equal([(story.Money, 1), (story.Plan, 2)], await Order(db.CallQuestions));
            Assert.Equal((story.Section, 1), await db.CallSections.Select(s => new ValueTuple<long, int>(s.Id, s.Position)).SingleAsync(cancel));
        }

        async Task<IEnumerable<(long, int)>> Order(IQueryable<CallQuestion> questions) =>
            (await questions.OrderBy(q => q.Position).ToListAsync(cancel)).Select(q => (q.Id, q.Position));
    }

    [Fact]
    public async Task RemoveQuestion_AnsweredInADraft_TakesTheAnswerWithIt()
    {
        var story = await CallStory.BeginAsync(app, published: false);
        await using var db = app.OpenDb();
        var call = await db.Calls.SingleAsync(c => c.Reference == story.Call, cancel);
        var draft = Application.Start(call.Id, "JE-2026-0001", "anna@example.com", "hu", app.Now);
        await app.Given.RowsAsync(draft);
        string why = CallQuestion.FieldOf(story.Why), money = CallQuestion.FieldOf(story.Money), plan = CallQuestion.FieldOf(story.Plan);
        await app.Given.RowsAsync([.. new[] { why, money, money + FormField.CurrencySuffix, plan }.Select(f => ApplicationAnswer.Create(draft.Id, f, "x", app.Now))]);
        await story.FormAsync(d => d.RemoveQuestionAsync(story.Call, story.Money, story.Staff, cancel));
        Assert.Equal(new[] { why, plan }.Order(), (await db.ApplicationAnswers.Select(a => a.Field).ToListAsync(cancel)).Order());
        await story.FormAsync(d => d.RemoveSectionAsync(story.Call, story.Section, story.Staff, cancel));
        Assert.False(await db.ApplicationAnswers.AnyAsync(cancel));
    }

    [Fact]
    public async Task EditQuestion_FewerChoices_KeepsTheOthersIds()
    {
        var story = await CallStory.BeginAsync(app, published: false);
        var id = await story.AskForAsync(QuestionType.ChooseMany, "Which?", false, q => q with { Choices = [new("a", "a"), new("b", "b"), new("c", "c")] });
        List<long> before;
        Guid version;
        await using (var db = app.OpenDb())
        {
            before = await db.CallChoices.Where(c => c.QuestionId == id).OrderBy(c => c.Position).Select(c => c.Id).ToListAsync(cancel);
            version = (await db.CallQuestions.SingleAsync(q => q.Id == id, cancel)).Version;
        }

        var details = new QuestionDetails
        {
            Type = QuestionType.ChooseMany,
            LabelHu = "Melyik?",
            LabelEn = "Which?",
            Choices = [new("a", "a"), new("bé", "bee")],
        };
        Assert.True((await story.FormAsync(d => d.EditQuestionAsync(story.Call, id, details, version, story.Staff, cancel))).Succeeded);
        await using (var db = app.OpenDb())
        {
            var after = await db.CallChoices.Where(c => c.QuestionId == id).OrderBy(c => c.Position).ToListAsync(cancel);
            Assert.Equal(before.Take(2), after.Select(c => c.Id));
            Assert.Equal("bee", after[1].LabelEn);
        }

        Assert.True((await story.FormAsync(d => d.EditQuestionAsync(story.Call, id, details with { Choices = [new("a", "a")] }, version, story.Staff, cancel))).Was("ChoicesMiscounted"));
        Assert.True((await story.FormAsync(d => d.EditQuestionAsync(story.Call, id, details with { Choices = [new("a", "a"), new("b", "")] }, version, story.Staff, cancel)))
            .Was("ChoiceInOneLanguageOnly"));
    }

    [Fact]
    public async Task Rubric_CriterionChangedMovedRemoved_IsTold()
    {
        var story = await CallStory.BeginAsync(app);
        var second = (await story.FormAsync(d => d.AddCriterionAsync(story.Call, CallStory.Criterion(50, "Team"), story.Staff, cancel))).Value;
        await story.FormAsync(d => d.MoveCriterionAsync(story.Call, second, Move.Up, story.Staff, cancel));
        Criterion first;
        await using (var db = app.OpenDb())
        {
            first = await db.Criteria.SingleAsync(c => c.Id != second, cancel);
            Assert.Equal(2, first.Position);
        }

        var anchors = CallStory.Criterion().Anchors.ToList();
        anchors[5] = new LocalName("új", "new to the world");
        Assert.True((await story.FormAsync(d => d.EditCriterionAsync(
            story.Call, first.Id, CallStory.Criterion(20) with { Anchors = anchors }, first.Version, story.Staff, cancel))).Succeeded);
        Assert.True((await story.FormAsync(d => d.RemoveCriterionAsync(story.Call, second, story.Staff, cancel))).Succeeded);
        Assert.True((await story.FormAsync(d => d.RemoveCriterionAsync(story.Call, first.Id, story.Staff, cancel))).Was("RubricMissing"));
        await using (var db = app.OpenDb())
        {
            var left = await db.Criteria.Include(c => c.Anchors).SingleAsync(cancel);
            Assert.Equal((20, 1, "new to the world"), (left.Weight, left.Position, left.Anchors.Single(a => a.Score == 5).TextEn));
            var told = await db.History.SingleAsync(h => h.Act == "CriterionChanged", cancel);
            Assert.Contains("\"Weight\":[\"30\",\"20\"]", told.Changes, StringComparison.Ordinal);
            Assert.Contains("new to the world", told.Changes, StringComparison.Ordinal);
        }
    }

    private async Task<Result<Done>> EditAsync(CallStory story, CallDetails details, string? reason = null)
    {
        await using var db = app.OpenDb();
        var version = (await db.Calls.AsNoTracking().SingleAsync(cancel)).Version;
        return await app.AskAsync((CallDesk desk) => desk.EditAsync(
            new EditCall { Reference = story.Call, Details = details, Reason = reason, SeenVersion = version }, story.Staff, cancel));
    }
}
