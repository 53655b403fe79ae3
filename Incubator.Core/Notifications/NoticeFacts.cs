using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Incubator.Core.Notifications;

/// <summary>Something with a place in a calendar, as a mail's attachment tells it.</summary>
public sealed record Appointment
{
    /// <summary>The same for all that is ever told of it ("reservation-…@lab").</summary>
    public required string Uid { get; init; }

    /// <summary>Higher each time it is told anew.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>In the reader's language.</summary>
    public required string Title { get; init; }

    public string? Place { get; init; }

    /// <summary>A path of this site.</summary>
    public string? Link { get; init; }

    public bool IsCancelled { get; init; }
}

/// <summary>What a notice's sentences speak of: single texts, lists of rows of texts, and an appointment. Kept as one flat JSON object.</summary>
public sealed record NoticeFacts
{
    /// <summary>A path of this site that the mail's one action leads to.</summary>
    public const string Link = "link";

    private const string AppointmentKey = "$appointment";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();

    public Appointment? Appointment { get; init; }

    public static NoticeFacts Of(Notice notice) => Read(notice.Facts);

    public static NoticeFacts Read(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        return new NoticeFacts
        {
            Texts = root.Where(p => p.Value is JsonValue).ToDictionary(p => p.Key, p => p.Value!.GetValue<string>()),
            Lists = root.Where(p => p.Value is JsonArray).ToDictionary(
                p => p.Key, p => p.Value!.Deserialize<IReadOnlyList<IReadOnlyDictionary<string, string>>>()!),
            Appointment = root[AppointmentKey]?.Deserialize<Appointment>(),
        };
    }

    public string Write()
    {
        var root = new JsonObject();
        foreach (var (name, text) in Texts) root[name] = text;
        foreach (var (name, rows) in Lists) root[name] = JsonSerializer.SerializeToNode(rows);
        if (Appointment is not null) root[AppointmentKey] = JsonSerializer.SerializeToNode(Appointment);
        return root.ToJsonString(Plain);
    }

    public NoticeFacts WithoutLink() => this with { Texts = Texts.Where(t => t.Key != Link).ToDictionary() };
}
