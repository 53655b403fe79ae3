using Microsoft.AspNetCore.Authorization;

namespace Incubator.Web.Startup;

/// <summary>Staff, or a person of an active company.</summary>
public sealed class MayBook : IAuthorizationRequirement;

internal sealed class MayBookHandler(CurrentActor current) : AuthorizationHandler<MayBook>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MayBook requirement)
    {
        if (context.User.Identity?.IsAuthenticated != true) return;
        if (await current.GetAsync() is { IsStaff: true } or { CompanyIds.Count: > 0 }) context.Succeed(requirement);
    }
}
