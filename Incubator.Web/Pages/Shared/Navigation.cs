using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;

namespace Incubator.Web.Pages.Shared;

/// <summary>What of <see cref="NavEntries"/> this reader is shown; asked by the shell and the home page, worked out once.</summary>
public sealed class Navigation(IAuthorizationService authorization, LinkGenerator links, IHttpContextAccessor http)
{
    private List<NavItem>? items;

    public async Task<IReadOnlyList<NavItem>> ForReaderAsync()
    {
        if (items is not null) return items;
        items = [];
        foreach (var entry in NavEntries.All)
        {
            if (PathOf(entry.Page) is not { } path) continue;
            if (entry.NotForStaff && People.IsStaff(http.HttpContext!.User)) continue;
            if (entry.Policy is null || (await authorization.AuthorizeAsync(http.HttpContext!.User, entry.Policy)).Succeeded)
                items.Add(new NavItem(entry, path));
        }

        return items;
    }

    /// <summary>Null where there is no such page.</summary>
    public string? PathOf(string page) => links.GetPathByPage(page, values: new { area = "" });
}

public sealed record NavItem(NavEntry Entry, string Path);
