using System.Globalization;
using System.Text;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Camps;

/// <summary>Timetables of other tools, real ones (read where they lie, not part of the product) and ill ones.</summary>
public sealed class TimetableTests
{
    private static readonly string Shared = House.Path("..", "shared", "data", "schedules");

    [Fact]
    public void Read_31C3_FindsItsTwoSpeakersInTwoRoomsAndNothingElse()
    {
        var timetable = Read("31c3_2014_frab_schedule.xml", "Europe/Berlin");
        Assert.Equal((138, "31. Chaos Communication Congress", "1.5 To shine in a bright light"), (timetable.Events.Count, timetable.Title, timetable.Version));
        Assert.Equal(["Saal 1", "Saal 2", "Saal G", "Saal 6"], timetable.Rooms);
        Assert.Equal(4, timetable.ByDay().Count());
        var clashes = TimetablePlanning.Clashes(timetable);
        Assert.All(clashes, c => Assert.Equal(PlanRule.PersonTwice, c.Rule));
        Assert.Equal(
            [("Fnord News Show", "Fnord News Show (Stream)", "0075", "2014-12-28 23:15"), ("Security Nightmares", "Security Nightmares (Stream)", "0180", "2014-12-30 16:15")],
            clashes.Select(c => (Title(c.Activity), Title(c.Other!), c.Thing!.Value.Key, $"{c.When!.Value.Start:yyyy-MM-dd HH:mm}")));

        string Title(string id) => timetable.Events.Single(e => e.Id == id).Title;
    }

    [Fact]
    public void Replan_31C3_MovesTwoEventsAndLeavesTheOthers()
    {
        var timetable = Read("31c3_2014_frab_schedule.xml", "Europe/Berlin");
        var outcome = new PlanSearch(new FakeTimeProvider()).Run(TimetablePlanning.ToProblem(timetable), new() { Start = TimetablePlanning.ToPlan(timetable), Moves = 20_000 });
        Assert.Empty(outcome.Judgement.Clashes);
        Assert.Empty(outcome.Judgement.Unplaced);
        var moved = TimetablePlanning.Moved(timetable, outcome.Plan);
        Assert.Empty(TimetablePlanning.Clashes(moved));
        Assert.InRange(timetable.Events.Count(e => moved.Events.Single(m => m.Id == e.Id) is var m && (m.Start, m.Rooms[0]) != (e.Start, e.Rooms[0])), 1, 4);
    }

    [Fact]
    public void Read_EuroPythonsDialect_HasEventsInSeveralRoomsAndNoClash()
    {
        var timetable = Read("europython2014_schedule.xml", "Europe/Berlin");
        Assert.Equal(188, timetable.Events.Count);
        var breakfast = timetable.Events.First(e => e.Title == "Breakfast");
        Assert.Equal(["C01", "B05/B06", "B07/B08", "B09", "A08"], breakfast.Rooms);
        Assert.Equal((new DateTimeOffset(2014, 7, 21, 7, 30, 0, TimeSpan.Zero), 30), (breakfast.Start, breakfast.Minutes));
        Assert.Equal("0001", Assert.Single(timetable.Events.Single(e => e.Title.StartsWith("One year of Snowden", StringComparison.Ordinal)).Persons).Id);
        Assert.Empty(TimetablePlanning.Clashes(timetable));
    }

    [Fact]
    public void Read_Pretalx_FindsTheSpeakerWhoIsInTwoRooms()
    {
        var timetable = Read("democon_pretalx_schedule.json");
        Assert.Equal((36, "DemoCon", "UTC"), (timetable.Events.Count, timetable.Title, timetable.TimeZone));
        var clash = Assert.Single(TimetablePlanning.Clashes(timetable));
        Assert.Equal((PlanRule.PersonTwice, "20", "36", new PlanThing(PlanThingKind.Person, "23")), (clash.Rule, clash.Activity, clash.Other, clash.Thing));
    }

    [Theory]
    [InlineData("31c3_2014_frab_schedule.xml")]
    [InlineData("europython2014_schedule.xml")]
    [InlineData("democon_pretalx_schedule.json")]
    public void Write_RealTimetable_IsReadBackEqualFromBothFormats(string file)
    {
        var timetable = Read(file);
        AssertSame(timetable, TimetableFile.Read(FrabXml.Write(timetable)).Value);
        AssertSame(timetable, TimetableFile.Read(PretalxJson.Write(timetable)).Value);
    }

    /// <summary>The night of 25 October 2026 has the hour from two to three twice.</summary>
    [Fact]
    public void Write_HungarianLettersAndTheClockChange_AreReadBackEqual()
    {
        var timetable = new Timetable
        {
            Acronym = "tabor-2026",
            Title = "Őszi élelmiszeripari innovációs tábor <„Űrkaja” & társai>",
            Version = "2. változat",
            Rooms = ["Tárgyaló", "Ű-labor, földszint", "Üres terem"],
            Events =
            [
                Night("1", new(2026, 10, 24, 23, 30, 0, TimeSpan.Zero), "Ű-labor, földszint"), Night("2", new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), "Ű-labor, földszint"),
                Night("3", new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero), "Tárgyaló"), Night("4", new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero)),
            ],
        };
        var xml = FrabXml.Write(timetable);
        AssertSame(timetable, TimetableFile.Read(xml).Value);
        AssertSame(timetable, TimetableFile.Read(PretalxJson.Write(timetable)).Value);
        var text = Encoding.UTF8.GetString(xml);
        Assert.Contains("<date>2026-10-25T02:30:00+02:00</date>", text, StringComparison.Ordinal);
        Assert.Contains("<date>2026-10-25T02:30:00+01:00</date>", text, StringComparison.Ordinal);
        Assert.Contains("őszi", Encoding.UTF8.GetString(PretalxJson.Write(timetable)), StringComparison.OrdinalIgnoreCase);
        // What is after midnight belongs to the evening.
        Assert.Equal(["2026-10-24", "2027-03-27"], timetable.ByDay().Select(d => TimetableDay(d.Key)));

        static TimetableEvent Night(string id, DateTimeOffset start, params string[] rooms) => new()
        {
            Id = id,
            GlobalId = $"guid-{id}",
            Start = start,
            Minutes = 45,
            Rooms = rooms,
            Title = "Árvíztűrő tükörfúrógép 🥨",
            Description = "Első sor\nmásodik \"sor\" ]]> &amp;",
            Language = "hu",
            Persons = [new("p1", "Kovács Győző"), new("p2", "Fűzfői Ödön")],
        };
    }

    [Fact]
    public void Write_CharactersThatXmlCantCarry_AreLeftOut()
    {
        var timetable = new Timetable { Acronym = "a", Title = "b\u0001c", Events = [new() { Id = "1", Start = DateTimeOffset.UnixEpoch, Minutes = 5, Title = "x\u0000y\uD800z🥨" }] };
        Assert.Equal(("bc", "xyz🥨"), (TimetableFile.Read(FrabXml.Write(timetable)).Value.Title, TimetableFile.Read(FrabXml.Write(timetable)).Value.Events[0].Title));
    }

    [Theory]
    [InlineData("")]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("<html/>")]
    [InlineData("<schedule><day>")]
    [InlineData("{\"schedule\":{}}")]
    [InlineData("{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":[]}]}}}")]
    [InlineData("{\"schedule\":")]
    [InlineData("<!DOCTYPE schedule [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><schedule><version>&a;</version></schedule>")]
    [InlineData("<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><schedule><version>&b;</version></schedule>")]
    public void Read_NoTimetableOrAnAttack_IsRefused(string text) => Assert.True(TimetableFile.Read(Encoding.UTF8.GetBytes(text)).Was("TimetableUnreadable"));

    [Fact]
    public void Read_TooDeepOrTooLarge_IsRefused()
    {
        Assert.True(Refused(string.Concat(Enumerable.Repeat("<schedule>", 100_000))).Was("TimetableUnreadable"));
        Assert.True(Refused("{\"schedule\":" + new string('[', 100_000)).Was("TimetableUnreadable"));
        Assert.True(TimetableFile.Read(new byte[TimetableFile.MaxBytes + 1]).Was("TimetableTooLarge"));
        Assert.True(Refused(Frab(string.Concat(Enumerable.Repeat(Event("<title>a</title>"), TimetableFile.MaxEvents + 1)))).Was("TimetableTooLarge"));
    }

    [Theory]
    [InlineData("title", "<date>2026-06-01T09:00:00+02:00</date><duration>01:00</duration>")]
    [InlineData("date", "<title>a</title><date>soon</date><duration>01:00</duration>")]
    [InlineData("date", "<title>a</title><date>9999-12-31T23:59:00-10:00</date><duration>01:00</duration>")]
    [InlineData("start", "<title>a</title><start>25:00</start><duration>01:00</duration>")]
    [InlineData("start", "<title>a</title><date>2026-03-29T02:30:00</date><duration>01:00</duration>")]
    [InlineData("duration", "<title>a</title><start>9:00</start><duration>00:00</duration>")]
    [InlineData("duration", "<title>a</title><start>9:00</start><duration>-1:00</duration>")]
    [InlineData("duration", "<title>a</title><start>9:00</start><duration>9999999999:00</duration>")]
    public void Read_OneIllEvent_IsNamedWithThePartThatIsIll(string part, string inside)
    {
        var refusal = Assert.Single(Refused(Frab($"<event id=\"77\">{inside}</event>")).Refusals);
        Assert.Equal(("TimetableItemUnreadable", "77", part), (refusal.Code, refusal.Facts["item"], refusal.Facts["part"]));
    }

    [Fact]
    public void Read_TitleLongerThanAllowed_IsRefused() =>
        Assert.True(Refused(Frab(Event($"<title>{new string('x', TimetableFile.TitleMaxLength + 1)}</title>"))).Was("TimetableItemUnreadable"));

    [Fact]
    public void Read_IdTwice_IsToldApart() =>
        Assert.Equal(["5", "5-2", "5-3"], TimetableFile.Read(Encoding.UTF8.GetBytes(Frab(string.Concat(Enumerable.Repeat(Event("<title>a</title>"), 3))))).Value.Events.Select(e => e.Id));

    private static string TimetableDay(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Event(string inside) => $"<event id=\"5\"><start>9:00</start><duration>1:00</duration>{inside}</event>";

    private static string Frab(string events) => $"<schedule><day date=\"2026-06-01\"><room name=\"hall\">{events}</room></day></schedule>";

    private static Result<Timetable> Refused(string text) => TimetableFile.Read(Encoding.UTF8.GetBytes(text));

    private static Timetable Read(string name, string? zone = null)
    {
        var file = Path.Combine(Shared, name);
        Assert.SkipUnless(File.Exists(file), $"../shared/data/schedules/{name} is not here.");
        return TimetableFile.Read(File.ReadAllBytes(file), zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone)).Value;
    }

    private static void AssertSame(Timetable expected, Timetable actual)
    {
        Assert.Equal((expected.Acronym, expected.Title, expected.Version, expected.TimeZone), (actual.Acronym, actual.Title, actual.Version, actual.TimeZone));
        Assert.Equal(expected.Rooms, actual.Rooms);
        Assert.Equal(expected.Events.Select(Flat), actual.Events.Select(Flat));
    }

    private static (TimetableEvent, string, string) Flat(TimetableEvent e) =>
        (e with { Rooms = [], Persons = [] }, string.Join('|', e.Rooms), string.Join('|', e.Persons.Select(p => $"{p.Id}:{p.Name}")));
}
