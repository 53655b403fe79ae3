using System.Text;
using System.Text.RegularExpressions;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Notifications;
using Incubator.Web.Pages.Notifications.Emails;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Notifications;

/// <summary>Every kind of mail as its reader sees it, with the longest words that we know, one under the other.</summary>
public sealed partial class MailsInBrowser(Browser browser)
{
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["company"] = "Hajdúböszörményi Gyümölcsfeldolgozó és Élelmiszer-tartósítóipari Szövetkezeti Kft.",
        ["until"] = "2026-12-31",
        ["day"] = "2026-12-31",
        ["date"] = "2026-12-31",
        ["start"] = "2026-12-31T07:15Z",
        ["end"] = "2026-12-31T15:45Z",
        ["time"] = "09:00",
        ["resource"] = "Megszentségteleníthetetlenségeskedéseitekért-porlasztvaszárító",
        ["link"] = "/booking/reservations/7e57d004-2b97-0e7a-b45f-5387367791cd",
    };

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Mails_EachKind_FitTheirReader(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var anna = await app.Given.PersonAsync("Kovács Anna", "anna@example.com", language);
        await using (var db = app.OpenDb())
        {
            foreach (var (kind, words) in NoticeWords.Kinds)
            {
                await db.TellAsync(new Tell
                {
                    Event = "Look",
                    Kind = kind,
                    Recipient = anna.Email!,
                    Language = language,
                    PersonId = anna.Id,
                    Topic = NoticeTopic.Digests,
                    Facts = With(words.Subject + words.Body + string.Concat(words.Lists.Select(l => l.Heading)) + "{link}"),
                    Lists = words.Lists.ToDictionary(
                        l => l.Fact, l => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[With(l.Row), With(l.Row)]),
                }, app.Now);
            }

            await db.SaveChangesAsync();
        }

        var page = new StringBuilder("<!DOCTYPE html><html lang=\"").Append(language).Append("\"><head><title>Mails</title><meta name=\"viewport\" content=\"width=device-width\"></head><body style=\"margin:0\"><main>");
        await using (var db = app.OpenDb())
        {
            foreach (var notice in await db.Notices.AsNoTracking().OrderBy(n => n.Id).ToListAsync())
            {
                var mail = await app.AskAsync((MailWriter writer) => writer.SayAsync(notice));
                Assert.DoesNotContain("{", mail.Subject + mail.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("Kft..", mail.Subject + mail.Text, StringComparison.Ordinal);
                Assert.Contains(mail.Subject, System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
                page.Append(Body().Match(mail.Html).Value.Replace("<body", "<div", StringComparison.Ordinal).Replace("</body>", "</div>", StringComparison.Ordinal));
            }
        }

        await using var visit = await browser.VisitAsync(app, null, language, width);
        await visit.Page.SetContentAsync(page.Append("</main></body></html>").ToString());
        await visit.CheckAsync("mails");
    }

    private static Dictionary<string, string> With(string sentence) => Placeholder().Matches(sentence).Select(m => m.Groups[1].Value).Distinct()
        .ToDictionary(name => name, name => Samples.GetValueOrDefault(name, "Élelmiszer-biztonsági tanúsítvány"));

    [GeneratedRegex("<body.*</body>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
