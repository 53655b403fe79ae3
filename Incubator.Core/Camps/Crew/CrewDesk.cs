using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Staff ask somebody with an account to take part in a role.</summary>
public sealed record AskCrew
{
    public required Guid Camp { get; init; }

    public required long PersonId { get; init; }

    public required CrewRole Role { get; init; }

    public string? Organisation { get; init; }

    public Guid? Company { get; init; }
}

public sealed record EditCrew
{
    public required Guid Member { get; init; }

    public string? Organisation { get; init; }

    public Guid? Company { get; init; }

    /// <summary>Only of a juror; the former chair then is none.</summary>
    public bool IsChair { get; init; }

    public Guid? SeenVersion { get; init; }
}

/// <summary>Where staff gather a camp's crew, and where those asked say yes or no and when they can come.</summary>
public sealed class CrewDesk(IncubatorDb db, TimeProvider clock)
{
    public async Task<Result<Guid>> AskAsync(AskCrew request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (!Enum.IsDefined(request.Role)) return new Refusal("NotKnown", nameof(request.Role));
        if (TextRules.Problem(request.Organisation, CrewMember.OrganisationMaxLength, nameof(request.Organisation)) is { } problem) return problem;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            await db.LockCampAsync(request.Camp, token);
            var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == request.Camp, token);
            if (camp is null) return Refusal.NotFound;
            if (camp.Status is CampStatus.Closed or CampStatus.Cancelled) return new Refusal("CampOver");
            var person = (await db.Users.Where(p => p.Id == request.PersonId).ToAddresseesAsync(token)).SingleOrDefault();
            if (person is null) return new Refusal("NotKnown", nameof(request.PersonId));
            if (await db.CrewMembers.AnyAsync(m => m.CampId == camp.Id && m.PersonId == person.PersonId && m.Role == request.Role, token))
                return new Refusal("CrewAskedAlready", nameof(request.PersonId));
            var company = await CompanyAsync(request.Company, token);
            if (request.Company is not null && company is null) return new Refusal("NotKnown", nameof(request.Company));
            var member = CrewMember.Create(camp.Id, person.PersonId, request.Role);
            member.Describe(request.Organisation, company);
            member.Ask(now);
            db.CrewMembers.Add(member);
            await db.SaveChangesAsync(token);
            db.Record(nameof(CrewMember), member.Id, "Asked", actor, now, new Dictionary<string, string?[]> { [nameof(CrewMember.Role)] = [null, member.Role.ToString()] });
            db.TellNew(CrewNotices.Of("CrewAsked", member, camp, person), now);
            return member.Reference;
        }, cancel: cancel);
    }

    public Task<Result<Done>> EditAsync(EditCrew request, Actor actor, CancellationToken cancel = default) => OnMemberAsync(request.Member, actor, async (member, now, token) =>
    {
        if (TextRules.Problem(request.Organisation, CrewMember.OrganisationMaxLength, nameof(request.Organisation)) is { } problem) return problem;
        if (request.SeenVersion is { } seen && seen != member.Version) return Refusal.ChangedMeanwhile;
        if (request.IsChair && member.Role != CrewRole.Juror) return new Refusal("ChairIsAJuror", nameof(request.IsChair));
        var company = await CompanyAsync(request.Company, token);
        if (request.Company is not null && company is null) return new Refusal("NotKnown", nameof(request.Company));
        if (request.IsChair)
        {
            foreach (var former in await db.CrewMembers.Where(m => m.CampId == member.CampId && m.IsChair && m.Id != member.Id).ToListAsync(token)) former.Chair(false);
        }

        member.Describe(request.Organisation, company);
        member.Chair(request.IsChair);
        if (db.Entry(member).State == EntityState.Modified) db.RecordChange(member, member.Id, "Edited", actor, now);
        return default(Done);
    }, cancel);

    /// <summary>Only whom neither a session nor a challenge names; those are given to somebody else first.</summary>
    public Task<Result<Done>> RemoveAsync(Guid reference, Actor actor, CancellationToken cancel = default) => OnMemberAsync(reference, actor, async (member, now, token) =>
    {
        if (await db.Set<SessionCrew>().AnyAsync(s => s.CrewMemberId == member.Id, token)) return new Refusal("CrewInSessions");
        if (await db.Challenges.AnyAsync(c => c.FacilitatorId == member.Id, token)) return new Refusal("CrewOfChallenge");
        if (await db.JurySheets.AnyAsync(s => s.JurorId == member.Id, token) || await db.Certificates.AnyAsync(c => c.CrewMemberId == member.Id, token))
            return new Refusal("CrewAtWork");
        db.TeamCrew.RemoveRange(await db.TeamCrew.Where(c => c.CrewMemberId == member.Id).ToListAsync(token));
        db.CrewTimes.RemoveRange(await db.CrewTimes.Where(t => t.CrewMemberId == member.Id).ToListAsync(token));
        await db.WithdrawAsync(CrewNotices.EventOf(member.Id), now, token);
        db.CrewMembers.Remove(member);
        db.Record(nameof(Camp), member.CampId, "CrewRemoved", actor, now, new Dictionary<string, string?[]> { [nameof(CrewMember.Role)] = [member.Role.ToString(), null] });
        return default(Done);
    }, cancel);

    /// <summary>Says yes in every role asked for, and when; no hours: at any time of the camp.</summary>
    public async Task<Result<Done>> ConfirmAsync(Guid camp, IReadOnlyList<CrewHours> hours, Actor actor, CancellationToken cancel = default) =>
        await AnswerAsync(camp, actor, async (found, members, now, token) =>
        {
            var times = CrewRules.Times(hours, found.StartsOn, found.EndsOn);
            if (!times.Succeeded) return Result<Done>.Refused(times.Refusals);
            foreach (var member in members)
            {
                member.Confirm(now);
                db.CrewTimes.RemoveRange(await db.CrewTimes.Where(t => t.CrewMemberId == member.Id).ToListAsync(token));
                db.CrewTimes.AddRange(times.Value.Select(t => CrewTime.Create(member.Id, t.Start, t.End)));
                db.Record(nameof(CrewMember), member.Id, "Confirmed", actor, now, new Dictionary<string, string?[]> { ["Times"] = [null, HistoryBook.Text(times.Value.Count)] });
                await db.WithdrawAsync(CrewNotices.EventOf(member.Id), now, token);
            }

            return default(Done);
        }, cancel);

    /// <summary>Says no; staff see it, and find others. What was given to them stays theirs until staff give it to somebody else.</summary>
    public async Task<Result<Done>> DeclineAsync(Guid camp, Actor actor, CancellationToken cancel = default) =>
        await AnswerAsync(camp, actor, async (found, members, now, token) =>
        {
            foreach (var member in members)
            {
                member.Decline(now);
                db.Record(nameof(CrewMember), member.Id, "Declined", actor, now);
                await db.WithdrawAsync(CrewNotices.EventOf(member.Id), now, token);
            }

            var name = await db.Users.Where(p => p.Id == actor.PersonId).Select(p => p.FullName).SingleAsync(token);
            foreach (var staff in await db.StaffToTellAsync(token))
            {
                await db.TellAsync(new Tell
                {
                    Event = $"CrewDeclined:{members[0].Id}:{now.ToUnixTimeSeconds()}",
                    Kind = "CrewDeclined",
                    Recipient = staff.Mail,
                    Language = staff.Language,
                    PersonId = staff.PersonId,
                    Facts = new Dictionary<string, string> { ["camp"] = found.Name(staff.Language), ["who"] = name, ["link"] = $"/camps/{found.Reference}/crew" },
                }, now, token);
            }

            return default(Done);
        }, cancel);

    private async Task<Result<Done>> AnswerAsync(
        Guid reference, Actor actor, Func<Camp, List<CrewMember>, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampAsync(reference, token);
            var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference, token);
            if (camp is null) return Refusal.NotFound;
            var members = await db.CrewMembers.Where(m => m.CampId == camp.Id && m.PersonId == actor.PersonId).OrderBy(m => m.Id).ToListAsync(token);
            if (members.Count == 0) return Refusal.NotFound;
            return camp.Status is CampStatus.Closed or CampStatus.Cancelled || LabTime.DateOf(now) > camp.EndsOn
                ? new Refusal("CampOver")
                : await act(camp, members, now, token);
        }, cancel: cancel);
    }

    private async Task<Result<Done>> OnMemberAsync(
        Guid reference, Actor actor, Func<CrewMember, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.Camps.Where(c => db.CrewMembers.Any(m => m.CampId == c.Id && m.Reference == reference)).ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            return await db.CrewMembers.SingleOrDefaultAsync(m => m.Reference == reference, token) is { } member ? await act(member, now, token) : Refusal.NotFound;
        }, cancel: cancel);
    }

    private Task<long?> CompanyAsync(Guid? reference, CancellationToken token) => reference is null
        ? Task.FromResult<long?>(null)
        : db.Companies.Where(c => c.Reference == reference).Select(c => (long?)c.Id).SingleOrDefaultAsync(token);
}

/// <summary>What crew members are told.</summary>
internal static class CrewNotices
{
    public static string EventOf(long memberId) => $"Crew:{memberId}";

    /// <summary>Told once each of its kind.</summary>
    public static Tell Of(string kind, CrewMember member, Camp camp, Addressee to) => new()
    {
        Event = EventOf(member.Id),
        Kind = kind,
        Recipient = to.Mail,
        Language = to.Language,
        PersonId = to.PersonId,
        Facts = new Dictionary<string, string>
        {
            ["camp"] = camp.Name(to.Language),
            ["starts"] = HistoryBook.Text(camp.StartsOn)!,
            ["link"] = $"/camps/{camp.Reference}/crew/mine",
        },
    };
}
