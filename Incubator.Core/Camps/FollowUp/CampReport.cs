using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>How many of one kind registered, were given a place, and came.</summary>
/// <param name="Attended">Checked in at the camp.</param>
public sealed record ParticipantCount(ParticipantKind Kind, int Registered, int Admitted, int Attended);

/// <summary>
/// A camp in figures, for the municipality. Each that speaks of companies knows on how many it rests, so that
/// <see cref="Disclosure"/> can withhold it.
/// </summary>
public sealed record CampReport
{
    public required Camp Camp { get; init; }
    public required IReadOnlyList<ParticipantCount> Participants { get; init; }

    /// <summary>Companies that handed in a challenge.</summary>
    public required Figure Companies { get; init; }

    public required Figure ChallengesHandedIn { get; init; }
    public required Figure ChallengesAccepted { get; init; }
    public required int Teams { get; init; }

    /// <summary>Issued to participants and crew, without those that were withdrawn.</summary>
    public required int Certificates { get; init; }

    /// <summary>On the agenda, without breaks.</summary>
    public required int Sessions { get; init; }

    /// <summary>Hours of the lab's machines and rooms that sessions held.</summary>
    public required decimal LabHours { get; init; }

    public required Figure Ideas { get; init; }
    public required Figure IdeasAdopted { get; init; }

    /// <summary>Reservations tied to ideas, without those that fell through.</summary>
    public required Figure Prototypes { get; init; }

    /// <summary>In the order of <see cref="OutcomeKind"/>, then those without one.</summary>
    public required IReadOnlyList<Figure> Outcomes { get; init; }

    /// <summary>New full-time jobs that companies told of.</summary>
    public required Figure Jobs { get; init; }

    /// <summary>Specifications measured before and after.</summary>
    public required Figure Compared { get; init; }

    /// <summary>Of these, with a greater share within the limits.</summary>
    public required Figure ShareBetter { get; init; }

    /// <summary>Of these, with a higher Cpk.</summary>
    public required Figure CpkBetter { get; init; }

    public static async Task<CampReport?> ReadAsync(IncubatorDb db, Guid reference, CancellationToken cancel)
    {
        var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference && ReportedIn.Contains(c.Status), cancel);
        if (camp is null) return null;
        var people = await db.Participants.Where(p => p.CampId == camp.Id).GroupBy(p => new { p.Kind, p.State })
            .Select(g => new { g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync(cancel);
        var arrived = await db.Participants.Where(p => p.CampId == camp.Id && db.Arrivals.Any(a => a.ParticipantId == p.Id)).GroupBy(p => p.Kind)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var challenges = await db.Challenges.AsNoTracking().Where(c => c.CampId == camp.Id && c.State != ChallengeState.Draft)
            .Select(c => new { c.Id, c.CompanyId, c.State }).ToListAsync(cancel);
        var ids = challenges.ConvertAll(c => c.Id);
        var companyOf = challenges.ToDictionary(c => c.Id, c => c.CompanyId);
        var ideas = await db.CampIdeas.AsNoTracking().Include(i => i.Prototypes).Where(i => ids.Contains(i.ChallengeId)).ToListAsync(cancel);
        var lasting = await db.Reservations.Where(r => db.CampIdeas.Any(i => ids.Contains(i.ChallengeId) && i.Prototypes.Any(p => p.ReservationId == r.Id)))
            .Select(r => new { r.Id, r.State }).ToListAsync(cancel);
        var gone = lasting.Where(r => Booking.Appointments.IsGone(r.State)).Select(r => r.Id).ToHashSet();
        var tried = ideas.SelectMany(i => i.Prototypes.Select(p => (i.ChallengeId, p.ReservationId))).Where(p => !gone.Contains(p.ReservationId)).Distinct().ToList();
        var outcomes = await db.ChallengeOutcomes.AsNoTracking().Where(o => ids.Contains(o.ChallengeId)).ToListAsync(cancel);
        var changes = (await db.QualityOfAsync(ids, cancel)).Where(q => q.Change.IsKnown).Select(q => (q.Specification.ChallengeId, q.Change)).ToList();
        var accepted = challenges.Where(c => c.State == ChallengeState.Accepted).Select(c => c.Id).ToList();
        var held = await db.CampSessions.Where(s => s.CampId == camp.Id && s.Start != null && s.Kind != SessionKind.Break)
            .Select(s => new { s.Minutes, Equipment = s.Equipment.Count, IsInLab = db.CampRooms.Any(r => r.Id == s.RoomId && r.ResourceId != null) }).ToListAsync(cancel);
        var teams = await db.Teams.CountAsync(t => t.CampId == camp.Id, cancel);
        var certificates = await db.Certificates.CountAsync(c => c.CampId == camp.Id && c.RevokedAt == null, cancel);
        return new CampReport
        {
            Camp = camp,
            Participants = [.. Enum.GetValues<ParticipantKind>().Select(kind => new ParticipantCount(kind,
                people.Where(p => p.Kind == kind).Sum(p => p.Count), people.Where(p => p.Kind == kind && p.State == ParticipantState.Admitted).Sum(p => p.Count),
                arrived.GetValueOrDefault(kind)))],
            Companies = Of(ids, counted: ids.Select(i => companyOf[i]).Distinct().Count()),
            ChallengesHandedIn = Of(ids),
            ChallengesAccepted = Of(accepted),
            Teams = teams,
            Certificates = certificates,
            Sessions = held.Count,
            LabHours = held.Sum(s => s.Minutes * (s.Equipment + (s.IsInLab ? 1 : 0))) / 60m,
            Ideas = Of(ideas.ConvertAll(i => i.ChallengeId)),
            IdeasAdopted = Of([.. ideas.Where(i => i.AdoptedOn is not null).Select(i => i.ChallengeId)]),
            Prototypes = Of(tried.ConvertAll(p => p.ChallengeId)),
            Outcomes =
            [
                .. Enum.GetValues<OutcomeKind>().Select(kind => Of([.. outcomes.Where(o => o.Kind == kind).Select(o => o.ChallengeId)])),
                Of([.. accepted.Except(outcomes.Select(o => o.ChallengeId))]),
            ],
            Jobs = Of([.. outcomes.Where(o => o.Jobs > 0).Select(o => o.ChallengeId)], outcomes.Sum(o => o.Jobs ?? 0)),
            Compared = Of(changes.ConvertAll(c => c.ChallengeId)),
            ShareBetter = Of([.. changes.Where(c => c.Change.IsShareBetter == true).Select(c => c.ChallengeId)]),
            CpkBetter = Of([.. changes.Where(c => c.Change.IsCpkBetter == true).Select(c => c.ChallengeId)]),
        };

        Figure Of(IReadOnlyCollection<long> of, decimal? counted = null) => new(counted ?? of.Count, of.Select(c => companyOf[c]).Distinct().Count());
    }

    /// <summary>The states in which a camp has something to report.</summary>
    public static readonly CampStatus[] ReportedIn = [CampStatus.Running, CampStatus.FollowUp, CampStatus.Closed];

    /// <summary>What the municipality reads: figures on fewer than three companies are null.</summary>
    public static Figure? Tell(Figure figure, bool all) => all ? figure : Disclosure.Tell(figure);

    public IReadOnlyList<Figure?> TellOutcomes(bool all) => all ? Outcomes : Disclosure.TellParts(Outcomes);
}
