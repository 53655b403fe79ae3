using System.Text;
using Incubator.Core.Notifications;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using MimeKit;
using MimeKit.Text;

namespace Incubator.Web.Pages.Notifications.Emails;

/// <summary>A notice as it is mailed: the same words as text and as HTML, with one action.</summary>
public sealed record MailSaid(string Subject, string Text, string Html, string? Unsubscribe);

/// <summary>Writes notices as mails, in the language of their recipient.</summary>
public sealed class MailWriter(
    NoticeText words, IStringLocalizer<NotificationsText> text, SiteAddress site, UnsubscribeLinks unsubscribe, MailSettings settings,
    IServiceProvider services, ILoggerFactory logs)
{
    public async Task<MailSaid> SayAsync(Notice notice)
    {
        var said = words.Say(notice, notice.Language);
        var (lab, why, stop) = NoticeText.In(notice.Language, () => (
            text["Debrecen Agri-food Incubator Lab"].Value,
            notice.PersonId is null ? text["You get this mail because you gave us this address."].Value : text["You get this mail because you have an account at the lab."].Value,
            text["No more mails of this kind"].Value));
        var link = said.Link is null ? null : site.Of(said.Link);
        var off = notice is { PersonId: { } person, Topic: { } topic } ? site.Of(unsubscribe.Of(person, topic)) : null;
        return new MailSaid(said.Subject, Plain(said, link, lab, why, off is null ? null : $"{stop}: {off}"), await HtmlAsync(said, notice.Language, link, lab, why, off, stop), off);
    }

    /// <exception cref="ParseException">The recipient's address is none.</exception>
    public async Task<MimeMessage> WriteAsync(Notice notice, DateTimeOffset now)
    {
        var said = await SayAsync(notice);
        var from = MailboxAddress.Parse(settings.From);
        if (string.IsNullOrEmpty(from.Name)) from.Name = NoticeText.In(notice.Language, () => text["Debrecen Agri-food Incubator Lab"].Value);
        var message = new MimeMessage
        {
            Subject = said.Subject,
            Date = now,
            // The same at every try: a server that took it once knows it again.
            MessageId = $"notice-{notice.Id}.{notice.CreatedAt.ToUnixTimeSeconds()}@{from.Domain}",
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(notice.Recipient));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, notice.Language);
        if (said.Unsubscribe is { } off)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{off}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = said.Text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
            new TextPart(TextFormat.Html) { Text = said.Html, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        // Among the alternatives, where Outlook, Gmail and Apple look for it.
        if (NoticeFacts.Of(notice).Appointment is { } appointment) body.Add(CalendarPart(appointment, notice, from));
        message.Body = body;
        return message;
    }

    private TextPart CalendarPart(Appointment appointment, Notice notice, MailboxAddress from)
    {
        var calendar = CalendarText.ForMail(
            appointment, new MailParty(from.Address, from.Name), new MailParty(MailboxAddress.Parse(notice.Recipient).Address), new Uri(site.Root), notice.CreatedAt);
        var part = new TextPart("calendar") { Text = calendar.Text, ContentTransferEncoding = ContentEncoding.Base64 };
        part.ContentType.Parameters.Add("method", calendar.Method);
        part.ContentType.Parameters.Add("name", "incubator.ics");
        return part;
    }

    private static string Plain(NoticeSaid said, string? link, string lab, string why, string? off)
    {
        var lines = new StringBuilder();
        if (said.Body.Length > 0) lines.AppendLine(said.Body).AppendLine();
        foreach (var section in said.Sections)
        {
            lines.AppendLine(section.Heading);
            foreach (var line in section.Lines) lines.Append("- ").AppendLine(line);
            lines.AppendLine();
        }

        if (link is not null) lines.Append(said.Action).AppendLine(":").AppendLine(link).AppendLine();
        lines.AppendLine("-- ").AppendLine(lab).AppendLine(why);
        if (off is not null) lines.AppendLine(off);
        return lines.ToString();
    }

    private async Task<string> HtmlAsync(NoticeSaid said, string language, string? link, string lab, string why, string? off, string stop)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MailFrame>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MailFrame.Said)] = said,
            [nameof(MailFrame.Language)] = language,
            [nameof(MailFrame.Lab)] = lab,
            [nameof(MailFrame.Link)] = link,
            [nameof(MailFrame.Why)] = why,
            [nameof(MailFrame.Unsubscribe)] = off,
            [nameof(MailFrame.Stop)] = stop,
        }))).ToHtmlString());
    }
}
