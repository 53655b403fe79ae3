using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Incubator.Web.Startup;

/// <summary>The address of this site, for links that are read elsewhere: Site:Address, else where the program listens.</summary>
public sealed class SiteAddress(IConfiguration configuration, IServiceProvider services)
{
    /// <summary>Without a slash at the end.</summary>
    public string Root => (configuration["Site:Address"] is { Length: > 0 } site
            ? site
            : services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080")
        .TrimEnd('/');

    /// <param name="path">A path of this site.</param>
    public string Of(string path) => Root + path;
}
