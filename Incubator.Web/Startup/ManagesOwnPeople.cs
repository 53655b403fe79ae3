using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>A manager of an active company.</summary>
public sealed class ManagesOwnPeople : IAuthorizationRequirement;

internal sealed class ManagesOwnPeopleHandler(CurrentActor current, IncubatorDb db) : AuthorizationHandler<ManagesOwnPeople>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ManagesOwnPeople requirement)
    {
        if (await current.GetAsync() is not { PersonId: { } me, CompanyIds: { Count: > 0 } companies }) return;
        if (await db.CompanyMembers.AnyAsync(m => m.PersonId == me && m.Role == MemberRole.Manager && companies.Contains(m.CompanyId))) context.Succeed(requirement);
    }
}
