using System.Globalization;
using System.Security.Cryptography;
using Incubator.Core.Notifications;
using Microsoft.AspNetCore.DataProtection;

namespace Incubator.Web.Pages.Notifications.Emails;

/// <summary>
/// The address in a mail's foot by which its reader stops this kind of mail, without signing in. It names person and topic,
/// sealed by us, and can do nothing else.
/// </summary>
public sealed class UnsubscribeLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("Incubator.Unsubscribe");

    public string Of(long personId, NoticeTopic topic) =>
        "/unsubscribe/" + seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{personId}:{(int)topic}"));

    /// <summary>Null where we did not write it.</summary>
    public (long PersonId, NoticeTopic Topic)? Read(string? token)
    {
        try
        {
            return seal.Unprotect(token ?? "").Split(':') is [var person, var topic]
                ? (long.Parse(person, CultureInfo.InvariantCulture), (NoticeTopic)int.Parse(topic, CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
