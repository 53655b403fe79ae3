namespace Incubator.Web.Pages.Camps.Certificates;

/// <summary>Names the texts of certificates: English is the key, Hungarian stands in CertificatesText.hu.resx.</summary>
public sealed class CertificatesText;
