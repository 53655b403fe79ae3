using System.Diagnostics.CodeAnalysis;

namespace Incubator.Core.Booking;

public static class ResourceLookup
{
    /// <summary>By the code as anyone writes it: codes differ by more than the case of their letters, and addresses lose it.</summary>
    [SuppressMessage("Globalization", "CA1304:Specify CultureInfo", Justification = "Translated to SQL.")]
    [SuppressMessage("Globalization", "CA1311:Specify a culture", Justification = "Translated to SQL.")]
    [SuppressMessage("Performance", "CA1862:Use StringComparison", Justification = "Translated to SQL.")]
    public static IQueryable<Resource> WithCode(this IQueryable<Resource> resources, string code)
    {
        var wanted = code.Trim().ToLower(System.Globalization.CultureInfo.GetCultureInfo("hu-HU"));
        return resources.Where(r => r.Code.ToLower() == wanted);
    }
}
