using Microsoft.AspNetCore.Authorization;

namespace Incubator.Web.Startup;

/// <summary>A person of an active company.</summary>
public sealed class BelongsToACompany : IAuthorizationRequirement;

internal sealed class BelongsToACompanyHandler(CurrentActor current) : AuthorizationHandler<BelongsToACompany>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, BelongsToACompany requirement)
    {
        if (await current.GetAsync() is { CompanyIds.Count: > 0 }) context.Succeed(requirement);
    }
}
