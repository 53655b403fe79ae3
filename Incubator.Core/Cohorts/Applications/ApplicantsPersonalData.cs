using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>The applications that somebody with this mail address made: they had no account then.</summary>
internal sealed class ApplicantsPersonalData(IncubatorDb db) : IPersonalData
{
    private static readonly string[] Contact = ["contact.name", "contact.role", "contact.phone"];

    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var applications = await db.Applications.AsNoTracking().Where(a => person.Mail != null && a.Email == person.Mail).OrderBy(a => a.StartedAt).ToListAsync(cancel);
        var ids = applications.ConvertAll(a => a.Id);
        var said = (await db.ApplicationAnswers.AsNoTracking().Where(a => ids.Contains(a.ApplicationId) && Contact.Contains(a.Field)).ToListAsync(cancel))
            .ToDictionary(a => (a.ApplicationId, a.Field), a => a.Text);
        return
        [
            PersonalSection.Of("Applications", applications,
                ("Number", a => a.Number), ("Company", a => a.CompanyName), ("Email", a => a.Email), ("At", a => a.StartedAt), ("State", a => a.State),
                ("FullName", a => said.GetValueOrDefault((a.Id, Contact[0]))), ("Role", a => said.GetValueOrDefault((a.Id, Contact[1]))),
                ("Phone", a => said.GetValueOrDefault((a.Id, Contact[2])))),
        ];
    }

    /// <summary>While it is judged its letter must find somebody: it is withdrawn first.</summary>
    public async Task<IReadOnlyList<Refusal>> ObstaclesAsync(KnownPerson person, CancellationToken cancel) =>
    [
        .. (await db.Applications.Where(a => person.Mail != null && a.Email == person.Mail && a.State == ApplicationState.Submitted)
            .Select(a => a.Number).ToListAsync(cancel)).Select(number => new Refusal("ApplicationBeingJudged").With("number", number)),
    ];

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        var applications = await db.Applications.Where(a => person.Mail != null && a.Email == person.Mail).ToListAsync(cancel);
        var ids = applications.ConvertAll(a => a.Id);
        foreach (var answer in await db.ApplicationAnswers.Where(a => ids.Contains(a.ApplicationId) && Contact.Contains(a.Field)).ToListAsync(cancel)) answer.Say("", now);
        await db.ApplicationLinks.Where(l => ids.Contains(l.ApplicationId)).ExecuteDeleteAsync(cancel);
        foreach (var application in applications) application.ForgetApplicant();
    }
}
