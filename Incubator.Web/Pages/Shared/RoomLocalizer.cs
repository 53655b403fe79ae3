using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Shared;

/// <summary>The texts of the room that a page lives in (<c>Pages.Booking.X</c> → <c>BookingText</c>), then the shared ones.</summary>
public sealed class RoomLocalizer : IStringLocalizer
{
    private readonly IStringLocalizer[] texts;

    public RoomLocalizer(Type page, IStringLocalizerFactory factory)
    {
        var room = page.Namespace is { } name && name.StartsWith("Incubator.Web.Pages.", StringComparison.Ordinal)
            ? page.Assembly.GetType($"{name}.{name[(name.LastIndexOf('.') + 1)..]}Text")
            : null;
        texts = room is null || room == typeof(SharedText)
            ? [factory.Create(typeof(SharedText))]
            : [factory.Create(room), factory.Create(typeof(SharedText))];
    }

    public LocalizedString this[string name] =>
        texts.Select(t => t[name]).FirstOrDefault(t => !t.ResourceNotFound) ?? new LocalizedString(name, name, true);

    public LocalizedString this[string name, params object[] arguments] =>
        texts.Select(t => t[name, arguments]).FirstOrDefault(t => !t.ResourceNotFound) ?? texts[^1][name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        texts.SelectMany(t => t.GetAllStrings(includeParentCultures));
}
