using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Cohorts;

public static class ReviewsModule
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddScoped<AssignmentDesk>()
        .AddScoped<ReviewDesk>()
        .AddScoped<CallRanking>()
        .AddScoped<DecisionDesk>()
        .AddScoped<RemindReviewers>();
}
