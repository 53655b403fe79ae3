using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Mentoring;

public class MentorDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Book_FreeHour_TellsBothSidesAndTwiceIsOnce()
    {
        using var story = await CohortStory.BeginAsync();
        var slot = (await story.SlotsAsync())[0];
        var first = await story.BookAsync(slot);
        Assert.True(first.Succeeded, string.Join(", ", first.Refusals));
        Assert.Equal(first.Value, (await story.BookAsync(slot)).Value);
        Assert.True((await story.BookAsync(slot, story.Mill, story.RivalActor)).Was("MentorHourTaken"));
        await using var db = story.App.OpenDb();
        Assert.Equal(1, await db.MentorSessions.CountAsync(cancel));
        Assert.Equal(4, await db.MentorQuarters.CountAsync(cancel));
        Assert.Equal(new[] { story.Manager.Email, story.Mentor.Email }.Order(),
            (await db.Notices.Where(n => n.Kind == "MentorHourBooked").Select(n => n.Recipient).ToListAsync(cancel)).Order());
    }

    [Fact]
    public async Task Book_ManyAtOnce_ExactlyOneHasTheHour()
    {
        using var story = await CohortStory.BeginAsync();
        foreach (var slot in await story.SlotsAsync())
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
                i % 2 == 0 ? story.BookAsync(slot) : story.BookAsync(slot, story.Mill, story.RivalActor))));
            Assert.Single(results.Where(r => r.Succeeded).Select(r => r.Value).Distinct());
            Assert.All(results.Where(r => !r.Succeeded), r => Assert.True(r.Was("MentorHourTaken"), string.Join(", ", r.Refusals)));
        }

        await AssertSoundAsync(story);
    }

    [Fact]
    public async Task Move_WhileOthersBookThere_NeverTwoInOneHour()
    {
        using var story = await CohortStory.BeginAsync();
        var slots = await story.SlotsAsync();
        var session = (await story.BookAsync(slots[0])).Value;
        var moving = Task.Run(() => story.App.AskAsync((MentorDesk d) => d.MoveAsync(session, slots[1].Reference, story.MentorActor, cancel)));
        var booking = Task.Run(() => story.BookAsync(slots[1], story.Mill, story.RivalActor));
        Assert.NotEqual((await moving).Succeeded, (await booking).Succeeded);
        await AssertSoundAsync(story);
    }

    [Fact]
    public async Task Book_WhereOneMayNot_IsRefused()
    {
        using var story = await CohortStory.BeginAsync();
        var slot = (await story.SlotsAsync())[0];
        Assert.True((await story.BookAsync(slot, story.Dairy, story.RivalActor)).Was("NotFound"));
        Assert.True((await story.BookAsync(slot, topic: " ")).Was("Missing"));
        var outside = await story.App.Given.CompanyAsync("Kívül Kft.");
        Assert.True((await story.BookAsync(slot, outside, new Actor(story.Manager.Id, false, [outside.Id]))).Was("NotInACohort"));
        story.App.Time.Advance(TimeSpan.FromDays(2));
        Assert.True((await story.BookAsync(slot)).Was("StartInPast"));
    }

    [Fact]
    public async Task Cancel_BySomeoneOfEitherSide_FreesTheHourUntilItBegins()
    {
        using var story = await CohortStory.BeginAsync();
        var slots = await story.SlotsAsync();
        var session = (await story.BookAsync(slots[0])).Value;
        Assert.True((await CancelAsync(story, session, story.RivalActor)).Was("NotFound"));
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.WithdrawAsync(slots[0].Reference, story.MentorActor, cancel))).Was("HourBooked"));
        Assert.True((await CancelAsync(story, session, story.MentorActor)).Succeeded);
        Assert.True((await CancelAsync(story, session, story.ManagerActor)).Succeeded);
        var again = await story.BookAsync(slots[0], story.Mill, story.RivalActor);
        Assert.True(again.Succeeded, string.Join(", ", again.Refusals));
        story.App.Time.SetUtcNow(slots[0].Start);
        Assert.True((await CancelAsync(story, again.Value, story.RivalActor)).Was("SessionBegun"));
        await using var db = story.App.OpenDb();
        Assert.Equal(2, await db.Notices.CountAsync(n => n.Kind == "MentorHourCancelled", cancel));
        var told = await db.Notices.Where(n => n.PersonId == story.Manager.Id).OrderBy(n => n.Id).ToListAsync(cancel);
        var appointments = told.ConvertAll(n => Incubator.Core.Notifications.NoticeFacts.Of(n).Appointment!);
        Assert.Equal([(0, false), (1, true)], appointments.Select(a => (a.Sequence, a.IsCancelled)));
        Assert.All(appointments, a => Assert.Equal((MentorFeeds.UidOf(session), slots[0].Start, slots[0].End), (a.Uid, a.Start, a.End)));
    }

    [Fact]
    public async Task Move_ToAnotherHour_FreesTheFirst()
    {
        using var story = await CohortStory.BeginAsync();
        var slots = await story.SlotsAsync();
        var session = (await story.BookAsync(slots[0])).Value;
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.MoveAsync(session, slots[2].Reference, story.ManagerActor, cancel))).Succeeded);
        Assert.True((await story.BookAsync(slots[0], story.Mill, story.RivalActor)).Succeeded);
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.MoveAsync(session, slots[0].Reference, story.ManagerActor, cancel))).Was("MentorHourTaken"));
        await AssertSoundAsync(story);
    }

    [Fact]
    public async Task Offer_OverOwnHours_IsRefusedAndOthersMayNot()
    {
        using var story = await CohortStory.BeginAsync();
        Assert.True((await story.OfferAsync(new DateOnly(2026, 11, 10), new TimeOnly(16, 30), new TimeOnly(18, 0))).Was("HoursOverlapped"));
        Assert.True((await story.OfferAsync(new DateOnly(2026, 11, 11), new TimeOnly(9, 0), new TimeOnly(10, 0), actor: story.ManagerActor)).Was("NotFound"));
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.WithdrawAsync(SlotOf(story, 2), story.MentorActor, cancel))).Succeeded);
        Assert.True((await story.OfferAsync(new DateOnly(2026, 11, 10), new TimeOnly(16, 0), new TimeOnly(18, 0))).Succeeded);
        Assert.Equal(4, (await story.SlotsAsync()).Count);
    }

    [Fact]
    public async Task AttendAndNote_AfterTheBeginning_AreTheMentors()
    {
        using var story = await CohortStory.BeginAsync();
        var slot = (await story.SlotsAsync())[0];
        var session = (await story.BookAsync(slot)).Value;
        var note = new NoteSession { Session = session, Text = "Raise the price" };
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.AttendAsync(session, true, story.MentorActor, cancel))).Was("SessionNotBegun"));
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.NoteAsync(note, story.MentorActor, cancel))).Was("SessionNotBegun"));
        story.App.Time.SetUtcNow(slot.End);
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.AttendAsync(session, false, story.MentorActor, cancel))).Succeeded);
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.AttendAsync(session, true, story.StaffActor, cancel))).Succeeded);
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.AttendAsync(session, true, story.ManagerActor, cancel))).Was("NotFound"));
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.NoteAsync(note, story.MentorActor, cancel))).Succeeded);
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.NoteAsync(note, story.ManagerActor, cancel))).Was("NotFound"));
        await using var db = story.App.OpenDb();
        Assert.Equal(MentorSessionState.Held, (await db.MentorSessions.SingleAsync(cancel)).State);
        Assert.Equal(NoteVisibility.Company, (await db.MentorNotes.SingleAsync(cancel)).Visibility);
    }

    [Fact]
    public async Task Save_WhoIsNoMentor_IsRefused()
    {
        using var story = await CohortStory.BeginAsync();
        var wish = new SaveMentor { PersonId = story.Manager.Id, TopicsHu = "x", TopicsEn = "x", Languages = "x", IsActive = true };
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.SaveAsync(wish, story.ManagerActor, cancel))).Was("NotAMentor"));
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.SaveAsync(wish with { PersonId = story.Mentor.Id }, story.ManagerActor, cancel))).Was("NotFound"));
        Assert.True((await story.App.AskAsync((MentorDesk d) => d.SaveAsync(wish with { PersonId = story.Mentor.Id, SeenVersion = Guid.NewGuid() }, story.StaffActor, cancel))).Was("ChangedMeanwhile"));
    }

    private static Guid SlotOf(CohortStory story, int index)
    {
        using var db = story.App.OpenDb();
        return db.MentorSlots.OrderBy(s => s.Start).Skip(index).Select(s => s.Reference).First();
    }

    private Task<Result<Done>> CancelAsync(CohortStory story, Guid session, Actor actor) =>
        story.App.AskAsync((MentorDesk d) => d.CancelAsync(session, "Ill", actor, cancel));

    /// <summary>No mentor is in two booked hours, and each booked hour holds just its quarters.</summary>
    private async Task AssertSoundAsync(CohortStory story)
    {
        await using var db = story.App.OpenDb();
        var booked = await db.MentorSessions.Where(s => s.State == MentorSessionState.Booked).ToListAsync(cancel);
        foreach (var one in booked) Assert.DoesNotContain(booked, other => other.Id != one.Id && other.MentorId == one.MentorId && other.Slot.Overlaps(one.Slot));
        Assert.Equal(booked.Sum(s => s.Minutes / 15), await db.MentorQuarters.CountAsync(cancel));
    }
}
