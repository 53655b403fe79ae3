using System.Security.Cryptography;

namespace Incubator.Core.Camps;

/// <summary>
/// That someone took part in a camp. Name, camp and days stand in it as they were: it stays true, and checkable by whoever is shown it,
/// after the registration it came from is gone.
/// </summary>
public sealed class Certificate
{
    public const int NumberMaxLength = 20;
    public const int NameMaxLength = Participant.NameMaxLength;
    public const int CodeLength = 12;
    public const int ReasonMaxLength = 500;
    public const int TextMaxLength = 160;

    /// <summary>Of the series CERT-2026-00012.</summary>
    public const string Series = "CERT";

    public const int Digits = 5;

    // Without letters that are mistaken for others; 12 of 32 are 60 bits of chance.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private Certificate() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; the link to the certificate itself carries it.</summary>
    public Guid Reference { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>Stands on the certificate beside the number; who has both may check it.</summary>
    public string Code { get; private set; } = "";

    public long CampId { get; private set; }

    /// <summary>Null for crew.</summary>
    public long? ParticipantId { get; private set; }

    /// <summary>Null for participants.</summary>
    public long? CrewMemberId { get; private set; }

    public string Name { get; private set; } = "";

    public string CampHu { get; private set; } = "";

    public string CampEn { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>Included.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>What the team worked on; null where it had no challenge, and for crew.</summary>
    public string? ChallengeHu { get; private set; }

    public string? ChallengeEn { get; private set; }

    /// <summary>Percent of the programme; null for crew.</summary>
    public int? Share { get; private set; }

    /// <summary>In which it is written: hu or en.</summary>
    public string Language { get; private set; } = "hu";

    /// <summary>UTC.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    public long? IssuedById { get; private set; }

    /// <summary>UTC; null while it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevocationReason { get; private set; }

    public Guid Version { get; private set; }

    public bool IsRevoked => RevokedAt is not null;

    public string Camp(string language) => language == "hu" ? CampHu : CampEn;

    public string? Challenge(string language) => language == "hu" ? ChallengeHu : ChallengeEn;

    public static Certificate ForParticipant(
        string number, Camp camp, Participant participant, Challenge? challenge, int share, DateTimeOffset now, long? issuedById)
    {
        var certificate = Create(number, camp, participant.Name, participant.Language, now, issuedById);
        certificate.ParticipantId = participant.Id;
        certificate.Share = share;
        (certificate.ChallengeHu, certificate.ChallengeEn) = (challenge?.TitleHu, challenge?.TitleEn);
        return certificate;
    }

    public static Certificate ForCrew(string number, Camp camp, long crewMemberId, string name, string language, DateTimeOffset now, long? issuedById)
    {
        var certificate = Create(number, camp, name, language, now, issuedById);
        certificate.CrewMemberId = crewMemberId;
        return certificate;
    }

    public void Revoke(string reason, DateTimeOffset now)
    {
        if (IsRevoked) throw new InvalidOperationException("The certificate is withdrawn already.");
        (RevokedAt, RevocationReason) = (now, reason);
    }

    private static Certificate Create(string number, Camp camp, string name, string language, DateTimeOffset now, long? issuedById) => new()
    {
        Reference = Guid.NewGuid(),
        Number = number,
        Code = new string(RandomNumberGenerator.GetItems<char>(Letters, CodeLength)),
        CampId = camp.Id,
        Name = name,
        CampHu = camp.NameHu,
        CampEn = camp.NameEn,
        StartsOn = camp.StartsOn,
        EndsOn = camp.EndsOn,
        Language = language == "en" ? "en" : "hu",
        IssuedAt = now,
        IssuedById = issuedById,
    };
}
