using System.Globalization;
using System.Security.Claims;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>Who is asking, as the desks see it. Memberships are read each request, so that a removal counts at once.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, IncubatorDb db)
{
    private Actor? actor;

    public async Task<Actor> GetAsync()
    {
        if (actor is not null) return actor;
        var user = http.HttpContext?.User;
        if (!long.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id))
            return actor = new Actor(null, false, []);
        var companies = await (
                from member in db.CompanyMembers
                join company in db.Companies on member.CompanyId equals company.Id
                where member.PersonId == id && company.IsActive
                orderby company.Name
                select company.Id)
            .ToListAsync();
        return actor = new Actor(id, People.IsStaff(user!), companies) { IsAdministrator = user!.IsInRole(Role.Administrator) };
    }
}
