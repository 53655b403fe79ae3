using Incubator.Core.Camps;

namespace Incubator.Tests.Camps.Agenda;

public sealed class AgendaRulesTests
{
    [Theory]
    [InlineData("same", AgendaChange.None, 3)]
    [InlineData("time", AgendaChange.Moved, 4)]
    [InlineData("room", AgendaChange.Moved, 4)]
    [InlineData("length", AgendaChange.Moved, 4)]
    [InlineData("title", AgendaChange.Changed, 4)]
    [InlineData("team", AgendaChange.Changed, 4)]
    public void Next_OfAPublishedSession_SaysWhatDiffersAndRaisesItsNumber(string what, AgendaChange change, int sequence)
    {
        var session = Session();
        AgendaItem Was(int at) => Set(AgendaItem.Of(session, "Aula"), at);
        var before = Was(3);
        var now = what switch
        {
            "time" => Moved(session, s => s.Place(s.Start!.Value.AddMinutes(5), null)),
            "length" => Moved(session, s => s.Describe(AgendaLab.Details(minutes: 90))),
            "title" => Moved(session, s => s.Describe(AgendaLab.Details("Another"))),
            "team" => Moved(session, s => s.Gather([7], [], [])),
            "room" => AgendaItem.Of(session, "Kitchen"),
            _ => AgendaItem.Of(session, "Aula"),
        };
        var next = Assert.Single(AgendaRules.Next([before], [now], new Dictionary<Guid, AgendaItem> { [session.Reference] = before }));
        Assert.Equal((change, sequence), (next.Change, next.Sequence));
        Assert.Equal(change == AgendaChange.Moved ? before.Start : null, next.OldStart);
    }

    [Fact]
    public void Next_OfWhatFellOutAndCameBack_GoesOnWithItsAppointment()
    {
        var session = Session();
        var first = AgendaRules.Next([], [AgendaItem.Of(session, "Aula")], new Dictionary<Guid, AgendaItem>());
        Assert.Equal((AgendaChange.New, 0), (first[0].Change, first[0].Sequence));
        var second = AgendaRules.Next(first, [], Last(first));
        Assert.Equal((AgendaChange.Cancelled, 1), (second[0].Change, second[0].Sequence));
        // Told once.
        Assert.Empty(AgendaRules.Next(second, [], Last(second)));
        var third = AgendaRules.Next(second, [AgendaItem.Of(session, "Aula")], Last(second));
        Assert.Equal((AgendaChange.New, 2), (third[0].Change, third[0].Sequence));
    }

    private static Dictionary<Guid, AgendaItem> Last(IReadOnlyList<AgendaItem> items) => items.ToDictionary(i => i.SessionReference);

    private static AgendaItem Moved(CampSession session, Action<CampSession> change)
    {
        change(session);
        return AgendaItem.Of(session, "Aula");
    }

    private static AgendaItem Set(AgendaItem item, int sequence)
    {
        item.Compare(null, AgendaChange.None);
        for (var i = 0; i < sequence; i++) item.Compare(item, AgendaChange.Changed);
        item.Compare(item, AgendaChange.None);
        return item;
    }

    private static CampSession Session()
    {
        var session = CampSession.Create(1, AgendaLab.Details());
        session.Place(AgendaLab.At(0, 9), null);
        return session;
    }
}
