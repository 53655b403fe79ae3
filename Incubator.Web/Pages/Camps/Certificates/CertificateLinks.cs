namespace Incubator.Web.Pages.Camps.Certificates;

/// <summary>Where certificates are issued, shown and checked.</summary>
public static class CertificateLinks
{
    /// <summary>For everybody: is this certificate valid?</summary>
    public const string Check = "/certificates";

    public static string OfCamp(Guid camp) => $"/camps/{camp}/certificates";

    /// <summary>The certificate itself, for who holds its link.</summary>
    public static string Certificate(Guid reference) => $"{Check}/{reference}";

    public static string Qr(Guid reference) => $"{Certificate(reference)}/qr.svg";

    public static string CheckOf(string number, string code) => $"{Check}?number={number}&code={code}";
}
