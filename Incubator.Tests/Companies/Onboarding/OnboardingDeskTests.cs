using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Onboarding;

public class OnboardingDeskTests : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private static readonly DateOnly NextYear = new(2027, 3, 1);
    private readonly Lab lab = new();

    public void Dispose()
    {
        lab.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Submit_ByTheManager_WaitsAndCountsOnceStaffAccept()
    {
        var step = lab.Step();
        var submitted = await lab.SubmitAsync(step, NextYear);
        Assert.Equal(RecordState.Submitted, lab.Record(submitted.Value).State);
        await using (var db = lab.Open())
        {
            var file = await db.Attachments.SingleAsync(a => a.Subject == nameof(StepRecord), Cancel);
            Assert.Equal(lab.Record(submitted.Value).Id, file.SubjectId);
        }

        Assert.True((await lab.AcceptAsync(submitted.Value)).Succeeded);
        var record = lab.Record(submitted.Value);
        Assert.Equal((RecordState.Accepted, (DateOnly?)NextYear, lab.Staff.PersonId), (record.State, record.ValidUntil, record.DecidedById));
        Assert.True((await lab.AcceptAsync(submitted.Value)).Was("RecordDecided"));
    }

    [Fact]
    public async Task Submit_ByWhoMayNot_IsRefused()
    {
        var step = lab.Step();
        Assert.True((await lab.SubmitAsync(step, NextYear, lab.Anna)).Was("OnlyManagersDo"));
        Assert.True((await lab.SubmitAsync(step, NextYear, lab.Dora)).Was("NotFound"));
        Assert.True((await lab.SubmitAsync(step, NextYear, person: lab.Anna.PersonId)).Was("NotFound"));
        var hygiene = lab.Step(s => s with { PerPerson = true, Doer = StepDoer.Person });
        Assert.True((await lab.SubmitAsync(hygiene, NextYear, lab.Anna, lab.Bela.PersonId)).Was("OnlyManagersDo"));
        Assert.True((await lab.SubmitAsync(hygiene, NextYear, lab.Anna, lab.Dora.PersonId)).Was("NotFound"));
        Assert.True((await lab.SubmitAsync(hygiene, NextYear, lab.Anna, lab.Anna.PersonId)).Succeeded);
        Assert.True((await lab.SubmitAsync(hygiene, NextYear, lab.Chief, lab.Bela.PersonId)).Succeeded);
        Assert.True((await lab.AcceptAsync(Guid.NewGuid())).Was("NotFound"));
        Assert.True((await lab.AcceptAsync((await lab.SubmitAsync(step, NextYear)).Value, lab.Chief)).Was("NotFound"));
    }

    [Fact]
    public async Task Submit_Incomplete_SaysWhatIsMissingAndKeepsNothing()
    {
        var step = lab.Step(s => s with { Wanted = EvidenceParts.File | EvidenceParts.Number });
        var refused = await lab.SubmitAsync(step);
        Assert.Equal(["Number", "ValidUntil"], refused.Refusals.Select(r => r.Field));
        var wrongFile = await lab.OnboardAsync(d => d.SubmitAsync(new SubmitEvidence
        {
            Step = step.Reference,
            CompanyId = lab.Dairy,
            Given = new EvidenceGiven { Number = "1", ValidUntil = NextYear },
            File = new HandedFile("kotveny.pdf", "MZ executable"u8.ToArray()),
        }, lab.Chief, Cancel));
        Assert.True(wrongFile.Was("NotADocument"));
        await using var db = lab.Open();
        Assert.False(await db.StepRecords.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Submit_AgainBeforeTheDecision_TakesThePlaceOfTheWaitingOne()
    {
        var step = lab.Step();
        var first = (await lab.SubmitAsync(step, NextYear)).Value;
        var second = (await lab.SubmitAsync(step, NextYear)).Value;
        Assert.Equal((RecordState.Replaced, RecordState.Submitted), (lab.Record(first).State, lab.Record(second).State));
        Assert.True((await lab.AcceptAsync(first)).Was("RecordDecided"));
    }

    [Fact]
    public async Task Submit_WhatStaffConfirm_CountsAtOnceForTheMonthsOfTheStep()
    {
        var induction = lab.Step(s => s with
        {
            Kind = StepKind.Induction,
            PerPerson = true,
            Doer = StepDoer.Staff,
            Wanted = EvidenceParts.None,
            Validity = StepValidity.Months,
            Months = 24,
        });
        Assert.True((await lab.SubmitAsync(induction, actor: lab.Chief, person: lab.Anna.PersonId)).Was("OnlyStaffConfirm"));
        var record = lab.Record((await lab.SubmitAsync(induction, actor: lab.Staff, person: lab.Anna.PersonId)).Value);
        Assert.Equal((RecordState.Accepted, (DateOnly?)new DateOnly(2028, 11, 8)), (record.State, record.ValidUntil));
    }

    [Fact]
    public async Task Submit_DeclaredNotForSale_CountsAtOnce()
    {
        var record = lab.Record((await lab.SubmitAsync(lab.FoodRegistration(), given: new EvidenceGiven { NotForSale = true })).Value);
        Assert.Equal((RecordState.Accepted, true), (record.State, record.NotForSale));
    }

    [Fact]
    public async Task Accept_WithALastDay_RemindsSixtyThirtyAndSevenDaysAheadAtEight()
    {
        lab.GiveTheChiefAnAddress();
        var record = (await lab.SubmitAsync(lab.Step(), NextYear)).Value;
        await lab.AcceptAsync(record);
        await using var db = lab.Open();
        var notices = await db.Notices.OrderBy(n => n.DueAt).ToListAsync(Cancel);
        Assert.Equal(
            [LabTime.AtMinute(new(2026, 12, 31), 480), LabTime.AtMinute(new(2027, 1, 30), 480), LabTime.AtMinute(new(2027, 2, 22), 480)],
            notices.Select(n => n.DueAt));
        Assert.All(notices, n => Assert.Equal(("StepExpires", "chief@example.com", "en"), (n.Kind, n.Recipient, n.Language)));
        Assert.Contains("Liability insurance", notices[0].Facts, StringComparison.Ordinal);
        Assert.Contains("2027-03-01", notices[0].Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_NearTheEnd_LeavesOutWhatWouldBeDueAlready()
    {
        lab.GiveTheChiefAnAddress();
        await lab.AcceptAsync((await lab.SubmitAsync(lab.Step(), OnboardingLab.Today.AddDays(20))).Value);
        await using var db = lab.Open();
        Assert.Equal(LabTime.AtMinute(OnboardingLab.Today.AddDays(13), 480), (await db.Notices.SingleAsync(Cancel)).DueAt);
    }

    [Fact]
    public async Task Accept_Renewal_WithdrawsTheRemindersOfTheOld()
    {
        lab.GiveTheChiefAnAddress();
        var step = lab.Step();
        await lab.AcceptAsync((await lab.SubmitAsync(step, NextYear)).Value);
        await lab.AcceptAsync((await lab.SubmitAsync(step, NextYear.AddYears(1))).Value);
        await using var db = lab.Open();
        Assert.Equal(3, await db.Notices.CountAsync(n => n.WithdrawnAt != null && n.Facts.Contains("2027"), Cancel));
        Assert.Equal(3, await db.Notices.CountAsync(n => n.WithdrawnAt == null && n.Facts.Contains("2028"), Cancel));
    }

    [Fact]
    public async Task Refuse_NeedsAReason_WhichTheManagersAreTold()
    {
        lab.GiveTheChiefAnAddress();
        var record = (await lab.SubmitAsync(lab.Step(), NextYear)).Value;
        Assert.True((await lab.RefuseAsync(record, " ")).Was("Missing"));
        Assert.True((await lab.RefuseAsync(record)).Succeeded);
        Assert.Equal((RecordState.Refused, "Not legible"), (lab.Record(record).State, lab.Record(record).Reason));
        await using var db = lab.Open();
        Assert.Contains("Not legible", (await db.Notices.SingleAsync(n => n.Kind == "StepRefused", Cancel)).Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_Accepted_WithdrawsTheReminders()
    {
        lab.GiveTheChiefAnAddress();
        var record = await lab.DoneAsync(lab.Step(), NextYear);
        Assert.True((await lab.RevokeAsync(record)).Succeeded);
        Assert.True((await lab.RevokeAsync(record)).Was("RecordDecided"));
        await using var db = lab.Open();
        Assert.Equal(["StepRevoked"], await db.Notices.Where(n => n.WithdrawnAt == null).Select(n => n.Kind).ToListAsync(Cancel));
        Assert.Equal(["Submitted", "DocumentAdded", "Accepted", "Revoked"], (await ActsAsync(record)).OrderBy(a => a == "DocumentAdded" ? 1 : a == "Submitted" ? 0 : 2));
    }

    [Fact]
    public async Task AcceptText_ByTheManager_KeepsTheExactTextWithItsHash()
    {
        var step = lab.Agreement();
        var reference = (await lab.SignAsync(step)).Value;
        var record = lab.Record(reference);
        Assert.Equal((RecordState.Accepted, "A. Chief", (int?)1), (record.State, record.AcceptedName, record.TextNumber));
        await using var db = lab.Open();
        var kept = await db.AcceptedTexts.SingleAsync(Cancel);
        Assert.Equal("# Sajtműhely Kft.\n\nchief, 2026. november 9.", kept.TextHu);
        Assert.Equal("# Sajtműhely Kft.\n\nchief, 9 November 2026", kept.TextEn);
        Assert.Equal(new MadeText(kept.TextHu, kept.TextEn, []).Hash, kept.Hash);
        Assert.Contains(kept.Hash, (await db.History.SingleAsync(h => h.Act == "TextAccepted", Cancel)).Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptText_AnotherThanWasShown_IsRefused()
    {
        var step = lab.Agreement();
        Assert.True((await lab.SignAsync(step, hash: new string('0', 64))).Was("ChangedMeanwhile"));
        Assert.True((await lab.SignAsync(step, name: " ")).Was("Missing"));
    }

    [Fact]
    public async Task AcceptText_ForOthers_IsRefused()
    {
        var step = lab.Agreement();
        Assert.True((await lab.SignAsync(step, lab.Anna)).Was("OnlyManagersDo"));
        // Staff are not bound by it, and nobody signs for another.
        var hash = (await lab.OnboardAsync(d => d.ReadTextAsync(step.Reference, lab.Dairy, lab.Staff, Cancel))).Value.Text.Hash;
        Assert.True((await lab.SignAsync(step, lab.Staff, hash: hash)).Was("NotFound"));
        Assert.True((await lab.OnboardAsync(d => d.ReadTextAsync(step.Reference, lab.Dairy, lab.Dora, Cancel))).Was("NotFound"));
        var rules = lab.Agreement(perPerson: true);
        Assert.Equal(lab.Anna.PersonId, lab.Record((await lab.SignAsync(rules, lab.Anna)).Value).PersonId);
    }

    [Fact]
    public async Task AcceptText_CompanyDataMissing_AsksForThem()
    {
        var refused = await lab.SignAsync(lab.Agreement("{company}, {kind}"));
        Assert.True(refused.Was("TextLacksFacts"));
        Assert.Equal("{kind}", refused.Refusals[0].Facts["names"]);
        lab.Add(Membership.Create(lab.Dairy, MembershipKind.Member, new(2026, 1, 1)));
        Assert.True((await lab.SignAsync(lab.Agreement("{company}, {kind}"))).Succeeded);
    }

    [Fact]
    public async Task Submit_SignedScan_TakesThePlaceOfTheTypedName()
    {
        var step = lab.Agreement();
        var noFile = await lab.OnboardAsync(d => d.SubmitAsync(new SubmitEvidence { Step = step.Reference, CompanyId = lab.Dairy }, lab.Chief, Cancel));
        Assert.True(noFile.Was("FileMissing"));
        var record = (await lab.SubmitAsync(step)).Value;
        Assert.True((await lab.AcceptAsync(record)).Succeeded);
        Assert.Equal((RecordState.Accepted, (int?)1), (lab.Record(record).State, lab.Record(record).TextNumber));
    }

    private async Task<List<string>> ActsAsync(Guid reference)
    {
        var id = lab.Record(reference).Id;
        await using var db = lab.Open();
        return await db.History.Where(h => h.Subject == nameof(StepRecord) && h.SubjectId == id).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(Cancel);
    }
}
