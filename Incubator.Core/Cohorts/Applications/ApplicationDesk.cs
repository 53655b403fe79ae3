using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Where applicants, who have no account, write and hand in. Whoever holds a link's secret is the applicant; nothing else lets in,
/// and no act says whether a mail address or an application exists.
/// </summary>
public sealed class ApplicationDesk(IncubatorDb db, ApplicationReader reader, DocumentArchive archive, TimeProvider clock)
{
    /// <summary>Links sent to one mail address within an hour; more would be pestering by somebody else.</summary>
    public const int LinksAnHour = 5;

    /// <summary>Applications that one mail is told of when it asks for its links.</summary>
    private const int LinksAtOnce = 5;

    private const string NumberKey = "JE";

    private static readonly Actor Applicant = new(null, false, []);

    /// <summary>
    /// A new draft; its link goes to the mail address. Gives the link's secret, or null where this address was sent too many within the hour:
    /// then nothing was begun, and the page says the same.
    /// </summary>
    public async Task<Result<string?>> StartAsync(StartApplication request, CancellationToken cancel = default)
    {
        var mail = request.Email.Trim();
        if (mail.Length == 0) return new Refusal("Missing", nameof(request.Email));
        if (!ApplicationRules.IsMail(mail)) return new Refusal("MailMisshapen", nameof(request.Email));
        var now = clock.GetUtcNow();
        var language = request.Language == "en" ? "en" : "hu";
        return await db.CommitAsync<string?>(async token =>
        {
            await db.LockCallAsync(request.Call, token);
            var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == request.Call && c.PublishedAt != null, token);
            if (call is null) return Refusal.NotFound;
            if (NotOpen(call, now) is { } refusal) return refusal;
            if (await WasSentEnoughAsync(mail, now, token)) return (string?)null;
            var application = Application.Start(call.Id, await db.NextNumberAsync(NumberKey, 4, now, token), mail, language, now);
            var completeness = ApplicationRules.Check(
                await reader.FormAsync(call.Id, token), new ApplicationAnswers(new Dictionary<string, string>()), LabTime.DateOf(now));
            application.Measure(completeness.Wanted, completeness.Missing);
            db.Applications.Add(application);
            await db.SaveChangesAsync(token);
            db.Record(nameof(Application), application.Id, "Started", Applicant, now);
            return await SendLinkAsync(application, call, now, token);
        }, cancel: cancel);
    }

    /// <summary>
    /// Sends the links of what this mail address is applying for. Gives nothing away: known or not, it is done. In answer come the secrets,
    /// which only a page in Development may show.
    /// </summary>
    public async Task<Result<IReadOnlyList<string>>> SendLinksAsync(string email, CancellationToken cancel = default)
    {
        var mail = email.Trim();
        if (mail.Length == 0) return new Refusal("Missing", nameof(StartApplication.Email));
        if (!ApplicationRules.IsMail(mail)) return new Refusal("MailMisshapen", nameof(StartApplication.Email));
        var now = clock.GetUtcNow();
        return await db.CommitAsync<IReadOnlyList<string>>(async token =>
        {
            await db.Applications.Where(a => a.Email == mail).ExecuteUpdateAsync(a => a.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            var sent = new List<string>();
            if (await WasSentEnoughAsync(mail, now, token)) return sent;
            var applications = await db.Applications.Where(a => a.Email == mail).OrderByDescending(a => a.StartedAt).Take(LinksAtOnce).ToListAsync(token);
            foreach (var application in applications)
            {
                var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, token);
                sent.Add(await SendLinkAsync(application, call, now, token));
            }

            return sent;
        }, cancel: cancel);
    }

    /// <summary>
    /// Keeps what was typed, complete or not, readable or not. A field changed elsewhere since the page was shown stays as it is there and
    /// is told.
    /// </summary>
    public async Task<Result<AnswersSaved>> SaveAsync(string secret, SaveAnswers request, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<AnswersSaved>(async token =>
        {
            if (await LockedAsync(secret, token) is not { } application) return Refusal.NotFound;
            if (application.State != ApplicationState.Draft) return new Refusal("NotADraft");
            var form = await reader.FormAsync(application.CallId, token);
            var rows = await db.ApplicationAnswers.Where(a => a.ApplicationId == application.Id).ToDictionaryAsync(a => a.Field, token);
            // A file is answered by uploading it, never by naming one.
            var typed = request.Typed.Where(t => form.Field(t.Key) is { Type: not FieldType.File })
                .ToDictionary(t => t.Key, t => t.Value.ReplaceLineEndings("\n"));
            var tooLong = typed.Where(t => t.Value.Length > ApplicationAnswer.TextMaxLength).Select(t => t.Key).ToList();
            foreach (var field in tooLong) typed.Remove(field);
            var (changed, conflicts) = AnswerMerge.Merge(rows.ToDictionary(r => r.Key, r => r.Value.Text), typed, request.Seen);
            foreach (var (field, text) in changed) Write(application, rows, field, text, now);
            if (changed.Count > 0) application.Save(now);
            var missing = Measure(application, form, rows, now);
            return new AnswersSaved(application.SavedAt ?? now, conflicts, tooLong, missing.Missing);
        }, cancel: cancel);
    }

    public async Task<Result<Guid>> AttachAsync(string secret, AttachFile request, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            if (await LockedAsync(secret, token) is not { } application) return Refusal.NotFound;
            if (application.State != ApplicationState.Draft) return new Refusal("NotADraft");
            var form = await reader.FormAsync(application.CallId, token);
            if (request.Field is not null && form.Field(request.Field) is not { Type: FieldType.File }) return Refusal.NotFound;
            var rows = await db.ApplicationAnswers.Where(a => a.ApplicationId == application.Id).ToDictionaryAsync(a => a.Field, token);
            // A second file for one question takes the first one's place.
            if (request.Field is { } field && rows.TryGetValue(field, out var answer) && Guid.TryParse(answer.Text, out var old) &&
                await FileAsync(application, old, token) is { } there) await archive.RemoveWithinAsync(there, Applicant, now, token);
            await db.SaveChangesAsync(token);
            if (await db.Attachments.CountAsync(a => a.Subject == nameof(Application) && a.SubjectId == application.Id, token) >= Application.MaxFiles)
                return new Refusal("ApplicationFilesFull", request.Field).With("max", Application.MaxFiles);
            var kept = await archive.KeepWithinAsync(new KeepFile
            {
                Subject = nameof(Application),
                SubjectId = application.Id,
                Kind = AttachmentKind.Document,
                FileName = request.FileName,
                Bytes = request.Bytes,
            }, Applicant, now, token);
            if (!kept.Succeeded) return Result<Guid>.Refused(kept.Refusals.Select(r => r with { Field = request.Field }));
            if (request.Field is { } asked) Write(application, rows, asked, kept.Value.Reference.ToString(), now);
            application.Save(now);
            Measure(application, form, rows, now);
            return kept.Value.Reference;
        }, cancel: cancel);
    }

    public async Task<Result<Done>> RemoveFileAsync(string secret, Guid reference, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockedAsync(secret, token) is not { } application) return Refusal.NotFound;
            if (application.State != ApplicationState.Draft) return new Refusal("NotADraft");
            if (await FileAsync(application, reference, token) is not { } file) return Refusal.NotFound;
            await archive.RemoveWithinAsync(file, Applicant, now, token);
            var rows = await db.ApplicationAnswers.Where(a => a.ApplicationId == application.Id).ToDictionaryAsync(a => a.Field, token);
            var named = reference.ToString();
            if (rows.Values.FirstOrDefault(r => r.Text == named) is { } answer) answer.Say("", now);
            application.Save(now);
            Measure(application, await reader.FormAsync(application.CallId, token), rows, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Hands it in: complete, and before the call closes by our clock, without grace. A refused draft stays as it is.</summary>
    public async Task<Result<Done>> SubmitAsync(string secret, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await CallOfAsync(secret, token) is not { } call) return Refusal.NotFound;
            await db.LockCallAsync(call, token);
            if (await LockedAsync(secret, token) is not { } application) return Refusal.NotFound;
            if (application.State == ApplicationState.Submitted) return default(Done);
            if (application.State != ApplicationState.Draft) return new Refusal("NotADraft");
            var found = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, token);
            if (NotOpen(found, now) is { } refusal) return refusal;
            var answers = await reader.AnswersAsync(application.Id, token);
            var completeness = ApplicationRules.Check(await reader.FormAsync(found.Id, token), answers, LabTime.DateOf(now));
            application.Measure(completeness.Wanted, completeness.Missing);
            if (!completeness.IsComplete) return new Refusal("ApplicationIncomplete").With("count", completeness.Missing);
            var company = answers.Company().Tidied();
            application.Submit(company.Name, company.TaxNumber?[..Application.TaxCoreLength], now, answers.SizeWorking().Class);
            db.Record(nameof(Application), application.Id, "Submitted", Applicant, now);
            await db.RemindNoMoreAsync(application, found.ClosesAt, now, token);
            await TellAsync(application, found, "ApplicationSubmitted", now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Back to a draft while the call is open; it must be submitted again.</summary>
    public async Task<Result<Done>> ReopenAsync(string secret, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await CallOfAsync(secret, token) is not { } call) return Refusal.NotFound;
            await db.LockCallAsync(call, token);
            if (await LockedAsync(secret, token) is not { } application) return Refusal.NotFound;
            if (application.State == ApplicationState.Draft) return default(Done);
            if (application.State != ApplicationState.Submitted) return new Refusal("ApplicationOver");
            if (NotOpen(await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, token), now) is { } refusal) return refusal;
            application.Reopen();
            db.Record(nameof(Application), application.Id, "Reopened", Applicant, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Until it is decided.</summary>
    public async Task<Result<Done>> WithdrawAsync(string secret, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockedAsync(secret, token) is not { } application) return Refusal.NotFound;
            if (application.State == ApplicationState.Withdrawn) return default(Done);
            if (application.State is not (ApplicationState.Draft or ApplicationState.Submitted)) return new Refusal("ApplicationOver");
            application.Withdraw(now);
            db.Record(nameof(Application), application.Id, "Withdrawn", Applicant, now);
            var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, token);
            await db.RemindNoMoreAsync(application, call.ClosesAt, now, token);
            await TellAsync(application, call, "ApplicationWithdrawn", now, token);
            return default(Done);
        }, cancel: cancel);
    }

    private static Refusal? NotOpen(Call call, DateTimeOffset now) => call.StateAt(now) switch
    {
        CallState.Open => null,
        CallState.Upcoming => new Refusal("CallNotOpenYet").With("at", call.OpensAt),
        _ => new Refusal("CallClosed").With("at", call.ClosesAt),
    };

    private void Write(Application application, Dictionary<string, ApplicationAnswer> rows, string field, string text, DateTimeOffset now)
    {
        if (rows.TryGetValue(field, out var row))
        {
            row.Say(text, now);
            return;
        }

        rows[field] = ApplicationAnswer.Create(application.Id, field, text, now);
        db.ApplicationAnswers.Add(rows[field]);
    }

    private static Completeness Measure(Application application, ApplicationForm form, Dictionary<string, ApplicationAnswer> rows, DateTimeOffset now)
    {
        var completeness = ApplicationRules.Check(form, new ApplicationAnswers(rows.ToDictionary(r => r.Key, r => r.Value.Text)), LabTime.DateOf(now));
        application.Measure(completeness.Wanted, completeness.Missing);
        return completeness;
    }

    private async Task<string> SendLinkAsync(Application application, Call call, DateTimeOffset now, CancellationToken token)
    {
        var secret = LinkSecret.Create();
        var link = ApplicationLink.Create(application.Id, LinkSecret.Hash(secret), now);
        db.ApplicationLinks.Add(link);
        await db.SaveChangesAsync(token);
        await db.TellAsync(new Tell
        {
            Event = $"ApplicationLink:{link.Id}",
            Kind = "ApplicationLink",
            Recipient = application.Email,
            Language = application.Language,
            PersonId = await db.PersonAtAsync(application.Email, token),
            LinkIsSecret = true,
            Facts = new Dictionary<string, string>
            {
                ["number"] = application.Number,
                ["call"] = call.Title(application.Language),
                ["closes"] = HistoryBook.Text(call.ClosesAt)!,
                ["link"] = $"/applications/{secret}",
            },
        }, now, token);
        return secret;
    }

    private async Task TellAsync(Application application, Call call, string kind, DateTimeOffset now, CancellationToken token) => await db.TellAsync(new Tell
    {
        Event = $"{kind}:{application.Id}:{now.ToUnixTimeSeconds()}",
        Kind = kind,
        Recipient = application.Email,
        Language = application.Language,
        PersonId = await db.PersonAtAsync(application.Email, token),
        Facts = new Dictionary<string, string>
        {
            ["number"] = application.Number,
            ["call"] = call.Title(application.Language),
            ["closes"] = HistoryBook.Text(call.ClosesAt)!,
        },
    }, now, token);

    private async Task<bool> WasSentEnoughAsync(string mail, DateTimeOffset now, CancellationToken token)
    {
        var since = now.AddHours(-1);
        return await db.ApplicationLinks.CountAsync(l => l.CreatedAt > since && db.Applications.Any(a => a.Id == l.ApplicationId && a.Email == mail), token)
            >= LinksAnHour;
    }

    // Rivals wait at the row; before the first read that anything is decided on.
    private async Task<Application?> LockedAsync(string secret, CancellationToken token)
    {
        var hash = LinkSecret.Hash(secret);
        await db.Applications.Where(a => db.ApplicationLinks.Any(l => l.ApplicationId == a.Id && l.TokenHash == hash))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
        return await db.Applications.SingleOrDefaultAsync(a => db.ApplicationLinks.Any(l => l.ApplicationId == a.Id && l.TokenHash == hash), token);
    }

    private async Task<Guid?> CallOfAsync(string secret, CancellationToken token)
    {
        var hash = LinkSecret.Hash(secret);
        return await db.Calls.Where(c => db.Applications.Any(a => a.CallId == c.Id && db.ApplicationLinks.Any(l => l.ApplicationId == a.Id && l.TokenHash == hash)))
            .Select(c => (Guid?)c.Reference).SingleOrDefaultAsync(token);
    }

    private Task<Attachment?> FileAsync(Application application, Guid reference, CancellationToken token) => db.Attachments
        .SingleOrDefaultAsync(a => a.Reference == reference && a.Subject == nameof(Application) && a.SubjectId == application.Id, token);
}
