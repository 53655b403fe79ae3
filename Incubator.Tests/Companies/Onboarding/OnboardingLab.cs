using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Tests.Host;

namespace Incubator.Tests.Companies.Onboarding;

/// <summary>The small lab with steps: what tests of the onboarding say to it.</summary>
internal static class OnboardingLab
{
    public static readonly DateOnly Today = new(2026, 11, 9);
    public static readonly HandedFile Pdf = new("kötvény.pdf", Encoding.ASCII.GetBytes("%PDF-1.4 policy"));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Insurance with a file and a last day, in force since January, unless changed.</summary>
    public static OnboardingStep Step(this Lab lab, Func<StepDetails, StepDetails>? change = null)
    {
        var details = new StepDetails
        {
            Kind = StepKind.Insurance,
            NameHu = "Felelősségbiztosítás",
            NameEn = "Liability insurance",
            Doer = StepDoer.Manager,
            Wanted = EvidenceParts.File,
            Validity = StepValidity.UntilGiven,
            ActiveFrom = new DateOnly(2026, 1, 1),
        };
        var step = OnboardingStep.Create(change?.Invoke(details) ?? details);
        lab.Add(step);
        return step;
    }

    /// <summary>A text that the company's manager accepts.</summary>
    public static OnboardingStep Agreement(this Lab lab, string body = "# {company}\n\n{representative}, {date}", bool perPerson = false)
    {
        var step = lab.Step(s => s with
        {
            Kind = StepKind.Agreement,
            NameHu = "Megállapodás",
            NameEn = "Agreement",
            Wanted = perPerson ? EvidenceParts.Acceptance : EvidenceParts.Acceptance | EvidenceParts.File,
            Validity = StepValidity.Unlimited,
            PerPerson = perPerson,
            Doer = perPerson ? StepDoer.Person : StepDoer.Manager,
        });
        lab.Add(StepText.Publish(step.Id, 1, body, body, null, lab.Clock.GetUtcNow(), null));
        return step;
    }

    public static OnboardingStep FoodRegistration(this Lab lab) => lab.Step(s => s with
    {
        Kind = StepKind.FoodRegistration,
        NameHu = "Nyilvántartásba vétel",
        NameEn = "Food registration",
        Wanted = EvidenceParts.Number,
        Validity = StepValidity.UntilGivenIfAny,
        Blocks = StepBlocks.CommercialUse,
    });

    public static async Task<T> OnboardAsync<T>(this Lab lab, Func<OnboardingDesk, Task<T>> act)
    {
        await using var db = lab.Open();
        return await act(new OnboardingDesk(db, new DocumentArchive(db, lab.Clock), lab.Clock));
    }

    public static async Task<T> DefineAsync<T>(this Lab lab, Func<StepDesk, Task<T>> act)
    {
        await using var db = lab.Open();
        return await act(new StepDesk(db, lab.Clock));
    }

    /// <summary>With the file, until the given day of this month where one is given.</summary>
    public static Task<Result<Guid>> SubmitAsync(
        this Lab lab, OnboardingStep step, DateOnly? until = null, Actor? actor = null, long? person = null, EvidenceGiven? given = null, long? company = null) =>
        lab.OnboardAsync(desk => desk.SubmitAsync(new SubmitEvidence
        {
            Step = step.Reference,
            CompanyId = company ?? lab.Dairy,
            PersonId = person,
            Given = given ?? new EvidenceGiven { ValidUntil = until },
            File = step.Wanted.HasFlag(EvidenceParts.File) ? Pdf : null,
        }, actor ?? lab.Chief, Cancel));

    public static Task<Result<Done>> AcceptAsync(this Lab lab, Guid record, Actor? actor = null, DateOnly? until = null) =>
        lab.OnboardAsync(desk => desk.AcceptAsync(new DecideRecord { Record = record, ValidUntil = until }, actor ?? lab.Staff, Cancel));

    public static Task<Result<Done>> RefuseAsync(this Lab lab, Guid record, string? reason = "Not legible") =>
        lab.OnboardAsync(desk => desk.RefuseAsync(new DecideRecord { Record = record, Reason = reason }, lab.Staff, Cancel));

    public static Task<Result<Done>> RevokeAsync(this Lab lab, Guid record, string? reason = "Cancelled by the insurer") =>
        lab.OnboardAsync(desk => desk.RevokeAsync(new DecideRecord { Record = record, Reason = reason }, lab.Staff, Cancel));

    /// <summary>Handed in and accepted.</summary>
    public static async Task<Guid> DoneAsync(this Lab lab, OnboardingStep step, DateOnly? until = null, long? person = null)
    {
        var given = new EvidenceGiven { ValidUntil = until, Number = step.Wanted.HasFlag(EvidenceParts.Number) ? "K-1" : null };
        return (await lab.SubmitAsync(step, actor: lab.Staff, person: person, given: given)).Value;
    }

    public static async Task<Result<Guid>> SignAsync(this Lab lab, OnboardingStep step, Actor? actor = null, string name = "A. Chief", string? hash = null)
    {
        var shown = await lab.OnboardAsync(desk => desk.ReadTextAsync(step.Reference, lab.Dairy, actor ?? lab.Chief, Cancel));
        return await lab.OnboardAsync(desk => desk.AcceptTextAsync(new AcceptText
        {
            Step = step.Reference,
            CompanyId = lab.Dairy,
            Name = name,
            SeenHash = hash ?? shown.Value.Text.Hash,
        }, actor ?? lab.Chief, Cancel));
    }

    public static StepRecord Record(this Lab lab, Guid reference)
    {
        using var db = lab.Open();
        return db.StepRecords.Single(r => r.Reference == reference);
    }

    /// <summary>The chief is told of the company's steps from now on.</summary>
    public static void GiveTheChiefAnAddress(this Lab lab)
    {
        using var db = lab.Open();
        var chief = db.Users.Single(u => u.Id == lab.Chief.PersonId);
        (chief.Email, chief.Language) = ("chief@example.com", "en");
        db.SaveChanges();
    }
}
