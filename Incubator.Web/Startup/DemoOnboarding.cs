using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// How far the demo companies are: the first is complete, the second has no food registration, the fourth's insurance has
/// expired, others wait for staff or expire soon. All evidence is plainly a demo.
/// </summary>
public sealed class DemoOnboarding(IncubatorDb db, TimeProvider clock)
{
    private const int NoFoodRegistration = 1, ExpiresSoon = 2, InsuranceExpired = 3, RenewalWaits = 4, DeclaresNotForSale = 6, NewPersonWaits = 8;

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 298]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n" +
        "4 0 obj<</Length 62>>stream\nBT /F1 20 Tf 60 150 Td (Minta - demo, not a real document) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    private readonly List<(StepRecord Record, string? File, MadeText? Text)> made = [];

    /// <returns>The companies that may not sell what they make.</returns>
    public async Task<IReadOnlySet<long>> MakeAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var steps = await db.OnboardingSteps.AsNoTracking().OrderBy(s => s.Position).ToListAsync(cancel);
        var texts = await db.StepTexts.AsNoTracking().ToDictionaryAsync(t => t.StepId, cancel);
        var companies = await db.Companies.Where(c => c.IsDemo).OrderBy(c => c.Id).ToListAsync(cancel);
        var members = await (
                from m in db.CompanyMembers
                join p in db.Users on m.PersonId equals p.Id
                orderby p.Id
                select new { m.CompanyId, m.PersonId, m.Role, p.FullName })
            .AsNoTracking().ToListAsync(cancel);
        var staff = await db.Users.Where(u => u.Email == "staff@demo.lab").Select(u => (long?)u.Id).FirstOrDefaultAsync(cancel);
        var researchers = new HashSet<long>();
        for (var i = 0; i < companies.Count; i++)
        {
            var company = companies[i];
            if (i is NoFoodRegistration or DeclaresNotForSale) researchers.Add(company.Id);
            if (!await db.Memberships.AnyAsync(m => m.CompanyId == company.Id, cancel))
                db.Add(Membership.Create(company.Id, MembershipKind.Member, today.AddDays(-300 - i)));
            var people = members.Where(m => m.CompanyId == company.Id).ToList();
            if (people.FirstOrDefault(p => p.Role == MemberRole.Manager) is not { } manager) continue;
            foreach (var step in steps)
            {
                foreach (var person in step.PerPerson ? people : [manager])
                {
                    var at = now.AddDays(-150 - i).AddMinutes(17 * step.Position);
                    if (i == NewPersonWaits && step.PerPerson && person.Role == MemberRole.Member)
                    {
                        if (step.Kind == StepKind.HygieneCertificate)
                            Hand(step, company, person.PersonId, person.PersonId, new EvidenceGiven { ValidUntil = today.AddDays(340) }, now.AddHours(-20));
                        continue;
                    }

                    var given = Given(step.Kind, i, today);
                    if (given is null) continue;
                    var whose = step.PerPerson ? person.PersonId : (long?)null;
                    if (step.HasText && texts.TryGetValue(step.Id, out var text))
                    {
                        var record = StepRecord.Submit(step, company.Id, whose, given, text.Number, at, person.PersonId);
                        record.SignAs(person.FullName, OnboardingRules.ValidUntil(step, LabTime.DateOf(at), null), at, person.PersonId);
                        made.Add((record, null, TextTemplate.Fill(text, TextFacts.Of(company, [], person.FullName, LabTime.DateOf(at)))));
                        continue;
                    }

                    var handed = Hand(step, company, whose, step.Doer == StepDoer.Staff ? staff : person.PersonId, given, at);
                    handed.Accept(OnboardingRules.ValidUntil(step, LabTime.DateOf(at), given.ValidUntil), at.AddHours(4), staff);
                    if (i == RenewalWaits && step.Kind == StepKind.Insurance)
                        Hand(step, company, null, person.PersonId, given with { ValidUntil = given.ValidUntil!.Value.AddYears(1) }, now.AddHours(-3));
                }
            }
        }

        await SaveAsync(staff, cancel);
        return researchers;
    }

    private static EvidenceGiven? Given(StepKind kind, int company, DateOnly today) => kind switch
    {
        StepKind.Insurance => new EvidenceGiven
        {
            Number = $"DEMO-{company + 1:00}",
            ValidUntil = company switch
            {
                InsuranceExpired => today.AddDays(-12),
                RenewalWaits => today.AddDays(9),
                ExpiresSoon => today.AddDays(21),
                _ => today.AddDays(180 + (company * 7)),
            },
        },
        StepKind.FoodRegistration when company == NoFoodRegistration => null,
        StepKind.FoodRegistration when company == DeclaresNotForSale => new EvidenceGiven { NotForSale = true },
        StepKind.FoodRegistration => new EvidenceGiven { Number = $"DEMO-FELIR-{company + 1:000}", Scope = "Minta / sample (demo)" },
        StepKind.HaccpPlan => new EvidenceGiven { DocumentVersion = "1.0 (demo)" },
        StepKind.HygieneCertificate => new EvidenceGiven { ValidUntil = today.AddDays(200 + company) },
        _ => new EvidenceGiven(),
    };

    private StepRecord Hand(OnboardingStep step, Company company, long? personId, long? byId, EvidenceGiven given, DateTimeOffset at)
    {
        var record = StepRecord.Submit(step, company.Id, personId, given, null, at, byId);
        made.Add((record, step.Wanted.HasFlag(EvidenceParts.File) ? $"{step.NameHu} (demo).pdf" : null, null));
        return record;
    }

    private async Task SaveAsync(long? staff, CancellationToken cancel)
    {
        db.AddRange(made.Select(m => m.Record));
        await db.SaveChangesAsync(cancel);
        foreach (var (record, file, text) in made)
        {
            if (file is not null) db.Add(Attachment.Create(nameof(StepRecord), record.Id, AttachmentKind.Document, file, "application/pdf", Pdf, record.SubmittedAt));
            if (text is not null) db.Add(AcceptedText.Of(record.Id, text));
            db.Record(nameof(StepRecord), record.Id, text is null ? "Submitted" : "TextAccepted", new Actor(record.SubmittedById, false, []), record.SubmittedAt);
            if (text is null && record.DecidedAt is { } decided) db.Record(nameof(StepRecord), record.Id, "Accepted", new Actor(staff, true, []), decided);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
