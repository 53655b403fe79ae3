using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Where staff certify who took part, and take a certificate back.</summary>
public sealed class CertificateDesk(IncubatorDb db, AttendanceReader attendance, TimeProvider clock)
{
    /// <summary>For everybody with enough attendance who has none; sent twice it issues nothing more.</summary>
    /// <returns>How many were issued.</returns>
    public Task<Result<int>> IssueAsync(Guid camp, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync(camp, actor, async (found, now, token) =>
        {
            var sessions = (await attendance.SessionsAsync(found.Id, token)).Select(s => s.Session).ToList();
            var people = await attendance.AttendeesAsync(found.Id, token);
            var shares = people.ToDictionary(p => p.Id, p => AttendanceRules.ShareOf(sessions, p.TeamId, p.Attended, p.ArrivedAt is not null, now));
            var certified = await db.Certificates.Where(c => c.CampId == found.Id && c.ParticipantId != null).Select(c => c.ParticipantId!.Value).ToListAsync(token);
            // One that was withdrawn is not given again by a list; whoever withdrew it had a reason.
            var due = people.Where(p => shares[p.Id].IsEnough(found.CertificateShare) && !certified.Contains(p.Id)).ToList();
            if (due.Count == 0) return 0;
            var numbers = await db.NextNumbersAsync(Certificate.Series, Certificate.Digits, due.Count, now, token);
            var ids = due.ConvertAll(p => p.Id);
            var participants = await db.Participants.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, token);
            var challenges = await (
                    from team in db.Teams
                    join challenge in db.Challenges on team.ChallengeId equals challenge.Id
                    where team.CampId == found.Id
                    select new { team.Id, Challenge = challenge })
                .AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Challenge, token);
            for (var at = 0; at < due.Count; at++)
            {
                var participant = participants[due[at].Id];
                var certificate = Certificate.ForParticipant(numbers[at], found, participant,
                    due[at].TeamId is { } team ? challenges.GetValueOrDefault(team) : null, shares[participant.Id].Percent, now, actor.PersonId);
                await KeepAsync(certificate, found, CampPlaces.EventsOf(participant.Id), participant.Email, participant.PersonId, actor, now, token);
            }

            return due.Count;
        }, cancel);

    /// <summary>That a member of the crew worked at the camp.</summary>
    public Task<Result<int>> IssueForCrewAsync(Guid camp, Guid member, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync(camp, actor, async (found, now, token) =>
        {
            var crew = await db.CrewMembers.SingleOrDefaultAsync(m => m.CampId == found.Id && m.Reference == member, token);
            if (crew is null) return Refusal.NotFound;
            // One for the person, whatever else they do at the camp.
            if (await db.Certificates.AnyAsync(c => c.RevokedAt == null && db.CrewMembers.Any(m => m.Id == c.CrewMemberId && m.CampId == found.Id && m.PersonId == crew.PersonId), token))
                return 0;
            var person = await db.Users.SingleAsync(p => p.Id == crew.PersonId, token);
            if (person.Email is null) return Refusal.NotFound;
            var certificate = Certificate.ForCrew(
                await db.NextNumberAsync(Certificate.Series, Certificate.Digits, now, token), found, crew.Id, person.FullName, person.Language, now, actor.PersonId);
            await KeepAsync(certificate, found, $"{nameof(Certificate)}:", person.Email, person.Id, actor, now, token);
            return 1;
        }, cancel);

    /// <summary>It stays on record and whoever checks it reads that it is withdrawn; not why.</summary>
    public async Task<Result<Done>> RevokeAsync(Guid reference, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Missing", "Reason");
        if (TextRules.Problem(reason, Certificate.ReasonMaxLength, "Reason") is { } problem) return problem;
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.Camps.Where(c => db.Certificates.Any(x => x.CampId == c.Id && x.Reference == reference))
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            if (await db.Certificates.SingleOrDefaultAsync(c => c.Reference == reference, token) is not { } certificate) return Refusal.NotFound;
            if (certificate.IsRevoked) return default(Done);
            certificate.Revoke(reason.Trim(), now);
            db.Record(nameof(Certificate), certificate.Id, "Revoked", actor, now, reason: certificate.RevocationReason);
            return default(Done);
        }, cancel: cancel);
    }

    private async Task KeepAsync(
        Certificate certificate, Camp camp, string events, string mail, long? personId, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        db.Certificates.Add(certificate);
        await db.SaveChangesAsync(token);
        db.Record(nameof(Certificate), certificate.Id, "Issued", actor, now);
        if (mail.Length == 0) return;
        db.TellNew(new Tell
        {
            Event = $"{events}certificate:{certificate.Id}",
            Kind = "CampCertificate",
            Recipient = mail,
            Language = certificate.Language,
            PersonId = personId,
            LinkIsSecret = true,
            Facts = new Dictionary<string, string>
            {
                ["camp"] = camp.Name(certificate.Language),
                ["number"] = certificate.Number,
                [NoticeFacts.Link] = $"/certificates/{certificate.Reference}",
            },
        }, now);
    }

    private async Task<Result<int>> OnCampAsync(Guid reference, Actor actor, Func<Camp, DateTimeOffset, CancellationToken, Task<Result<int>>> act, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<int>(async token =>
        {
            await db.LockCampAsync(reference, token);
            if (await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference, token) is not { } camp) return Refusal.NotFound;
            if (camp.Status is not (CampStatus.FollowUp or CampStatus.Closed)) return new Refusal("CampNotOver");
            return await act(camp, now, token);
        }, cancel: cancel);
    }
}
