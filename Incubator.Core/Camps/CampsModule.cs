using Incubator.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Camps;

public static class CampsModule
{
    public static IServiceCollection AddCamps(this IServiceCollection services) => services
        .AddScoped<CampDesk>()
        // Sessions and agenda
        .AddScoped<CampRoomDesk>().AddScoped<SessionDesk>().AddScoped<CampPlan>()
        .AddScoped<PlanDesk>().AddScoped<AgendaDesk>().AddScoped<AgendaReader>().AddScoped<UseCampReservations>()
        // Challenges
        .AddScoped<ChallengeDesk>()
        .AddScoped<ChallengeDecisions>()
        .AddScoped<ChallengeReading>()
        .AddScoped<IPersonalData, ChallengesPersonalData>()
        // Participants
        .AddScoped<RegistrationDesk>()
        .AddScoped<RegistrationFormDesk>()
        .AddScoped<ParticipantDesk>()
        .AddScoped<TeamDesk>()
        .AddScoped<OfferCampPlaces>()
        .AddScoped<ForgetParticipants>()
        .AddScoped<IPersonalData, ParticipantsPersonalData>()
        // Crew
        .AddScoped<CrewDesk>()
        .AddScoped<RemindCrew>()
        .AddScoped<IPersonalData, CrewPersonalData>()
        // At the camp
        .AddJury()
        // Quality and follow-up
        .AddScoped<QualityDesk>().AddScoped<FollowUpDesk>().AddScoped<AskCampFollowUps>()
        .AddScoped<IPersonalData, FollowUpPersonalData>();
}
