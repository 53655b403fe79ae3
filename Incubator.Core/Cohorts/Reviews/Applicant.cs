using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Who applied, as the register and the invitation need it.</summary>
/// <param name="Contact">The name of who filled the form in; null where it was not asked.</param>
internal sealed record Applicant(CompanyFacts Facts, string? Contact)
{
    public static Task<Applicant> ReadAsync(IncubatorDb db, Application application, CancellationToken cancel) =>
        Task.FromResult(new Applicant(new CompanyFacts { Name = application.CompanyName ?? "", TaxNumber = application.TaxCore }, null));

    /// <summary>A fresh secret that opens the application and its letter, kept by its hash; it goes with the running transaction.</summary>
    public static string LetterLink(IncubatorDb db, Application application, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.ApplicationLinks.Add(ApplicationLink.Create(application.Id, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token))), now));
        return $"/letters/{token}";
    }
}
