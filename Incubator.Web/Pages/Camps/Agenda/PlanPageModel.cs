using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>What the pages of a plan share: the camp as the planner sees it, with its clashes in words.</summary>
public abstract class PlanPageModel(CampPlan plans, IStringLocalizer<AgendaText> text) : PageModel
{
    public PlannedCamp Planned { get; private set; } = null!;
    public Judgement Judgement { get; private set; } = null!;
    public PlanWords Words { get; private set; } = null!;

    public Camp Camp => Planned.Camp;

    /// <summary>The sessions that are part of a clash.</summary>
    public IReadOnlySet<string> Clashing { get; private set; } = new HashSet<string>();

    public CampSession Session(string key) => Planned.Sessions.First(s => CampPlan.Key(s) == key);

    protected async Task<bool> LoadAsync(Guid reference, CancellationToken cancel)
    {
        if (await plans.ReadAsync(reference, cancel) is not { } planned) return false;
        Planned = planned;
        Judgement = planned.Judge();
        Words = new PlanWords(planned, text);
        Clashing = Judgement.Clashes.SelectMany(c => new[] { c.Activity, c.Other }).OfType<string>().ToHashSet();
        return true;
    }

    /// <summary>What is said after a move by hand: that it is there, and with what it collides.</summary>
    protected string Told(Guid session)
    {
        var own = Judgement.Clashes.Of(session.ToString("N")).Select(Words.Of).Distinct().ToList();
        return own.Count == 0 ? text["The session has its new place."] : text["The session has its new place, and collides: {0}", string.Join(" ", own)];
    }

    /// <summary>The day that is shown: the one asked for, else the first with a session, else the first.</summary>
    protected DateOnly DayOf(DateOnly? wanted) =>
        wanted is { } day && day >= Camp.StartsOn && day <= Camp.EndsOn ? day
        : Planned.Sessions.FirstOrDefault(s => s.Start is not null)?.Start is { } first ? LabTime.DateOf(first)
        : Camp.StartsOn;
}
