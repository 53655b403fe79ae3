using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Calendars;
using Incubator.Core.Camps;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Data;

/// <summary>The table of contents of what the lab knows. What a provider does differently is overridden in db/.</summary>
public abstract class IncubatorDb(DbContextOptions options)
    : IdentityDbContext<Person, IdentityRole<long>, long>(options), IDataProtectionKeyContext
{
    // Accounts: Users, Roles and their joins come from Identity.
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Companies
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<CompanyKey> CompanyKeys => Set<CompanyKey>();
    public DbSet<CompanyActivity> CompanyActivities => Set<CompanyActivity>();
    public DbSet<CompanyYear> CompanyYears => Set<CompanyYear>();
    public DbSet<CompanyLink> CompanyLinks => Set<CompanyLink>();
    public DbSet<CompanyLinkYear> CompanyLinkYears => Set<CompanyLinkYear>();
    public DbSet<CompanyDocument> CompanyDocuments => Set<CompanyDocument>();
    public DbSet<CompanyGoal> CompanyGoals => Set<CompanyGoal>();
    public DbSet<CompanyMember> CompanyMembers => Set<CompanyMember>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<OnboardingStep> OnboardingSteps => Set<OnboardingStep>();
    public DbSet<StepRecord> StepRecords => Set<StepRecord>();
    public DbSet<StepText> StepTexts => Set<StepText>();
    public DbSet<AcceptedText> AcceptedTexts => Set<AcceptedText>();

    // Booking
    public DbSet<Resource> Resources => Set<Resource>();
    public DbSet<ResourceCategory> ResourceCategories => Set<ResourceCategory>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<OpeningPattern> OpeningPatterns => Set<OpeningPattern>();
    public DbSet<CalendarException> CalendarExceptions => Set<CalendarException>();
    public DbSet<BookingPolicy> BookingPolicies => Set<BookingPolicy>();
    public DbSet<Reservation> Reservations => Set<Reservation>();
    public DbSet<ReservationItem> ReservationItems => Set<ReservationItem>();
    public DbSet<Occupancy> Occupancy => Set<Occupancy>();
    public DbSet<MaintenanceWindow> MaintenanceWindows => Set<MaintenanceWindow>();
    public DbSet<UseSession> UseSessions => Set<UseSession>();
    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    // Calendars: of other houses
    public DbSet<ExternalCalendar> ExternalCalendars => Set<ExternalCalendar>();
    public DbSet<BusyTime> BusyTimes => Set<BusyTime>();

    // Cohorts: calls and applications
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<CallSection> CallSections => Set<CallSection>();
    public DbSet<CallQuestion> CallQuestions => Set<CallQuestion>();
    public DbSet<CallChoice> CallChoices => Set<CallChoice>();
    public DbSet<Criterion> Criteria => Set<Criterion>();
    public DbSet<CriterionAnchor> CriterionAnchors => Set<CriterionAnchor>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<ApplicationAnswer> ApplicationAnswers => Set<ApplicationAnswer>();
    public DbSet<ApplicationLink> ApplicationLinks => Set<ApplicationLink>();
    public DbSet<DuplicateFinding> DuplicateFindings => Set<DuplicateFinding>();
    // Cohorts
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Cohort> Cohorts => Set<Cohort>();
    public DbSet<CohortMember> CohortMembers => Set<CohortMember>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<MilestoneSlip> MilestoneSlips => Set<MilestoneSlip>();
    public DbSet<Mentor> Mentors => Set<Mentor>();
    public DbSet<MentorSlot> MentorSlots => Set<MentorSlot>();
    public DbSet<MentorSession> MentorSessions => Set<MentorSession>();
    public DbSet<MentorQuarter> MentorQuarters => Set<MentorQuarter>();
    public DbSet<MentorNote> MentorNotes => Set<MentorNote>();
    public DbSet<CompanyUpdate> CompanyUpdates => Set<CompanyUpdate>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    // Cohorts: reviews and decisions
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<ReviewRound> ReviewRounds => Set<ReviewRound>();
    public DbSet<CallReviewer> CallReviewers => Set<CallReviewer>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<RankSnapshot> RankSnapshots => Set<RankSnapshot>();

    // Camps
    public DbSet<Camp> Camps => Set<Camp>();
    // Camps: challenges
    public DbSet<Challenge> Challenges => Set<Challenge>();
    public DbSet<Specification> Specifications => Set<Specification>();
    public DbSet<ChallengeReader> ChallengeReaders => Set<ChallengeReader>();
    public DbSet<ChallengeOpening> ChallengeOpenings => Set<ChallengeOpening>();
    // Camps: participants and teams
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<ParticipantLink> ParticipantLinks => Set<ParticipantLink>();
    public DbSet<ParticipantSkill> ParticipantSkills => Set<ParticipantSkill>();
    public DbSet<CampAnswer> CampAnswers => Set<CampAnswer>();
    public DbSet<CampQuestion> CampQuestions => Set<CampQuestion>();
    public DbSet<CampSkill> CampSkills => Set<CampSkill>();
    public DbSet<CampNotice> CampNotices => Set<CampNotice>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    // Camps: crew
    public DbSet<CrewMember> CrewMembers => Set<CrewMember>();
    public DbSet<CrewTime> CrewTimes => Set<CrewTime>();
    public DbSet<TeamCrew> TeamCrew => Set<TeamCrew>();
    // Camps: sessions
    public DbSet<CampRoom> CampRooms => Set<CampRoom>();
    public DbSet<CampSession> CampSessions => Set<CampSession>();
    // Camps: jury
    public DbSet<JuryCriterion> JuryCriteria => Set<JuryCriterion>();
    public DbSet<JurySheet> JurySheets => Set<JurySheet>();
    public DbSet<JuryRound> JuryRounds => Set<JuryRound>();
    public DbSet<TieOrder> TieOrders => Set<TieOrder>();
    public DbSet<JuryProtocol> JuryProtocols => Set<JuryProtocol>();
    // Camps: attendance, messages and certificates
    public DbSet<Arrival> Arrivals => Set<Arrival>();
    public DbSet<Presence> Presences => Set<Presence>();
    public DbSet<CampMessage> CampMessages => Set<CampMessage>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    // Camps: quality and follow-up
    public DbSet<MeasuredLot> MeasuredLots => Set<MeasuredLot>();
    public DbSet<CampIdea> CampIdeas => Set<CampIdea>();
    public DbSet<CampCheck> CampChecks => Set<CampCheck>();
    public DbSet<ChallengeOutcome> ChallengeOutcomes => Set<ChallengeOutcome>();
    public DbSet<SessionReservation> SessionReservations => Set<SessionReservation>();
    // Camps: agenda
    public DbSet<PlanSettings> PlanSettings => Set<PlanSettings>();
    public DbSet<AgendaVersion> AgendaVersions => Set<AgendaVersion>();
    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    // Documents, Notifications, Jobs, History
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<RefusedNotice> RefusedNotices => Set<RefusedNotice>();
    public DbSet<JobState> JobStates => Set<JobState>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    // With passkeys.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>
    /// Runs an act in one write transaction, retried by the provider's strategy on deadlock or busy. A refusal rolls back.
    /// The act must lock (bump a version) before its first read, and read everything it decides on inside.
    /// </summary>
    /// <param name="keyTaken">The refusal for a unique key that a rival took first, by table; null lets it be thrown.</param>
    public async Task<Result<T>> CommitAsync<T>(
        Func<CancellationToken, Task<Result<T>>> act, Func<string, Refusal?>? keyTaken = null, CancellationToken cancel = default)
    {
        try
        {
            using var gate = await EnterWriterGateAsync(cancel);
            return await Database.CreateExecutionStrategy().ExecuteAsync(async token =>
            {
                ChangeTracker.Clear();
                await using var transaction = await Database.BeginTransactionAsync(token);
                var result = await act(token);
                if (!result.Succeeded)
                {
                    await transaction.RollbackAsync(token);
                    ChangeTracker.Clear();
                    return result;
                }

                await SaveChangesAsync(token);
                await transaction.CommitAsync(token);
                return result;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            return Refusal.ChangedMeanwhile;
        }
        catch (DbUpdateException failure) when (keyTaken is not null && TakenKeyOf(failure) is { } table && keyTaken(table) is { } refusal)
        {
            ChangeTracker.Clear();
            return refusal;
        }
    }

    /// <summary>The table whose unique or primary key the failure violated, or null where it is another failure.</summary>
    public abstract string? TakenKeyOf(DbUpdateException failure);

    /// <summary>Where the provider allows one writer at a time, its turn; null elsewhere.</summary>
    protected virtual Task<IDisposable?> EnterWriterGateAsync(CancellationToken cancel) => Task.FromResult<IDisposable?>(null);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(IncubatorDb).Assembly);
        builder.Entity<DataProtectionKey>().Property(k => k.FriendlyName).HasMaxLength(200);
        Conventions.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conventions.Configure(configurationBuilder);
    }
}
