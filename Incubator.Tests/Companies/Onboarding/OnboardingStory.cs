using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Tests.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Onboarding;

/// <summary>The booking story with a manager and five steps: agreement, insurance, food registration, hygiene certificate, induction.</summary>
public sealed class OnboardingStory : IDisposable
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 policy");
    private readonly Dictionary<StepKind, OnboardingStep> steps = [];

    private OnboardingStory(BookingStory booking, Person chief) => (Booking, Chief) = (booking, chief);

    public BookingStory Booking { get; }

    public IncubatorApp App => Booking.App;

    public Person Chief { get; }

    public Company Company => Booking.Company;

    public static async Task<OnboardingStory> BeginAsync(IncubatorApp? app = null)
    {
        var booking = await BookingStory.BeginAsync(app);
        var story = new OnboardingStory(booking, await booking.App.Given.MemberAsync(booking.Company, MemberRole.Manager, "Főnök Ferenc"));
        await using var db = story.App.OpenDb();
        foreach (var details in HouseSteps.All(new DateOnly(2026, 1, 1)).Where(s =>
            s.Kind is StepKind.Agreement or StepKind.Insurance or StepKind.FoodRegistration or StepKind.HygieneCertificate or StepKind.Induction))
        {
            var step = OnboardingStep.Create(details);
            db.Add(step);
            story.steps[step.Kind] = step;
        }

        await db.SaveChangesAsync();
        db.Add(StepText.Publish(
            story.Step(StepKind.Agreement).Id, 1, "# Megállapodás\n\n{company}, {representative}\n\n- {date}", "# Agreement\n\n{company}, {representative}\n\n- {date}",
            null, story.App.Now, null));
        await db.SaveChangesAsync();
        return story;
    }

    public OnboardingStep Step(StepKind kind) => steps[kind];

    public Task<TestClient> AsAsync(Person person, string language = "en") => Booking.AsAsync(person, language);

    public string MyStep(StepKind kind, Person? person = null) =>
        $"/my-company/onboarding/{Step(kind).Reference}?company={Company.Reference}{(person is null ? "" : $"&person={person.Id}")}";

    public string Decide(StepKind kind, Person? person = null) =>
        $"/onboarding/companies/{Company.Reference}/{Step(kind).Reference}{(person is null ? "" : $"?person={person.Id}")}";

    /// <summary>Staff entered everything, save what is named; for the company, Anna and the manager.</summary>
    public async Task CompleteAsync(params StepKind[] except)
    {
        foreach (var step in steps.Values.Where(s => !except.Contains(s.Kind)))
            foreach (var person in step.PerPerson ? [Booking.Anna.Id, Chief.Id] : new long?[] { null })
                await EnterAsync(step.Kind, person);
    }

    public async Task<Guid> EnterAsync(StepKind kind, long? person = null, DateOnly? until = null, Actor? actor = null)
    {
        var step = Step(kind);
        var entered = await App.AskAsync((OnboardingDesk desk) => desk.SubmitAsync(new SubmitEvidence
        {
            Step = step.Reference,
            CompanyId = Company.Id,
            PersonId = person,
            Given = new EvidenceGiven { Number = "K-1", ValidUntil = until ?? new DateOnly(2027, 6, 1) },
            File = step.Wanted.HasFlag(EvidenceParts.File) ? new HandedFile("kötvény.pdf", Pdf) : null,
        }, actor ?? Actor.System));
        return entered.Value;
    }

    public async Task<Guid> FileAsync(Guid record)
    {
        await using var db = App.OpenDb();
        return await (from r in db.StepRecords
                      join a in db.Attachments on r.Id equals a.SubjectId
                      where r.Reference == record && a.Subject == nameof(StepRecord)
                      select a.Reference).SingleAsync();
    }

    public void Dispose() => Booking.Dispose();
}
