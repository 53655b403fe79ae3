using Incubator.Tests.Accounts;
using Incubator.Tests.Booking;
using Incubator.Tests.Booking.Calendar;
using Incubator.Tests.Booking.Resources;
using Incubator.Tests.Calendars;
using Incubator.Tests.Camps;
using Incubator.Tests.Camps.Agenda;
using Incubator.Tests.Camps.Attendance;
using Incubator.Tests.Camps.Certificates;
using Incubator.Tests.Camps.Challenges;
using Incubator.Tests.Camps.Crew;
using Incubator.Tests.Camps.FollowUp;
using Incubator.Tests.Camps.Jury;
using Incubator.Tests.Camps.Participants;
using Incubator.Tests.Camps.Quality;
using Incubator.Tests.Camps.Sessions;
using Incubator.Tests.Cohorts;
using Incubator.Tests.Cohorts.Applications;
using Incubator.Tests.Cohorts.Calls;
using Incubator.Tests.Cohorts.Mentoring;
using Incubator.Tests.Cohorts.Milestones;
using Incubator.Tests.Cohorts.Programmes;
using Incubator.Tests.Cohorts.Reviews;
using Incubator.Tests.Cohorts.Updates;
using Incubator.Tests.Companies;
using Incubator.Tests.Companies.Import;
using Incubator.Tests.Companies.Invitations;
using Incubator.Tests.Companies.Onboarding;
using Incubator.Tests.Companies.Register;
using Incubator.Tests.Documents;
using Incubator.Tests.Host;
using Incubator.Tests.Jobs;
using Incubator.Tests.Notifications;
using Incubator.Tests.Reporting;

namespace Incubator.Tests.Data;

// What runs on SQL Server too: every desk that writes, its races, and some pages.

[OnSqlServer]
public sealed class PasswordOnSqlServer : PasswordTests;

[OnSqlServer]
public sealed class SecondFactorOnSqlServer : SecondFactorTests;

[OnSqlServer]
public sealed class MunicipalityOnSqlServer : MunicipalityTests;

[OnSqlServer]
public sealed class NoticePagesOnSqlServer : NoticePagesTests;

[OnSqlServer]
public sealed class PeopleDeskOnSqlServer : PeopleDeskTests;

[OnSqlServer]
public sealed class PersonalDataOnSqlServer : PersonalDataTests;

[OnSqlServer]
public sealed class PeoplePagesOnSqlServer : PeoplePagesTests;

[OnSqlServer]
public sealed class SignInOnSqlServer : SignInTests;

[OnSqlServer]
public sealed class InvitationDeskOnSqlServer : InvitationDeskTests;

[OnSqlServer]
public sealed class BookingDeskOnSqlServer : BookingDeskTests;

[OnSqlServer]
public sealed class BookingJobsOnSqlServer : BookingJobsTests;

[OnSqlServer]
public sealed class ReservationNoticesOnSqlServer : ReservationNoticesTests;

[OnSqlServer]
public sealed class MaintenanceDeskOnSqlServer : MaintenanceDeskTests;

[OnSqlServer]
public sealed class ExternalCalendarOnSqlServer : ExternalCalendarTests;

[OnSqlServer]
public sealed class FeedOnSqlServer : FeedTests;

[OnSqlServer]
public sealed class AppointmentsOnSqlServer : AppointmentsTests;

[OnSqlServer]
public sealed class MoveDeskOnSqlServer : MoveDeskTests;

[OnSqlServer]
public sealed class GateOnSqlServer : GateTests;

[OnSqlServer]
public sealed class OnboardingDeskOnSqlServer : OnboardingDeskTests;

[OnSqlServer]
public sealed class StepDeskOnSqlServer : StepDeskTests;

[OnSqlServer]
public sealed class OnboardingPagesOnSqlServer : OnboardingPagesTests;

[OnSqlServer]
public sealed class ParallelPostsOnSqlServer : ParallelPostsTests;

[OnSqlServer]
public sealed class RaceOnSqlServer : RaceTests;

[OnSqlServer]
public sealed class ReservationPageOnSqlServer : ReservationPageTests;

[OnSqlServer]
public sealed class ReserveDeskOnSqlServer : ReserveDeskTests;

[OnSqlServer]
public sealed class OpeningTimesOnSqlServer : OpeningTimesTests;

[OnSqlServer]
public sealed class PolicyDeskOnSqlServer : PolicyDeskTests;

[OnSqlServer]
public sealed class ResourceImportOnSqlServer : ResourceImportTests;

[OnSqlServer]
public sealed class ResourceRegisterOnSqlServer : ResourceRegisterTests;

[OnSqlServer]
public sealed class DocumentArchiveOnSqlServer : DocumentArchiveTests;

[OnSqlServer]
public sealed class CallDeskOnSqlServer : CallDeskTests;

[OnSqlServer]
public sealed class ApplicationDeskOnSqlServer : ApplicationDeskTests;

[OnSqlServer]
public sealed class CohortDeskOnSqlServer : CohortDeskTests;

[OnSqlServer]
public sealed class CompanyRegisterOnSqlServer : CompanyRegisterTests;

[OnSqlServer]
public sealed class ReviewDeskOnSqlServer : ReviewDeskTests;

[OnSqlServer]
public sealed class DecisionDeskOnSqlServer : DecisionDeskTests;

[OnSqlServer]
public sealed class CompanyLifeOnSqlServer : CompanyLifeTests;

[OnSqlServer]
public sealed class CompanyPagesOnSqlServer : CompanyPagesTests;

[OnSqlServer]
public sealed class MilestoneDeskOnSqlServer : MilestoneDeskTests;

[OnSqlServer]
public sealed class MentorDeskOnSqlServer : MentorDeskTests;

[OnSqlServer]
public sealed class UpdateDeskOnSqlServer : UpdateDeskTests;

[OnSqlServer]
public sealed class CohortPagesOnSqlServer : CohortPagesTests;

[OnSqlServer]
public sealed class CompanyImportOnSqlServer : CompanyImportTests;

[OnSqlServer]
public sealed class CompanyImportPagesOnSqlServer : CompanyImportPagesTests;

[OnSqlServer]
public sealed class RemindOfMilestonesOnSqlServer : RemindOfMilestonesTests;

[OnSqlServer]
public sealed class RemindReviewersOnSqlServer : RemindReviewersTests;

[OnSqlServer]
public sealed class RemindOfCallsOnSqlServer : RemindOfCallsTests;

[OnSqlServer]
public sealed class RemindOfStepsOnSqlServer : RemindOfStepsTests;

[OnSqlServer]
public sealed class ForgetNoticesOnSqlServer : ForgetNoticesTests;

[OnSqlServer]
public sealed class ForgetSecurityEventsOnSqlServer : ForgetSecurityEventsTests;

[OnSqlServer]
public sealed class ForgetInvitationsOnSqlServer : ForgetInvitationsTests;

[OnSqlServer]
public sealed class ForgetApplicationsOnSqlServer : ForgetApplicationsTests;

[OnSqlServer]
public sealed class DeliverOutboxOnSqlServer : DeliverOutboxTests;

[OnSqlServer]
public sealed class JobPagesOnSqlServer : JobPagesTests;
public sealed class StaffDigestOnSqlServer : StaffDigestTests;

[OnSqlServer]
public sealed class CompanyDigestOnSqlServer : CompanyDigestTests;

[OnSqlServer]
public sealed class TeamDeskOnSqlServer : TeamDeskTests;

[OnSqlServer]
public sealed class ForgetParticipantsOnSqlServer : ForgetParticipantsTests;

[OnSqlServer]
public sealed class CrewDeskOnSqlServer : CrewDeskTests;

[OnSqlServer]
public sealed class RegistrationDeskOnSqlServer : RegistrationDeskTests;
public sealed class JuryDeskOnSqlServer : JuryDeskTests;

[OnSqlServer]
public sealed class JuryPagesOnSqlServer : JuryPagesTests;
public sealed class QualityDeskOnSqlServer : QualityDeskTests;

[OnSqlServer]
public sealed class FollowUpDeskOnSqlServer : FollowUpDeskTests;

[OnSqlServer]
public sealed class FollowUpPagesOnSqlServer : FollowUpPagesTests;

[OnSqlServer]
public sealed class CheckInDeskOnSqlServer : CheckInDeskTests;

[OnSqlServer]
public sealed class AttendancePagesOnSqlServer : AttendancePagesTests;

[OnSqlServer]
public sealed class CertificateDeskOnSqlServer : CertificateDeskTests;
public sealed class SessionDeskOnSqlServer : SessionDeskTests;

[OnSqlServer]
public sealed class CampPlanOnSqlServer : CampPlanTests;

[OnSqlServer]
public sealed class AgendaDeskOnSqlServer : AgendaDeskTests;

[OnSqlServer]
public sealed class AgendaPagesOnSqlServer : AgendaPagesTests;

[OnSqlServer]
public sealed class CampDeskOnSqlServer : CampDeskTests;

[OnSqlServer]
public sealed class ChallengeDeskOnSqlServer : ChallengeDeskTests;
