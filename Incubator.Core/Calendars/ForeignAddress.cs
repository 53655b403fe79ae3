using System.Net;
using System.Net.Sockets;
using Incubator.Core.Common;

namespace Incubator.Core.Calendars;

/// <summary>Which addresses of other houses are asked at all: only the public internet, only encrypted.</summary>
public static class ForeignAddress
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            // IANA's special-purpose registries, IPv4: this network, private, shared (CGNAT), loopback, link-local, protocol assignments,
            // documentation, 6to4 relays, benchmarks, multicast, reserved and broadcast.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // IPv6, of what is global at all: Teredo and protocol assignments, documentation, 6to4.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    // Global unicast; everything else in IPv6 (loopback, unique local, link-local, multicast, mapped and translated IPv4) lies outside.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>Refused: CalendarAddressNotUnderstood, CalendarNotHttps, CalendarWithCredentials, CalendarAddressNotAllowed.</summary>
    public static Result<Uri> Read(string? text, string field = "Address")
    {
        text = text?.Trim();
        // What calendar programs hand out to be opened by one another.
        if (text?.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase) == true) text = "https://" + text["webcal://".Length..];
        return !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0
            ? new Refusal(CalendarProblem.AddressNotUnderstood, field)
            : Problem(address) is { } problem ? new Refusal(problem, field) : address;
    }

    /// <summary>What is wrong with an address before it is looked up; null: nothing.</summary>
    public static string? Problem(Uri address)
    {
        if (!address.IsAbsoluteUri) return CalendarProblem.AddressNotUnderstood;
        if (address.Scheme != Uri.UriSchemeHttps) return CalendarProblem.NotHttps;
        if (address.UserInfo.Length > 0) return CalendarProblem.WithCredentials;
        return IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && !IsOpen(ip) ? CalendarProblem.AddressNotAllowed : null;
    }

    /// <summary>On the public internet; judged again for what a name turned out to mean when it is connected to.</summary>
    public static bool IsOpen(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(Closed, n => n.Contains(address)),
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && Global.Contains(address) && !Array.Exists(Closed, n => n.Contains(address)),
        _ => false,
    };
}
