using Incubator.Core.Camps;

namespace Incubator.Tests.Camps.Attendance;

/// <summary>How much of a camp someone attended, and whether that is enough.</summary>
public sealed class AttendanceRulesTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 9, 8, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<long> All = [];

    [Fact]
    public void ShareOf_MinutesOfTheOwnTeam_CountsThoseOnly()
    {
        AttendedSession[] sessions =
        [
            new(1, SessionKind.Brief, Nine, 60, All),
            new(2, SessionKind.LabWork, Nine, 120, new HashSet<long> { 10 }),
            new(3, SessionKind.LabWork, Nine, 480, new HashSet<long> { 11 }),
        ];
        var share = AttendanceRules.ShareOf(sessions, 10, new HashSet<long> { 2 }, true, Nine);
        Assert.Equal((120, 180, 66), (share.Minutes, share.Of, share.Percent));
        Assert.True(share.IsEnough(66));
        Assert.False(share.IsEnough(67));
        // At another team's session: it is nobody's gain.
        Assert.Equal(0, AttendanceRules.ShareOf(sessions, 10, new HashSet<long> { 3 }, true, Nine).Minutes);
        // Without a team only what is for all.
        Assert.Equal(60, AttendanceRules.ShareOf(sessions, null, All, true, Nine).Of);
    }

    [Fact]
    public void ShareOf_BreaksAndWhatIsStillToCome_CountForNothing()
    {
        AttendedSession[] sessions =
        [
            new(1, SessionKind.Brief, Nine, 60, All),
            new(2, SessionKind.Break, Nine, 30, All),
            new(3, SessionKind.Social, Nine, 180, All),
            new(4, SessionKind.Pitch, Nine.AddHours(3), 60, All),
        ];
        Assert.Equal((60, 60), (AttendanceRules.ShareOf(sessions, 10, new HashSet<long> { 1, 2, 3 }, true, Nine) is var share ? (share.Minutes, share.Of) : default));
        Assert.Equal(120, AttendanceRules.ShareOf(sessions, 10, All, true, Nine.AddHours(3)).Of);
    }

    [Fact]
    public void Percent_CampWithoutAnAgenda_IsWholeForWhoCame()
    {
        Assert.Equal(100, AttendanceRules.ShareOf([], 10, All, true, Nine).Percent);
        Assert.Equal(0, AttendanceRules.ShareOf([], 10, All, false, Nine).Percent);
    }

    [Fact]
    public void Percent_JustBelow_IsRoundedDown() => Assert.Equal(79, new AttendanceShare(799, 1000, true).Percent);
}
