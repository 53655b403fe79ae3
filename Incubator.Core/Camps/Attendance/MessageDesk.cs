using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

public sealed record SendCampMessage
{
    public required Guid Camp { get; init; }
    public required MessageAudience Audience { get; init; }

    /// <summary>Wanted for a message to one team.</summary>
    public Guid? Team { get; init; }

    public string? Text { get; init; }
}

/// <summary>A short word to those at the camp: mailed, and shown on their today view. For staff and the camp's organisers.</summary>
public sealed class MessageDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>The same words to the same people within this time are one message sent twice.</summary>
    public static readonly TimeSpan SameWithin = TimeSpan.FromMinutes(2);

    /// <returns>To how many it goes.</returns>
    public async Task<Result<int>> SendAsync(SendCampMessage request, Actor actor, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(request.Text)) return new Refusal("Missing", nameof(request.Text));
        if (TextRules.Problem(request.Text, CampMessage.TextMaxLength, nameof(request.Text)) is { } problem) return problem;
        if (!Enum.IsDefined(request.Audience)) return new Refusal("NotKnown", nameof(request.Audience));
        if (request.Audience == MessageAudience.Team && request.Team is null) return new Refusal("Missing", nameof(request.Team));
        var (now, text) = (clock.GetUtcNow(), request.Text.Trim());
        return await db.CommitAsync<int>(async token =>
        {
            await db.LockCampAsync(request.Camp, token);
            if (await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == request.Camp, token) is not { } camp) return Refusal.NotFound;
            if (!actor.IsStaff && !await db.CrewMembers.AnyAsync(m => m.CampId == camp.Id && m.PersonId == actor.PersonId && m.Role == CrewRole.Organiser, token)) return Refusal.NotFound;
            if (camp.Status is CampStatus.Draft or CampStatus.Closed or CampStatus.Cancelled) return new Refusal("CampNotRunning");
            var team = request.Audience == MessageAudience.Team
                ? await db.Teams.Where(t => t.CampId == camp.Id && t.Reference == request.Team).Select(t => (long?)t.Id).SingleOrDefaultAsync(token)
                : null;
            if (request.Audience == MessageAudience.Team && team is null) return Refusal.NotFound;
            var since = now - SameWithin;
            if (await db.CampMessages.AnyAsync(m => m.CampId == camp.Id && m.Audience == request.Audience && m.TeamId == team && m.Text == text && m.SentAt > since, token)) return 0;
            var message = CampMessage.Send(camp.Id, request.Audience, team, text, now, actor.PersonId);
            db.CampMessages.Add(message);
            await db.SaveChangesAsync(token);
            db.Record(nameof(CampMessage), message.Id, "Sent", actor, now);
            return await ToParticipantsAsync(camp, message, now, token) + await ToCrewAsync(camp, message, now, token);
        }, cancel: cancel);
    }

    private async Task<int> ToParticipantsAsync(Camp camp, CampMessage message, DateTimeOffset now, CancellationToken token)
    {
        if (message.Audience == MessageAudience.Crew) return 0;
        var participants = await db.Participants.Where(p => p.CampId == camp.Id && p.State == ParticipantState.Admitted && p.ForgottenAt == null && p.Email != "" &&
            (message.TeamId == null || db.TeamMembers.Any(m => m.ParticipantId == p.Id && m.TeamId == message.TeamId))).OrderBy(p => p.Id).ToListAsync(token);
        foreach (var participant in participants) await db.TellAsync(participant, camp, "CampMessage", now, ("text", message.Text), token: token);
        return participants.Count;
    }

    private async Task<int> ToCrewAsync(Camp camp, CampMessage message, DateTimeOffset now, CancellationToken token)
    {
        // A team's message is its helpers' too: they should know what it was told.
        var crew = await db.Users.Where(p => p.Email != null && db.CrewMembers.Any(m => m.CampId == camp.Id && m.PersonId == p.Id &&
            (message.TeamId == null || db.TeamCrew.Any(t => t.TeamId == message.TeamId && t.CrewMemberId == m.Id)))).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Email, p.Language }).ToListAsync(token);
        foreach (var person in crew)
        {
            await db.TellAsync(new Tell
            {
                Event = $"{nameof(CampMessage)}:{message.Id}",
                Kind = "CampMessage",
                Recipient = person.Email!,
                Language = person.Language,
                PersonId = person.Id,
                Facts = new Dictionary<string, string>
                {
                    ["camp"] = camp.Name(person.Language),
                    ["text"] = message.Text,
                    [NoticeFacts.Link] = $"/camps/{camp.Reference}/today",
                },
            }, now, token);
        }

        return crew.Count;
    }
}
