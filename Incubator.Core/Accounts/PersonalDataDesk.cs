using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Accounts;

/// <summary>What the house knows of a person: given to them whole, or forgotten. By the person, or by an administrator for them.</summary>
public sealed class PersonalDataDesk(IncubatorDb db, IEnumerable<IPersonalData> rooms, TimeProvider clock)
{
    public async Task<Result<IReadOnlyList<PersonalSection>>> ExportAsync(long personId, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<IReadOnlyList<PersonalSection>>(async token =>
        {
            var (person, known) = await FindAsync(personId, actor, token);
            if (person is null) return Refusal.NotFound;
            var sections = new List<PersonalSection>();
            foreach (var room in rooms) sections.AddRange(await room.ExportAsync(known!, token));
            db.RecordSecurity(personId, SecurityActs.Exported, actor, now);
            return sections;
        }, cancel: cancel);
    }

    /// <summary>Nothing that tells who this was stays; the account is shut for good. Cannot be undone.</summary>
    public async Task<Result<Done>> EraseAsync(long personId, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await HouseRoles.LockAsync(db, token);
            var (person, known) = await FindAsync(personId, actor, token);
            if (person is null) return Refusal.NotFound;
            var obstacles = new List<Refusal>();
            if (await PeopleDesk.IsLastAdministratorAsync(db, personId, token)) obstacles.Add(new Refusal("LastAdministrator"));
            foreach (var room in rooms) obstacles.AddRange(await room.ObstaclesAsync(known!, token));
            if (obstacles.Count > 0) return Result<Done>.Refused(obstacles);
            foreach (var room in rooms) await room.EraseAsync(known!, now, token);
            // After every room has: they know what is theirs by the address.
            await NamesInTexts.EraseAsync(db, known!, token);
            person.Erase(now);
            db.RecordSecurity(personId, SecurityActs.Erased, actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<(Person? Person, KnownPerson? Known)> FindAsync(long personId, Actor actor, CancellationToken token)
    {
        if (personId != actor.PersonId && !await PeopleDesk.IsAdministratorAsync(db, actor, token)) return default;
        var person = await db.Users.SingleOrDefaultAsync(p => p.Id == personId && p.ErasedAt == null, token);
        return person is null ? default : (person, new KnownPerson(person.Id, person.FullName, person.Email));
    }
}
