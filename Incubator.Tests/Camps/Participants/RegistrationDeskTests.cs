using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Participants;

public class RegistrationDeskTests : IDisposable
{
    private readonly RegistrationLab camp = new();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => camp.Dispose();

    /// <summary>The registration race of the issue: 50 people at once, 12 places.</summary>
    [Fact]
    public async Task Register_50AtOnceFor12Places_Admits12AndTheRestWaitInOrder()
    {
        var wishes = Enumerable.Range(1, 50).Select(i => camp.Wish($"p{i}@example.com")).ToList();
        var results = await Task.WhenAll(wishes.Select(wish => Task.Run(() => camp.TryAsync(wish))));
        Assert.All(results, r => Assert.True(r.Succeeded, string.Join(", ", r.Refusals)));
        var all = await camp.AllAsync();
        // In the order in which they were taken in: the first twelve are in, the others wait, and nobody's turn is another's.
        Assert.Equal(Enumerable.Range(1, 50), all.Select(p => p.Turn));
        Assert.Equal(all.OrderBy(p => p.Id).Select(p => p.Id), all.Select(p => p.Id));
        Assert.All(all.Take(12), p => Assert.Equal(ParticipantState.Admitted, p.State));
        Assert.All(all.Skip(12), p => Assert.Equal(ParticipantState.Waiting, p.State));
        Assert.Equal((12, 38), ((await camp.Lab.NoticesAsync("CampRegistered")).Count, (await camp.Lab.NoticesAsync("CampWaiting")).Count));
    }

    [Fact]
    public async Task Cancel_ManyAtOnceWithAWaitingList_OffersEachPlaceOnceInOrder()
    {
        var secrets = await camp.FillAsync(20);
        var results = await Task.WhenAll(secrets.Take(5).Select(s => Task.Run(() => camp.OnDeskAsync(d => d.CancelAsync(s, cancel)))));
        Assert.All(results, r => Assert.True(r.Succeeded));
        var all = await camp.AllAsync();
        Assert.Equal([13, 14, 15, 16, 17], all.Where(p => p.State == ParticipantState.Offered).Select(p => p.Turn));
        Assert.Equal(12, all.Count(p => PlaceRules.TakesPlace(p.State)));
        Assert.Equal(5, (await camp.Lab.NoticesAsync("CampOffer")).Count);
    }

    [Fact]
    public async Task Register_TheSameMailTwice_IsToldByMailAlone()
    {
        var first = await camp.RegisterAsync("anna@example.com");
        var second = await camp.TryAsync(camp.Wish(" Anna@Example.com ") with { Details = new ParticipantDetails { Name = "Somebody else", Languages = ["hu"] } });
        Assert.True(second.Succeeded);
        Assert.Equal("Somebody at anna@example.com", Assert.Single(await camp.AllAsync()).Name);
        Assert.Equal(["CampRegistered", "CampLink"], (await camp.Lab.NoticesAsync()).Select(n => n.Kind));
        Assert.NotEqual(first, second.Value);
        for (var i = 0; i < 6; i++) Assert.True((await camp.TryAsync(camp.Wish("anna@example.com"))).Succeeded);
        Assert.Equal(RegistrationDesk.LinksAnHour, (await camp.Lab.NoticesAsync()).Count);
        Assert.Null((await camp.OnDeskAsync(d => d.SendLinkAsync(camp.Camp, "nobody@example.com", cancel))).Value);
        camp.Lab.Clock.Advance(TimeSpan.FromHours(2));
        Assert.NotNull((await camp.OnDeskAsync(d => d.SendLinkAsync(camp.Camp, "ANNA@example.com", cancel))).Value);
        Assert.True((await camp.OnDeskAsync(d => d.SendLinkAsync(Guid.NewGuid(), "anna@example.com", cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Register_ClosedOrWithoutNotice_IsRefused()
    {
        Assert.True((await camp.TryAsync(camp.Wish("a@example.com") with { Camp = Guid.NewGuid() })).Was("NotFound"));
        Assert.True((await camp.TryAsync(camp.Wish("a@example.com") with { NoticeNumber = 2 })).Was("CampNoticeChanged"));
        Assert.True((await camp.TryAsync(camp.Wish("a@example.com", ParticipantKind.Company))).Was("ParticipantKindNotTaken"));
        camp.Lab.GoTo(Lab.At(31, 12));
        Assert.True((await camp.TryAsync(camp.Wish("a@example.com"))).Was("RegistrationClosed"));
        Assert.Empty(await camp.AllAsync());
    }

    [Fact]
    public async Task Register_KindsApart_FillTheirOwnPlaces()
    {
        await camp.FillAsync(12);
        await camp.RegisterAsync("expert1@example.com", ParticipantKind.Expert);
        await camp.RegisterAsync("expert2@example.com", ParticipantKind.Expert);
        await camp.RegisterAsync("expert3@example.com", ParticipantKind.Expert);
        Assert.Equal(
            [ParticipantState.Admitted, ParticipantState.Admitted, ParticipantState.Waiting], (await camp.AllAsync()).Where(p => p.Kind == ParticipantKind.Expert).Select(p => p.State));
    }

    [Fact]
    public async Task Register_WhatIsKept_IsNoMoreThanNeeded()
    {
        var wish = camp.Wish("anna@example.com") with
        {
            BornOn = new DateOnly(2009, 5, 5),
            GuardianName = "Kis Éva",
            GuardianConsent = true,
            Details = new ParticipantDetails { Name = " Kis Anna ", Languages = ["hu"], Skills = [camp.Skills[1]], OtherSkills = " ", Needs = "No nuts", NeedsConsent = true },
        };
        var secret = (await camp.TryAsync(wish)).Value!;
        var anna = await camp.SeeAsync("anna@example.com");
        Assert.Equal(("Kis Anna", true, "Kis Éva", "No nuts", null), (anna.Name, anna.IsMinor, anna.GuardianName, anna.Needs, anna.OtherSkills));
        Assert.Equal((1, 64), (anna.NoticeNumber, anna.NoticeHash!.Length));
        Assert.Null(anna.PhotoConsentAt);
        // Without their consent the needs go.
        var saved = await camp.OnDeskAsync(d => d.SaveAsync(secret, wish.Details with { Needs = null, NeedsConsent = false, PhotoConsent = true, Skills = [camp.Skills[0]] }, cancel));
        Assert.True(saved.Succeeded);
        anna = await camp.SeeAsync("anna@example.com");
        Assert.Null(anna.Needs);
        Assert.NotNull(anna.PhotoConsentAt);
        await using var db = camp.Lab.Open();
        Assert.Equal(camp.Skills[0], (await db.ParticipantSkills.SingleAsync(cancel)).SkillId);
        // History tells what was done and not of whom.
        Assert.DoesNotContain(await db.History.ToListAsync(cancel), h => h.Changes?.Contains("Anna", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Offer_TakenDeclinedOrPassed_GoesOnInOrder()
    {
        var secrets = await camp.FillAsync(15);
        await camp.OnDeskAsync(d => d.CancelAsync(secrets[0], cancel));
        Assert.Equal((ParticipantState.Cancelled, ParticipantState.Offered), (await camp.StateAsync("p1@example.com"), await camp.StateAsync("p13@example.com")));
        Assert.Equal(Lab.At(11, 8), (await camp.SeeAsync("p13@example.com")).OfferEndsAt);
        // Declined: the next is asked in the same act.
        Assert.True((await camp.OnDeskAsync(d => d.DeclineAsync(secrets[12], cancel))).Succeeded);
        Assert.Equal((ParticipantState.OfferLapsed, ParticipantState.Offered), (await camp.StateAsync("p13@example.com"), await camp.StateAsync("p14@example.com")));
        // Passed: the sweep goes on, also at night and also twice.
        camp.Lab.GoTo(Lab.At(11, 7, 59));
        Assert.Empty(await camp.SweepAsync());
        camp.Lab.GoTo(Lab.At(11, 8));
        Assert.True((await camp.OnDeskAsync(d => d.AcceptAsync(secrets[13], cancel))).Was("OfferLapsed"));
        Assert.Equal(new Dictionary<string, int> { ["Offered"] = 1, ["Lapsed"] = 1 }, await camp.SweepAsync());
        Assert.Empty(await camp.SweepAsync());
        Assert.True((await camp.OnDeskAsync(d => d.AcceptAsync(secrets[14], cancel))).Succeeded);
        Assert.Equal(ParticipantState.Admitted, await camp.StateAsync("p15@example.com"));
        // Who let it pass may wait again, behind everybody.
        Assert.True((await camp.OnDeskAsync(d => d.WaitAgainAsync(secrets[12], cancel))).Succeeded);
        Assert.Equal((ParticipantState.Waiting, 16), ((await camp.SeeAsync("p13@example.com")).State, (await camp.SeeAsync("p13@example.com")).Turn));
    }

    [Fact]
    public async Task Sweep_RaisedPlacesAndTheCampsStart_OffersOnlyBefore()
    {
        await camp.FillAsync(16);
        await camp.ChangeAsync(d => d with { StudentPlaces = 14 });
        Assert.Equal(2, (await camp.SweepAsync())["Offered"]);
        Assert.Equal([13, 14], (await camp.AllAsync()).Where(p => p.State == ParticipantState.Offered).Select(p => p.Turn));
        await camp.ChangeAsync(d => d with { StudentPlaces = 16 });
        camp.Lab.GoTo(Lab.At(37, 8));
        var did = await camp.SweepAsync();
        Assert.Equal(new Dictionary<string, int> { ["Lapsed"] = 2 }, did);
    }

    [Fact]
    public async Task Sweep_CampCalledOff_TellsNobodyOfOffers()
    {
        var secrets = await camp.FillAsync(14);
        await camp.OnDeskAsync(d => d.CancelAsync(secrets[0], cancel));
        await camp.BecomeAsync(CampStatus.Cancelled);
        camp.Lab.GoTo(Lab.At(12, 8));
        Assert.Empty(await camp.SweepAsync());
        Assert.Empty(await camp.Lab.NoticesAsync("CampOfferLapsed"));
        Assert.True((await camp.OnDeskAsync(d => d.CancelAsync(secrets[1], cancel))).Was("CampOver"));
        Assert.True((await camp.OnDeskAsync(d => d.ForgetAsync(secrets[1], cancel))).Succeeded);
    }

    [Fact]
    public async Task Register_WhereAPlaceIsFreeAndSomebodyWaits_GoesBehindThem()
    {
        await camp.FillAsync(13);
        await camp.ChangeAsync(d => d with { StudentPlaces = 14 });
        await camp.RegisterAsync("late@example.com");
        Assert.Equal((ParticipantState.Offered, ParticipantState.Offered), (await camp.StateAsync("p13@example.com"), await camp.StateAsync("late@example.com")));
        await camp.RegisterAsync("later@example.com");
        Assert.Equal(ParticipantState.Waiting, await camp.StateAsync("later@example.com"));
    }

    [Fact]
    public async Task Register_AgainAfterCancelling_IsTheSameRowAtTheEnd()
    {
        var secrets = await camp.FillAsync(13);
        await camp.OnDeskAsync(d => d.CancelAsync(secrets[0], cancel));
        await camp.RegisterAsync("p1@example.com");
        var again = await camp.SeeAsync("p1@example.com");
        Assert.Equal((ParticipantState.Waiting, 14), (again.State, again.Turn));
        Assert.Equal(13, (await camp.AllAsync()).Count);
    }

    [Fact]
    public async Task Forget_ByTheLink_CancelsAndLeavesNoWordOfThem()
    {
        var secrets = await camp.FillAsync(13);
        await using (var before = camp.Lab.Open())
        {
            var id = (await camp.SeeAsync("p1@example.com")).Id;
            var team = Team.Create(camp.Id, 1, "Team 1");
            before.Add(team);
            await before.SaveChangesAsync(cancel);
            before.Add(TeamMember.Create(team.Id, id));
            await before.SaveChangesAsync(cancel);
        }

        Assert.True((await camp.OnDeskAsync(d => d.ForgetAsync(secrets[0], cancel))).Succeeded);
        Assert.True((await camp.OnDeskAsync(d => d.CancelAsync(secrets[0], cancel))).Was("NotFound"));
        Assert.Equal(ParticipantState.Offered, await camp.StateAsync("p13@example.com"));
        await using var db = camp.Lab.Open();
        var gone = await db.Participants.SingleAsync(p => p.ForgottenAt != null, cancel);
        Assert.Equal(("–", "", ParticipantState.Cancelled), (gone.Name, gone.Email, gone.State));
        Assert.False(await db.TeamMembers.AnyAsync(cancel) || await db.ParticipantLinks.AnyAsync(l => l.ParticipantId == gone.Id, cancel));
        Assert.DoesNotContain(await db.Notices.ToListAsync(cancel), n => n.Recipient == "p1@example.com");
        // Others keep theirs, and a second one may be forgotten too: an empty address is nobody's.
        Assert.True((await camp.OnDeskAsync(d => d.ForgetAsync(secrets[1], cancel))).Succeeded);
        Assert.Equal(11, await db.Notices.CountAsync(n => n.Kind == "CampRegistered" || n.Kind == "CampWaiting", cancel));
    }

    [Fact]
    public async Task Staff_AdmitCancelAndMove_KeepTheReasonAndTheOrder()
    {
        var secrets = await camp.FillAsync(15);
        var last = await camp.SeeAsync("p15@example.com");
        var decide = new DecideParticipant { Participant = last.Reference, Reason = " Speaks for the sponsor " };
        Assert.True((await camp.AtStaffAsync(d => d.AdmitAsync(decide with { Reason = " " }, camp.Lab.Staff, cancel))).Was("Missing"));
        Assert.True((await camp.AtStaffAsync(d => d.AdmitAsync(decide, camp.Lab.Anna, cancel))).Was("NotFound"));
        Assert.True((await camp.AtStaffAsync(d => d.AdmitAsync(decide, camp.Lab.Staff, cancel))).Succeeded);
        Assert.Equal(ParticipantState.Admitted, await camp.StateAsync("p15@example.com"));
        // Thirteen in twelve places: one who goes frees none.
        var first = await camp.SeeAsync("p1@example.com");
        Assert.True((await camp.AtStaffAsync(d => d.CancelAsync(new DecideParticipant { Participant = first.Reference, Reason = "Ill" }, camp.Lab.Staff, cancel))).Succeeded);
        Assert.Equal(ParticipantState.Waiting, await camp.StateAsync("p13@example.com"));
        Assert.Equal("Ill", NoticeFacts.Of(Assert.Single(await camp.Lab.NoticesAsync("CampCancelledByStaff"))).Texts["reason"]);
        // To a kind with a free place: the place left behind is offered.
        var second = await camp.SeeAsync("p2@example.com");
        Assert.True((await camp.AtStaffAsync(d => d.MoveAsync(new MoveParticipant { Participant = second.Reference, Kind = ParticipantKind.Expert }, camp.Lab.Staff, cancel))).Succeeded);
        Assert.Equal((ParticipantKind.Expert, ParticipantState.Admitted), ((await camp.SeeAsync("p2@example.com")).Kind, await camp.StateAsync("p2@example.com")));
        Assert.Equal(ParticipantState.Offered, await camp.StateAsync("p13@example.com"));
        await camp.RegisterAsync("expert@example.com", ParticipantKind.Expert);
        var third = await camp.SeeAsync("p3@example.com");
        Assert.True((await camp.AtStaffAsync(d => d.MoveAsync(new MoveParticipant { Participant = third.Reference, Kind = ParticipantKind.Expert }, camp.Lab.Staff, cancel))).Was("CampPlacesTaken"));
        await using var db = camp.Lab.Open();
        Assert.Equal("Speaks for the sponsor", (await db.History.SingleAsync(h => h.Act == "Admitted", cancel)).Reason);
        // Forgotten, the reasons go too.
        Assert.True((await camp.OnDeskAsync(d => d.ForgetAsync(secrets[14], cancel))).Succeeded);
        Assert.Equal(KnownPerson.Gone, (await db.History.AsNoTracking().SingleAsync(h => h.Act == "Admitted", cancel)).Reason);
    }

    [Fact]
    public async Task Form_QuestionsSkillsAndNotice_KeepWhatWasSaid()
    {
        var staff = camp.Lab.Staff;
        var question = new QuestionOfCamp { Kind = CampQuestionKind.YesNo, TextHu = "Jön?", TextEn = "Coming?", IsRequired = true };
        Assert.True((await camp.OnFormAsync(d => d.AskAsync(camp.Camp, question, camp.Lab.Anna, cancel))).Was("NotFound"));
        Assert.True((await camp.OnFormAsync(d => d.AskAsync(camp.Camp, question with { Kind = CampQuestionKind.Choice, ChoicesHu = "egy\nkettő", ChoicesEn = "one" }, staff, cancel))).Was("CampChoicesDiffer"));
        var asked = (await camp.OnFormAsync(d => d.AskAsync(camp.Camp, question, staff, cancel))).Value;
        var spare = (await camp.OnFormAsync(d => d.AskAsync(camp.Camp, question with { TextEn = "Spare?", IsRequired = false }, staff, cancel))).Value;
        Assert.Equal([RegistrationRules.FieldOf(asked)], (await camp.TryAsync(camp.Wish("a@example.com"))).Refusals.Select(r => r.Field));
        var wish = camp.Wish("a@example.com");
        wish = wish with { Details = wish.Details with { Skills = [camp.Skills[0]], Answers = new Dictionary<Guid, string> { [asked] = "yes" } } };
        var secret = (await camp.TryAsync(wish)).Value!;
        await camp.OnDeskAsync(d => d.SaveAsync(secret, wish.Details with { Answers = new Dictionary<Guid, string> { [asked] = "no" } }, cancel));
        Assert.True((await camp.OnFormAsync(d => d.DropAsync(camp.Camp, asked, staff, cancel))).Succeeded);
        Assert.True((await camp.OnFormAsync(d => d.DropAsync(camp.Camp, spare, staff, cancel))).Succeeded);
        Assert.True((await camp.OnFormAsync(d => d.ListSkillsAsync(camp.Camp, "formatervezés | design", staff, cancel))).Was("CampSkillInUse"));
        Assert.True((await camp.OnFormAsync(d => d.ListSkillsAsync(camp.Camp, "csak magyarul", staff, cancel))).Was("CampSkillMisshapen"));
        Assert.True((await camp.OnFormAsync(d => d.ListSkillsAsync(camp.Camp, "érzékszervi vizsgálat | sensory testing\nételtudomány | food science", staff, cancel))).Succeeded);
        Assert.Equal(1, (await camp.OnFormAsync(d => d.PublishNoticeAsync(camp.Camp, "Tájékoztató.\r\n", "Notice.", staff, cancel))).Value);
        Assert.Equal(2, (await camp.OnFormAsync(d => d.PublishNoticeAsync(camp.Camp, "Új tájékoztató.", "New notice.", staff, cancel))).Value);
        await using var db = camp.Lab.Open();
        Assert.Equal(("Coming?", "no"), ((await db.CampQuestions.SingleAsync(cancel)).TextEn, (await db.CampAnswers.SingleAsync(cancel)).Text));
        Assert.Equal(["sensory testing", "food science"], await db.CampSkills.OrderBy(s => s.Position).Select(s => s.NameEn).ToListAsync(cancel));
        Assert.True((await camp.TryAsync(camp.Wish("b@example.com"))).Was("CampNoticeChanged"));
        Assert.True((await camp.TryAsync(camp.Wish("b@example.com") with { NoticeNumber = 2 })).Succeeded);
    }
}
