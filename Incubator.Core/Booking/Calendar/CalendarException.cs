namespace Incubator.Core.Booking;

public enum CalendarExceptionKind
{
    PublicHoliday = 0,

    /// <summary>A working day given off in exchange for a Saturday.</summary>
    BridgeDay = 1,

    /// <summary>A Saturday worked in exchange; opening times are those of <see cref="CalendarException.FollowsDay"/>.</summary>
    WorkingSaturday = 2,

    Closed = 3,

    /// <summary>Open from <see cref="CalendarException.OpensAt"/> to <see cref="CalendarException.ClosesAt"/> that day.</summary>
    SpecialHours = 4,
}

/// <summary>A dated exception to the weekly pattern; lab-wide, of a site, or of a resource (the most specific wins).</summary>
public sealed class CalendarException
{
    public const int NameMaxLength = 120;
    public const int LegalBasisMaxLength = 200;

    private CalendarException() { }

    public long Id { get; private set; }

    /// <summary>Local day.</summary>
    public DateOnly Date { get; private set; }

    public long? SiteId { get; private set; }

    public long? ResourceId { get; private set; }

    public CalendarExceptionKind Kind { get; private set; }

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string? LegalBasis { get; private set; }

    public DayOfWeek? FollowsDay { get; private set; }

    /// <summary>Minute of the local day; for special hours only.</summary>
    public int? OpensAt { get; private set; }

    public int? ClosesAt { get; private set; }

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    public static CalendarException Create(
        DateOnly date, CalendarExceptionKind kind, string nameHu, string nameEn, string? legalBasis = null,
        DayOfWeek? followsDay = null, int? opensAt = null, int? closesAt = null, long? siteId = null, long? resourceId = null)
    {
        if (kind == CalendarExceptionKind.SpecialHours && !OpeningPattern.IsValid(opensAt ?? -1, closesAt ?? -1))
            throw new ArgumentException("Special hours need opening and closing times.", nameof(opensAt));
        return new()
        {
            Date = date,
            Kind = kind,
            NameHu = nameHu,
            NameEn = nameEn,
            LegalBasis = legalBasis,
            FollowsDay = kind == CalendarExceptionKind.WorkingSaturday ? followsDay ?? DayOfWeek.Friday : null,
            OpensAt = opensAt,
            ClosesAt = closesAt,
            SiteId = siteId,
            ResourceId = resourceId,
        };
    }
}
