using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>How a camp is planned: what the soft rules weigh, the least break, and in whose name the lab is reserved.</summary>
public sealed class PlanSettings
{
    public const int MaxWeight = 20;
    public const int MaxBreakMinutes = 120;

    private PlanSettings() { }

    public long CampId { get; private set; }

    /// <summary>The company in whose name sessions reserve rooms and equipment of the lab; null: not said yet.</summary>
    public long? HostCompanyId { get; private set; }

    /// <summary>Pause that each team and person has between two sessions.</summary>
    public int MinBreakMinutes { get; private set; }

    public int RoomChangeWeight { get; private set; }

    public int MentorMinutesWeight { get; private set; }

    public int IdleTimeWeight { get; private set; }

    public int JuryOrderWeight { get; private set; }

    public int WishWeight { get; private set; }

    public Guid Version { get; private set; }

    public PlanWeights Weights => new()
    {
        RoomChange = RoomChangeWeight,
        MentorMinutes = MentorMinutesWeight,
        IdleTime = IdleTimeWeight,
        JuryOrder = JuryOrderWeight,
        Wish = WishWeight,
    };

    /// <summary>What counts before staff say otherwise.</summary>
    public static PlanSettings Usual(long campId)
    {
        var settings = new PlanSettings { CampId = campId };
        settings.Set(null, 0, new PlanWeights());
        return settings;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Set(long? hostCompanyId, int minBreakMinutes, PlanWeights weights)
    {
        if (Problems(minBreakMinutes, weights).FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(weights));
        (HostCompanyId, MinBreakMinutes) = (hostCompanyId, minBreakMinutes);
        (RoomChangeWeight, MentorMinutesWeight, IdleTimeWeight) = (weights.RoomChange, weights.MentorMinutes, weights.IdleTime);
        (JuryOrderWeight, WishWeight) = (weights.JuryOrder, weights.Wish);
    }

    /// <summary>The broken limits, each naming its field.</summary>
    public static IEnumerable<Refusal> Problems(int minBreakMinutes, PlanWeights weights)
    {
        if (minBreakMinutes is < 0 or > MaxBreakMinutes)
            yield return new Refusal("OutOfRange", nameof(MinBreakMinutes)).With("min", 0).With("max", MaxBreakMinutes);
        foreach (var (weight, field) in new[]
        {
            (weights.RoomChange, nameof(weights.RoomChange)), (weights.MentorMinutes, nameof(weights.MentorMinutes)),
            (weights.IdleTime, nameof(weights.IdleTime)), (weights.JuryOrder, nameof(weights.JuryOrder)), (weights.Wish, nameof(weights.Wish)),
        })
            if (weight is < 0 or > MaxWeight) yield return new Refusal("OutOfRange", field).With("min", 0).With("max", MaxWeight);
    }
}
