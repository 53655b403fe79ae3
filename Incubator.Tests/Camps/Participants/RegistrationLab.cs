using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Participants;

/// <summary>
/// A small camp of 12 students and 2 experts, from 7 to 9 December 2026, that takes registrations until 1 December. It is Monday 9
/// November 2026, 08:00; each act has a context of its own, as each request has.
/// </summary>
public sealed class RegistrationLab : IDisposable
{
    private static readonly Actor Stranger = new(null, false, []);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public RegistrationLab()
    {
        using var db = Lab.Open();
        var camp = Core.Camps.Camp.Create(Details);
        camp.Become(CampStatus.Open);
        db.Add(camp);
        db.SaveChanges();
        db.Add(CampNotice.Publish(camp.Id, 1, "Tájékoztató.", "Notice.", Lab.Clock.GetUtcNow(), null));
        db.AddRange(CampSkill.Create(camp.Id, 1, "élelmiszer", "food science"), CampSkill.Create(camp.Id, 2, "formatervezés", "design"));
        db.SaveChanges();
        (Id, Camp) = (camp.Id, camp.Reference);
        Skills = [.. db.CampSkills.OrderBy(s => s.Position).Select(s => s.Id)];
    }

    public static CampDetails Details => new()
    {
        NameHu = "Tejtábor",
        NameEn = "Dairy camp",
        AboutHu = "Három nap.",
        AboutEn = "Three days.",
        Format = CampFormat.Workshop,
        Place = "Debrecen",
        StartsOn = new DateOnly(2026, 12, 7),
        EndsOn = new DateOnly(2026, 12, 9),
        Languages = ["hu", "en"],
        RegistrationClosesAt = Lab.At(31, 12),
        ChallengesCloseAt = Lab.At(20, 12),
        StudentPlaces = 12,
        ExpertPlaces = 2,
    };

    public Lab Lab { get; } = new();

    public long Id { get; }

    public Guid Camp { get; }

    public IReadOnlyList<long> Skills { get; }

    public static RegisterParticipant Wish(Guid camp, string mail, ParticipantKind kind = ParticipantKind.Student) => new()
    {
        Camp = camp,
        Kind = kind,
        Email = mail,
        Language = "en",
        BornOn = new DateOnly(2004, 5, 6),
        NoticeNumber = 1,
        AcceptsNotice = true,
        Details = new ParticipantDetails { Name = $"Somebody at {mail}", Languages = ["hu", "en"] },
    };

    public RegisterParticipant Wish(string mail, ParticipantKind kind = ParticipantKind.Student) => Wish(Camp, mail, kind);

    public async Task<Result<string?>> TryAsync(RegisterParticipant wish)
    {
        await using var db = Lab.Open();
        return await new RegistrationDesk(db, Lab.Clock).RegisterAsync(wish, Stranger, Cancel);
    }

    /// <summary>Registers and insists; gives the link's secret.</summary>
    public async Task<string> RegisterAsync(string mail, ParticipantKind kind = ParticipantKind.Student) => (await TryAsync(Wish(mail, kind))).Value!;

    /// <summary>As many as are named, "p1@example.com" first.</summary>
    public async Task<List<string>> FillAsync(int count)
    {
        var secrets = new List<string>();
        for (var i = 1; i <= count; i++) secrets.Add(await RegisterAsync($"p{i}@example.com"));
        return secrets;
    }

    public async Task<T> OnDeskAsync<T>(Func<RegistrationDesk, Task<T>> act)
    {
        await using var db = Lab.Open();
        return await act(new RegistrationDesk(db, Lab.Clock));
    }

    public async Task<T> AtStaffAsync<T>(Func<ParticipantDesk, Task<T>> act)
    {
        await using var db = Lab.Open();
        return await act(new ParticipantDesk(db, Lab.Clock));
    }

    public async Task<T> OnFormAsync<T>(Func<RegistrationFormDesk, Task<T>> act)
    {
        await using var db = Lab.Open();
        return await act(new RegistrationFormDesk(db, Lab.Clock));
    }

    public async Task<IReadOnlyDictionary<string, int>> SweepAsync()
    {
        await using var db = Lab.Open();
        return (await new OfferCampPlaces(db, Lab.Clock).RunAsync(Cancel)).Did;
    }

    public async Task<Participant> SeeAsync(string mail)
    {
        await using var db = Lab.Open();
        return await db.Participants.AsNoTracking().SingleAsync(p => p.Email == mail, Cancel);
    }

    public async Task<ParticipantState> StateAsync(string mail) => (await SeeAsync(mail)).State;

    public async Task<List<Participant>> AllAsync()
    {
        await using var db = Lab.Open();
        return await db.Participants.AsNoTracking().OrderBy(p => p.Turn).ToListAsync(Cancel);
    }

    public async Task ChangeAsync(Func<CampDetails, CampDetails> change)
    {
        await using var db = Lab.Open();
        (await db.Camps.SingleAsync(c => c.Id == Id, Cancel)).Describe(change(Details));
        await db.SaveChangesAsync(Cancel);
    }

    public async Task BecomeAsync(CampStatus status)
    {
        await using var db = Lab.Open();
        (await db.Camps.SingleAsync(c => c.Id == Id, Cancel)).Become(status);
        await db.SaveChangesAsync(Cancel);
    }

    public void Dispose() => Lab.Dispose();
}
