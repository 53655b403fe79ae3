using System.ComponentModel.DataAnnotations;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>What participants say of themselves, as typed.</summary>
public class DetailsInput
{
    [Required, StringLength(Participant.NameMaxLength)]
    public string Name { get; set; } = "";

    [StringLength(Participant.OrganisationMaxLength)]
    public string? Organisation { get; set; }

    public List<string> Languages { get; set; } = [];

    public List<long> Skills { get; set; } = [];

    [StringLength(Participant.SkillsMaxLength)]
    public string? OtherSkills { get; set; }

    public Dictionary<Guid, string?> Answers { get; set; } = [];

    [StringLength(Participant.NeedsMaxLength)]
    public string? Needs { get; set; }

    public bool NeedsConsent { get; set; }

    public bool PhotoConsent { get; set; }

    public ParticipantDetails Details() => new()
    {
        Name = Name,
        Organisation = Organisation,
        Languages = Languages,
        Skills = Skills,
        OtherSkills = OtherSkills,
        Answers = Answers.ToDictionary(a => a.Key, a => a.Value ?? ""),
        Needs = Needs,
        NeedsConsent = NeedsConsent,
        PhotoConsent = PhotoConsent,
    };
}

/// <summary>The fields with what they offer; the model of their partial, whose names begin with "Input" on every page.</summary>
public sealed record DetailsForm(DetailsInput Input, IReadOnlyList<CampQuestion> Questions, IReadOnlyList<CampSkill> Skills)
{
    public static async Task<DetailsForm> ReadAsync(IncubatorDb db, long campId, DetailsInput input, CancellationToken cancel) => new(
        input,
        await db.CampQuestions.AsNoTracking().Where(q => q.CampId == campId && q.RetiredAt == null).OrderBy(q => q.Position).ToListAsync(cancel),
        await db.CampSkills.AsNoTracking().Where(s => s.CampId == campId).OrderBy(s => s.Position).ToListAsync(cancel));
}
