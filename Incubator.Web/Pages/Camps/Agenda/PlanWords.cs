using Incubator.Core.Camps;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>What the planner found, in the reader's words: both sides of each clash by name.</summary>
public sealed class PlanWords(PlannedCamp planned, IStringLocalizer text)
{
    public string Of(Clash clash)
    {
        var a = Name(clash.Activity);
        var b = clash.Other is { } other ? Name(other) : "";
        var thing = clash.Thing is { } known ? Name(known) : "";
        var team = clash.Team is { } key ? Name(new PlanThing(PlanThingKind.Team, key)) : "";
        var when = clash.When is { } slot ? LabFormat.Slot(slot) : "";
        var (needed, there) = (clash.Needed ?? 0, clash.There ?? 0);
        return clash.Rule switch
        {
            PlanRule.OutsideOpening => text["“{0}” lies outside the camp's hours ({1}).", a, when],
            PlanRule.OutsideWindow => text["“{0}” is not when it must be ({1}).", a, when],
            PlanRule.RoomUnsuited => text["“{0}” cannot be in {1}.", a, thing],
            PlanRule.RoomTooSmall => text["{0} is too small for “{1}”: {2} people, {3} seats.", thing, a, needed, there],
            PlanRule.RoomClosed => text["{0} is closed when “{1}” is there ({2}).", thing, a, when],
            PlanRule.RoomBusy => text["{0} is taken by others in the lab when “{1}” is there ({2}).", thing, a, when],
            PlanRule.RoomTwice => text["“{0}” and “{1}” are both in {2} ({3}).", a, b, thing, when],
            PlanRule.PersonAway => text["{0} cannot come to “{1}” ({2}).", thing, a, when],
            PlanRule.PersonTwice or PlanRule.TeamTwice => text["{0} is wanted in “{1}” and “{2}” at once ({3}).", thing, a, b, when],
            PlanRule.BreakTooShort => text["{0} has {1} minutes between “{2}” and “{3}”; {4} are the least.", thing, there, a, b, needed],
            PlanRule.OrderBroken => team.Length + thing.Length > 0
                ? text["“{0}” comes too early for {2}: “{1}” must be over first.", a, b, team.Length > 0 ? team : thing]
                : text["“{0}” comes too early: “{1}” must be over first.", a, b],
            PlanRule.EquipmentClosed => text["{0} is closed when “{1}” needs it ({2}).", thing, a, when],
            PlanRule.EquipmentBusy => text["{0} is taken by others in the lab when “{1}” needs it ({2}).", thing, a, when],
            PlanRule.EquipmentTwice => text["“{0}” and “{1}” both need {2}, with its setup and cleaning: {3} wanted, {4} there.", a, b, thing, needed, there],
            PlanRule.EquipmentElsewhere => text["{0} stands in another room than “{1}”.", thing, a],
            PlanRule.JurorMentors => text["{0} judges {1} in “{2}” and is its mentor.", thing, team, a],
            _ => text["{0} judges {1} in “{2}” and belongs to the company of its challenge.", thing, team, a],
        };
    }

    public string Of(Penalty penalty)
    {
        var who = penalty.Who is { } thing ? Name(thing) : "";
        return penalty.Rule switch
        {
            CampSoftRules.RoomChanges => text["{0} changes rooms within a day: {1}×.", who, penalty.Count],
            CampSoftRules.IdleTime => text["{0} waits longer than an hour between sessions: by {1}.", who, LabFormat.Minutes(penalty.Count * 15)],
            CampSoftRules.MentorMinutes => text["{0} has more or less mentoring than other teams: by {1}.", who, LabFormat.Minutes(penalty.Count * 15)],
            CampSoftRules.JuryOrder => text["{0} comes before the jury earlier or later than is fair: by {1} places.", who, penalty.Count],
            _ => text["“{0}” is not when or where it was wished.", Names(penalty.Activities)],
        };
    }

    public string Of(PlanEnd end) => end switch
    {
        PlanEnd.Perfect => text["Everything has its place and no wish is left open: it cannot get better."],
        PlanEnd.Cancelled => text["It was stopped; this is the best found until then."],
        PlanEnd.NothingToMove => text["There was nothing to move."],
        _ => text["This is the best found in the time given."],
    };

    public string Of(Obstacle obstacle)
    {
        var (a, things) = (Names(obstacle.Activities), string.Join(", ", obstacle.Things.Select(Name)));
        var (needed, there) = (obstacle.Needed ?? 0, obstacle.There ?? 0);
        return obstacle.Kind switch
        {
            ObstacleKind.LongerThanOpening => text["{0} takes longer than any day of the camp.", a],
            ObstacleKind.NoRoomLargeEnough => text["No room holds {0}: {1} people, at most {2} seats.", a, needed, there],
            ObstacleKind.PersonOverbooked => text["{0} is wanted for {1} and can be there for {2}: {3}.", things, LabFormat.Minutes(needed), LabFormat.Minutes(there), a],
            ObstacleKind.TeamOverbooked => text["{0} is to work for {1}, and the camp is open for {2}.", things, LabFormat.Minutes(needed), LabFormat.Minutes(there)],
            ObstacleKind.ChainTooLong => text["What must follow each other takes {0}, and the camp is open for {1}: {2}.", LabFormat.Minutes(needed), LabFormat.Minutes(there), a],
            ObstacleKind.OrderInCircle => text["These wait for each other: {0}.", a],
            ObstacleKind.RoomsOverbooked => text["{0}: wanted for {1}, free for {2}. It concerns {3}.", things, LabFormat.Minutes(needed), LabFormat.Minutes(there), a],
            ObstacleKind.TooFewUnits => text["{0} needs {1} of {2}; there are {3}.", a, needed, things, there],
            ObstacleKind.EquipmentOverbooked => text["{0} is needed for {1} and free for {2}: {3}.", things, LabFormat.Minutes(needed), LabFormat.Minutes(there), a],
            ObstacleKind.JuryConflict => text["{0} may not judge in {1}.", things, a],
            _ => things.Length > 0
                ? text["{0} has no possible time and room, even if it were alone, because of {1}.", a, things]
                : text["{0} has no possible time and room, even if it were alone.", a],
        };
    }

    /// <summary>Why a session was left out: the smallest set of reasons, or those that refuse most.</summary>
    public string Of(LeftOut left)
    {
        if (left.Places == 0) return text["“{0}” takes longer than any day of the camp.", Name(left.Activity)];
        if (left.Free > 0) return text["“{0}” has possible places; there was no time to take one. Look again for longer.", Name(left.Activity)];
        var reasons = left.Together.Count > 0 ? left.Together : [.. left.Reasons.Take(4)];
        return text["“{0}” found no place. In its way together: {1}.", Name(left.Activity), string.Join("; ", reasons.Select(Of))];
    }

    private string Of(LeftOutReason reason)
    {
        var names = string.Join(", ", reason.Things.Select(Name).Concat(reason.Others.Select(o => $"“{Name(o)}”")));
        string rule = reason.Rule switch
        {
            PlanRule.OutsideOpening => text["the camp's hours"],
            PlanRule.OutsideWindow => text["its day"],
            PlanRule.RoomUnsuited => text["rooms that do not suit it"],
            PlanRule.RoomTooSmall => text["too few seats"],
            PlanRule.RoomClosed => text["closed rooms"],
            PlanRule.RoomBusy => text["rooms reserved by others"],
            PlanRule.RoomTwice => text["rooms in use"],
            PlanRule.PersonAway => text["people who are away"],
            PlanRule.PersonTwice => text["people who are elsewhere"],
            PlanRule.TeamTwice => text["teams that are elsewhere"],
            PlanRule.BreakTooShort => text["the least break"],
            PlanRule.OrderBroken => text["the order of phases"],
            PlanRule.EquipmentClosed => text["closed equipment"],
            PlanRule.EquipmentBusy => text["equipment reserved by others"],
            PlanRule.EquipmentTwice => text["equipment in use"],
            PlanRule.EquipmentElsewhere => text["equipment in another room"],
            _ => text["jurors who may not judge"],
        };
        return names.Length > 0 ? $"{rule} ({names})" : rule;
    }

    private string Name(string activity) => planned.NameOf(activity).In(LabFormat.Language);

    private string Name(PlanThing thing) => planned.NameOf(thing).In(LabFormat.Language);

    private string Names(IReadOnlyList<string> activities) => string.Join(", ", activities.Select(Name));
}
