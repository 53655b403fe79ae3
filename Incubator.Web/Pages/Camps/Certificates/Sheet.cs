using System.Globalization;
using Incubator.Core.Camps;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Certificates;

/// <summary>A certificate in its own language, ready to be shown or printed.</summary>
public sealed record Sheet(
    string Language, string House, string Title, string That, string Name, string Body, string? Challenge, string Days, string Issued, string Number, string Code, string CheckAt);

/// <summary>Puts a certificate into its own language, whatever its reader's is.</summary>
public sealed class SheetWriter(IStringLocalizer<CertificatesText> text, IStringLocalizer<SharedText> shared)
{
    public Sheet Write(Certificate certificate, string site)
    {
        var (words, figures) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(certificate.Language);
        try
        {
            var camp = certificate.Camp(certificate.Language);
            return new Sheet(
                certificate.Language,
                shared["Debrecen Agri-food Incubator Lab"],
                certificate.ParticipantId is null ? text["Confirmation"] : text["Certificate"],
                text["We certify that"],
                certificate.Name,
                certificate.ParticipantId is null
                    ? text["worked with the teams of the innovation camp “{0}”", camp]
                    : text["took part in the innovation camp “{0}” and attended {1} % of its programme", camp, certificate.Share ?? 0],
                certificate.Challenge(certificate.Language) is { Length: > 0 } challenge ? text["Challenge of the team: {0}", challenge].Value : null,
                certificate.StartsOn == certificate.EndsOn
                    ? LabFormat.LongDate(certificate.StartsOn)
                    : $"{LabFormat.LongDate(certificate.StartsOn)} – {LabFormat.LongDate(certificate.EndsOn)}",
                text["Debrecen, {0}", LabFormat.LongDate(Core.Common.LabTime.DateOf(certificate.IssuedAt))],
                text["Number: {0}", certificate.Number],
                text["Code: {0}", certificate.Code],
                text["To be checked at {0}", $"{site}{CertificateLinks.Check}"]);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (words, figures);
        }
    }
}
