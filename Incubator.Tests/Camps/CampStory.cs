using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps;

/// <summary>A lab with one camp, from Monday 7 to Wednesday 9 December 2026, open unless told otherwise.</summary>
public sealed class CampStory(IncubatorApp app)
{
    public static readonly DateOnly Starts = new(2026, 12, 7);

    /// <summary>Monday 30 November 2026, 12:00 in Debrecen.</summary>
    public static readonly DateTimeOffset RegistrationCloses = new(2026, 11, 30, 11, 0, 0, TimeSpan.Zero);

    /// <summary>Monday 23 November 2026, 12:00 in Debrecen.</summary>
    public static readonly DateTimeOffset ChallengesClose = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);

    public Actor Staff { get; private set; } = Actor.System;
    public Person StaffPerson { get; private set; } = null!;

    /// <summary>Its reference.</summary>
    public Guid Camp { get; private set; }

    public static CampDetails Details() => new()
    {
        NameHu = "Téli tábor",
        NameEn = "Winter camp",
        AboutHu = "Három nap.\n\nMindenkinek.",
        AboutEn = "Three days.\n\nFor everybody.",
        Format = CampFormat.Workshop,
        Place = "Debrecen, Böszörményi út 138.",
        StartsOn = Starts,
        EndsOn = Starts.AddDays(2),
        Languages = ["hu", "en"],
        Budget = 1_500_000,
        BudgetCurrency = "HUF",
        RegistrationClosesAt = RegistrationCloses,
        ChallengesCloseAt = ChallengesClose,
        StudentPlaces = 12,
        CompanyPlaces = 4,
        ExpertPlaces = 3,
    };

    public static async Task<CampStory> BeginAsync(IncubatorApp app, bool open = true, Func<CampDetails, CampDetails>? change = null)
    {
        var story = new CampStory(app) { StaffPerson = await app.Given.StaffAsync("Tábori Tamás") };
        story.Staff = new Actor(story.StaffPerson.Id, true, []);
        story.Camp = (await app.AskAsync((CampDesk desk) => desk.CreateAsync(change?.Invoke(Details()) ?? Details(), story.Staff))).Value;
        if (open) await story.MoveOnAsync(CampStatus.Draft, CampStatus.Open);
        return story;
    }

    public async Task MoveOnAsync(CampStatus seen, CampStatus to)
    {
        var result = await TryMoveOnAsync(seen, to);
        Assert.True(result.Succeeded, string.Join(", ", result.Refusals));
    }

    public Task<Result<Done>> TryMoveOnAsync(CampStatus seen, CampStatus to, string? reason = null) => app.AskAsync(
        (CampDesk desk) => desk.MoveOnAsync(new MoveCampOn { Reference = Camp, Seen = seen, To = to, Reason = reason }, Staff));

    public async Task<Result<Done>> EditAsync(Func<CampDetails, CampDetails> change, string? reason = null)
    {
        var camp = await CampAsync();
        return await app.AskAsync((CampDesk desk) => desk.EditAsync(
            new EditCamp { Reference = Camp, Details = change(camp.Details), Reason = reason, SeenVersion = camp.Version }, Staff));
    }

    public async Task<Camp> CampAsync()
    {
        await using var db = app.OpenDb();
        return await db.Camps.AsNoTracking().SingleAsync(c => c.Reference == Camp);
    }
}
