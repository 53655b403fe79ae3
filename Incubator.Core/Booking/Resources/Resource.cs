using Incubator.Core.Common;

namespace Incubator.Core.Booking;

public enum ResourceKind
{
    Equipment = 0,
    Facility = 1,
}

public enum FoodGrade
{
    /// <summary>Products may be sold.</summary>
    Food = 0,
    NonFood = 1,

    /// <summary>For trials and analyses only.</summary>
    LabOnly = 2,
}

/// <summary>A piece of equipment or a demo facility that is booked, with one or more identical units.</summary>
public sealed class Resource
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 120;
    public const int RoomMaxLength = 80;
    public const int MakerMaxLength = 80;
    public const int NotesMaxLength = 2000;
    public const int SourceMaxLength = 300;
    public const int MaxUnits = 50;
    public const int MaxBufferMinutes = 24 * 60;

    private static readonly HashSet<string> PageWords = new(StringComparer.OrdinalIgnoreCase) { "new", "import", "export" };

    private Resource() { }

    public long Id { get; private set; }

    /// <summary>The label on the machine; unique, public, part of its address.</summary>
    public string Code { get; private set; } = "";

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public ResourceKind Kind { get; private set; }

    public long CategoryId { get; private set; }

    public long? SiteId { get; private set; }

    public string? Room { get; private set; }

    public string? Manufacturer { get; private set; }

    public string? Model { get; private set; }

    public string? CapacityFigure { get; private set; }

    public string? CapacityUnit { get; private set; }

    /// <summary>Identical units; one reservation item takes one of them.</summary>
    public int Units { get; private set; } = 1;

    /// <summary>Null: not stated.</summary>
    public FoodGrade? FoodGrade { get; private set; }

    public long? OwnerId { get; private set; }

    public long? BackupOwnerId { get; private set; }

    public string? Notes { get; private set; }

    /// <summary>Where the facts come from (an address or a document).</summary>
    public string? Source { get; private set; }

    /// <summary>Minutes taken before each reservation; a multiple of 15.</summary>
    public int SetupMinutes { get; private set; }

    /// <summary>Minutes taken after each reservation; a multiple of 15.</summary>
    public int CleanupMinutes { get; private set; }

    /// <summary>From this instant nobody can book it; what was booked before stays. Null: in service.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Bumped first in every transaction that writes its calendar: the row lock makes rivals wait.</summary>
    public long CalendarVersion { get; private set; }

    public Guid Version { get; private set; }

    public bool IsRetired => RetiredAt is not null;

    public Quantity? Capacity => CapacityFigure is null ? null : new Quantity(CapacityFigure, CapacityUnit ?? "");

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    /// <summary>A code is part of an address: letters, digits, space, dot, dash and underscore, and no page's own word.</summary>
    public static bool IsCode(string code) =>
        code.Length > 0 && char.IsLetterOrDigit(code[0]) && code.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '_') &&
        !PageWords.Contains(code);

    public static Resource Create(ResourceDetails details)
    {
        var resource = new Resource();
        resource.Describe(details);
        return resource;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the register checks first, so this is a bug.</exception>
    public void Describe(ResourceDetails details)
    {
        if (details.Problems().Any()) throw new ArgumentException(string.Join(", ", details.Problems()), nameof(details));
        Code = details.Code.Trim();
        NameHu = details.NameHu.Trim();
        NameEn = details.NameEn.Trim();
        Kind = details.Kind;
        CategoryId = details.CategoryId;
        SiteId = details.SiteId;
        Room = details.Room;
        Manufacturer = details.Manufacturer;
        Model = details.Model;
        CapacityFigure = details.Capacity?.Figure;
        CapacityUnit = details.Capacity is { Unit.Length: > 0 } capacity ? capacity.Unit : null;
        Units = details.Units;
        FoodGrade = details.FoodGrade;
        OwnerId = details.OwnerId;
        BackupOwnerId = details.BackupOwnerId;
        Notes = details.Notes;
        Source = details.Source;
        SetupMinutes = details.SetupMinutes;
        CleanupMinutes = details.CleanupMinutes;
    }

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    public void PutBack() => RetiredAt = null;
}

/// <summary>What staff or an import say of a resource.</summary>
public sealed record ResourceDetails
{
    public required string Code { get; init; }
    public required string NameHu { get; init; }
    public required string NameEn { get; init; }
    public required ResourceKind Kind { get; init; }
    public required long CategoryId { get; init; }
    public long? SiteId { get; init; }
    public string? Room { get; init; }
    public string? Manufacturer { get; init; }
    public string? Model { get; init; }
    public Quantity? Capacity { get; init; }
    public int Units { get; init; } = 1;
    public FoodGrade? FoodGrade { get; init; }
    public long? OwnerId { get; init; }
    public long? BackupOwnerId { get; init; }
    public string? Notes { get; init; }
    public string? Source { get; init; }
    public int SetupMinutes { get; init; }
    public int CleanupMinutes { get; init; }

    /// <summary>As it is kept: texts trimmed, one line where one line is meant, nothing where there is only space.</summary>
    public ResourceDetails Tidied() => this with
    {
        Code = Line(Code) ?? "",
        NameHu = Line(NameHu) ?? "",
        NameEn = Line(NameEn) ?? "",
        Room = Line(Room),
        Manufacturer = Line(Manufacturer),
        Model = Line(Model),
        Notes = Lines(Notes),
        Source = Line(Source),
    };

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (string.IsNullOrWhiteSpace(Code)) yield return new Refusal("Missing", nameof(Code));
        else if (!Resource.IsCode(Code.Trim())) yield return new Refusal("CodeNotAllowed", nameof(Code));
        if (string.IsNullOrWhiteSpace(NameHu)) yield return new Refusal("Missing", nameof(NameHu));
        if (string.IsNullOrWhiteSpace(NameEn)) yield return new Refusal("Missing", nameof(NameEn));
        foreach (var (text, max, field) in new (string? Text, int Max, string Field)[]
        {
            (Code, Resource.CodeMaxLength, nameof(Code)),
            (NameHu, Resource.NameMaxLength, nameof(NameHu)),
            (NameEn, Resource.NameMaxLength, nameof(NameEn)),
            (Room, Resource.RoomMaxLength, nameof(Room)),
            (Manufacturer, Resource.MakerMaxLength, nameof(Manufacturer)),
            (Model, Resource.MakerMaxLength, nameof(Model)),
            (Notes, Resource.NotesMaxLength, nameof(Notes)),
            (Source, Resource.SourceMaxLength, nameof(Source)),
        })
        {
            if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        if (Units is < 1 or > Resource.MaxUnits)
            yield return new Refusal("OutOfRange", nameof(Units)).With("min", 1).With("max", Resource.MaxUnits);
        foreach (var (minutes, field) in new[] { (SetupMinutes, nameof(SetupMinutes)), (CleanupMinutes, nameof(CleanupMinutes)) })
        {
            if (minutes < 0 || minutes > Resource.MaxBufferMinutes)
                yield return new Refusal("OutOfRange", field).With("min", 0).With("max", Resource.MaxBufferMinutes);
            else if (minutes % QuarterHour.Minutes != 0)
                yield return new Refusal("NotQuarterHours", field);
        }
    }

    private static string? Line(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split([' ', '\t', '\r', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    private static string? Lines(string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Trim();
        return lines.Length == 0 ? null : lines;
    }
}
