using System.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
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

/// <summary>
/// Plays the application through, from its first start to its last page, and keeps every query that it sends. The stories are
/// tests that are there anyway, played again; where none comes by a query, <see cref="GoRoundAsync"/> does.
/// </summary>
public sealed class RecordedQueries : IAsyncLifetime
{
    public QueryRecorder Recorder { get; } = new();

    public async ValueTask InitializeAsync()
    {
        // The host that all tests share is not to be heard.
        _ = LabHost.InMemory;
        QueryRecorder.Current = Recorder;
        await using (var host = LabHost.With(settings: ("Demo:Load", "true"))) host.StartServer();

        await PlayAsync<TeamDeskTests>(t => t.Teams_MadeBalancedMovedAndAnnounced_KeepWhatWasPutByHand());
        await PlayAsync<TeamDeskTests>(t => t.Save_NameChallengeAndGuides_OnlyThoseOfTheCamp());
        await PlayAsync<ForgetParticipantsTests>(t => t.Run_DayByDay_ForgetsNeedsThenTheAbsentThenAll());
        await PlayAsync<ParticipantPagesTests>(t => t.Register_FromThePageToTheMailAndBack_WithoutAnAccount());
        await PlayAsync<ParticipantPagesTests>(t => t.Register_SignedIn_FindsNameAndAddressFilledIn());
        await PlayAsync<ParticipantPagesTests>(t => t.Place_Offered_IsTakenLeftOrWaitedForAgain());
        await PlayAsync<ParticipantPagesTests>(t => t.Staff_ListFilterDecideAndExport_OnePersonAtATime());
        await PlayAsync<ParticipantPagesTests>(t => t.Form_QuestionsSkillsAndNotice_AreWrittenByStaff());
        await PlayAsync<ParticipantPagesTests>(t => t.Teams_MadeBalancedChangedAndAnnounced_AreSeenByTheirMembers());
        await PlayAsync<ParticipantPagesTests>(t => t.PersonalData_OfAParticipantWithAnAccount_IsToldAndForgotten());
        await PlayAsync<CrewDeskTests>(t => t.Ask_ConfirmAndDecline_AreTheirsAndTold());
        await PlayAsync<CrewDeskTests>(t => t.Edit_ChairAndRemoval_KeepOneChairAndWhatIsNamed());
        await PlayAsync<CrewDeskTests>(t => t.Remind_WithoutAnAnswer_OnceSevenDaysBefore());
        await PlayAsync<CrewPagesTests>(t => t.Crew_SearchedAskedConfirmedAndRemoved_ByPostsAlone());
        await PlayAsync<CrewPagesTests>(t => t.Mine_OfALongCamp_AsksForDays());
        await PlayAsync<CrewPagesTests>(t => t.Camp_OpenedByItsJuror_LeadsToTheirPart());
        await PlayAsync<RegistrationDeskTests>(t => t.Register_TheSameMailTwice_IsToldByMailAlone());
        await PlayAsync<RegistrationDeskTests>(t => t.Register_WhatIsKept_IsNoMoreThanNeeded());
        await PlayAsync<RegistrationDeskTests>(t => t.Offer_TakenDeclinedOrPassed_GoesOnInOrder());
        await PlayAsync<RegistrationDeskTests>(t => t.Forget_ByTheLink_CancelsAndLeavesNoWordOfThem());
        await PlayAsync<RegistrationDeskTests>(t => t.Staff_AdmitCancelAndMove_KeepTheReasonAndTheOrder());
        await PlayAsync<RegistrationDeskTests>(t => t.Form_QuestionsSkillsAndNotice_KeepWhatWasSaid());
        await PlayAsync<JuryDeskTests>(t => t.Recuse_AfterScoring_ForgetsTheScoresAndHolds());
        await PlayAsync<JuryDeskTests>(t => t.DecideTie_ByTheChair_TakesANewProtocolAndAllowsPublishing());
        await PlayAsync<JuryDeskTests>(t => t.Criteria_CopiedEditedAndMoved_AreTheCampsOwnUntilTheFirstScore());
        await PlayAsync<JuryPagesTests>(t => t.Score_ByTaps_GoesToTheNextAndTellsWhenItIsTooLate());
        await PlayAsync<CheckInDeskTests>(t => t.Arrive_Twice_IsKeptOnceAndCanBeTakenBack());
        await PlayAsync<CheckInDeskTests>(t => t.Send_ToEachAudience_ReachesThoseAndNobodyTwice());
        await PlayAsync<AttendancePagesTests>(t => t.CheckIn_ByTaps_TicksOffArrivalAndSession());
        await PlayAsync<AttendancePagesTests>(t => t.Today_OfCrewAndByLink_ShowsMessagesAndTheTeamsProgramme());
        await PlayAsync<CertificateDeskTests>(t => t.IssueForCrew_SamePersonInTwoRoles_GivesOne());
        await PlayAsync<CertificateDeskTests>(t => t.Check_ByAnybody_SaysValidWithdrawnOrUnknown());
        await PlayAsync<CertificateDeskTests>(t => t.Erase_JurorWithACertificate_LosesWordsAndKeepsScoresAndCertificate());
        await PlayAsync<JuryPagesTests>(t => t.Chair_FromProgressToPublicResult_IsLedThrough());

        await PlayAsync<CallDeskTests>(t => t.Clone_OfACall_TakesFormAndRubricOver());
        await PlayAsync<CallDeskTests>(t => t.Form_MovedAndRemoved_KeepsItsOrder());
        await PlayAsync<CallDeskTests>(t => t.RemoveQuestion_AnsweredInADraft_TakesTheAnswerWithIt());
        await PlayAsync<CallDeskTests>(t => t.EditQuestion_FewerChoices_KeepsTheOthersIds());
        await PlayAsync<CallDeskTests>(t => t.Rubric_CriterionChangedMovedRemoved_IsTold());
        await PlayAsync<CallPagesTests>(t => t.Call_WrittenWithItsFormAndRubric_IsPublishedAndSeen());
        await PlayAsync<CallPagesTests>(t => t.Edit_PublishedAndStale_AsksForAReasonAndKeepsWhatWasTyped());
        await PlayAsync<CallPagesTests>(t => t.Form_MovedAndRemoved_ByPostsAlone());
        await PlayAsync<CallPagesTests>(t => t.Section_ChangedAndStale_KeepsWhatWasTyped());
        await PlayAsync<CallPagesTests>(t => t.Call_ForACohort_SaysWhichItFills());
        await PlayAsync<CallPagesTests>(t => t.Clone_OfACall_BringsItsQuestionsWithNewDates());
        await PlayAsync<ApplicationDeskTests>(t => t.Withdraw_Submitted_EndsItForGood());
        await PlayAsync<ApplicationDeskTests>(t => t.Attach_AnswerToAQuestion_TakesTheEarlierOnesPlaceAndCanBeRemoved());
        await PlayAsync<ApplicationDeskTests>(t => t.Duplicates_AmongCompaniesAndApplications_AreShownAndJudgedNeverMerged());
        await PlayAsync<ApplicationPagesTests>(t => t.Apply_FromTheCallToTheConfirmation_WithoutAnAccount());
        await PlayAsync<ApplicationDeskTests>(t => t.SendLinks_KnownOrNot_SaysTheSameAndOldLinksGoOnWorking());
        await PlayAsync<ApplicationPagesTests>(t => t.Files_ByContent_AreKeptAndGuarded());
        await PlayAsync<ApplicationPagesTests>(t => t.Staff_SeeOfDraftsOnlyThatTheyExist_AndJudgeWhatLooksAlike());
        await PlayAsync<QualityDeskTests>(t => t.Correct_ALot_NeedsAReasonAndKeepsTheOldValues());
        await PlayAsync<QualityDeskTests>(t => t.Remove_ALot_NeedsAReasonAndStaysInTheHistory());
        await PlayAsync<FollowUpDeskTests>(t => t.Idea_WrittenAndEdited_KeepsItsTeamAndHistory());
        await PlayAsync<FollowUpDeskTests>(t => t.Adopt_ThenGiveUp_IsToldWithItsReason());
        await PlayAsync<FollowUpDeskTests>(t => t.Prototype_TiedAndUntied_IsTheCompanysOwnReservationOnly());
        await PlayAsync<FollowUpDeskTests>(t => t.Answer_ByTheCompany_WithdrawsWhatWouldChaseAndMayBePutRight());
        await PlayAsync<FollowUpDeskTests>(t => t.Outcome_RecordedAndChanged_KeepsTheOldStateInTheHistory());
        await PlayAsync<FollowUpDeskTests>(t => t.Report_Participants_CountsWhoRegisteredWasAdmittedAndCame());
        await PlayAsync<FollowUpDeskTests>(t => t.PersonalData_OfWhoRecorded_IsExportedAndErased());
        await PlayAsync<FollowUpPagesTests>(t => t.Own_OfTheCompany_LeadsToItsChallengesOnly());
        await PlayAsync<FollowUpPagesTests>(t => t.Quality_LotTypedInHungarian_IsDrawnWithItsFigures());
        await PlayAsync<FollowUpPagesTests>(t => t.Lot_CorrectedAndTakenOut_AsksForAReason());
        await PlayAsync<FollowUpPagesTests>(t => t.Challenge_IdeaAdoptedTriedAndOutcome_StandOnItsPage());
        await PlayAsync<FollowUpPagesTests>(t => t.Check_Answered_ShowsTheEarlierAnswerNextTime());
        await PlayAsync<FollowUpPagesTests>(t => t.Camp_ForStaff_ShowsWhatIsOverdue());
        await PlayAsync<FollowUpPagesTests>(t => t.Report_ForTheMunicipality_TellsNothingOfOneCompany());
        await PlayAsync<SessionDeskTests>(t => t.Add_MentoringForEachTeam_IsOneEachWithTheTeamsMentor());
        await PlayAsync<SessionDeskTests>(t => t.Edit_TeamsCrewAndEquipment_BecomeWhatIsSaid());
        await PlayAsync<SessionDeskTests>(t => t.Place_OffTheStepOutsideTheCampOrStale_IsRefused());
        await PlayAsync<SessionDeskTests>(t => t.Rooms_SavedTwiceOrInUse_AreRefused());
        await PlayAsync<CampPlanTests>(t => t.TakeOver_WhatTheSearchFound_MovesAllButThePinnedAndNotWhatChanged());
        await PlayAsync<AgendaDeskTests>(t => t.Publish_RoomsAndEquipmentOfTheLab_AreReservedOnceForEachSession());
        await PlayAsync<AgendaDeskTests>(t => t.Publish_NewMovedAndCancelled_TellsOnlyThoseAffectedAndEachOnce());
        await PlayAsync<AgendaDeskTests>(t => t.Use_OfWhatSessionsReserved_BeginsAndEndsByItselfAndIsNoNoShow());
        await PlayAsync<AgendaPagesTests>(t => t.Sessions_WrittenAndPlacedByForm_StandOnTheBoardWithWhatCollides());
        await PlayAsync<AgendaPagesTests>(t => t.Rooms_ByForm_AreAddedChangedAndRemoved());
        await PlayAsync<AgendaPagesTests>(t => t.Publish_ByForm_IsReadByEverybodyInListTableAndFeeds());
        await PlayAsync<CampDeskTests>(t => t.Cancel_Open_TellsEverybodyOnceWithTheReason());
        await PlayAsync<CampDeskTests>(t => t.Clone_OfACamp_IsADraftOfItsOwn());
        await PlayAsync<ChallengeDeskTests>(t => t.Edit_RowsAndResources_AreAddedChangedAndRemoved());
        await PlayAsync<ChallengeDeskTests>(t => t.Submit_BeforeTheDeadlineAndComplete_IsDecidedAndTold());
        await PlayAsync<ChallengeDeskTests>(t => t.Open_ByAParticipantsLink_IsOfTheCampOnceInATeam());
        await PlayAsync<ChallengePagesTests>(t => t.Challenge_FromDraftToTheCampsPage_ByCompanyAndStaff());
        await PlayAsync<ChallengePagesTests>(t => t.Reader_NamedAgreesAndReads_AndIsSeenToHave());
        await PlayAsync<ChallengePagesTests>(t => t.Facilitator_AndTeams_AreGivenByStaff());
        await PlayAsync<ChallengePagesTests>(t => t.File_OfTheDetails_IsKeptServedAndRemoved());
        await PlayAsync<CampPagesTests>(t => t.Camp_WrittenOpenedAndSeen_ByStaffAndVisitors());
        await PlayAsync<CampPagesTests>(t => t.Edit_OpenAndStale_AsksForAReasonAndKeepsWhatWasTyped());
        await PlayAsync<ReservePageTests>(t => t.Post_TakenTime_IsRefusedWithNearestFreeTimesThatCanBeBooked());
        await PlayAsync<ReservePageTests>(t => t.Find_NextTuesday_LeadsToABooking());
        await PlayAsync<ReservationPageTests>(t => t.Move_PageWentStale_SaysSoShowsTheFreshStateAndKeepsWhatWasTyped());
        await PlayAsync<ReservationPageTests>(t => t.Use_FromCheckInToCheckOut_IsRecordedAndFreesTheRest());
        await PlayAsync<ReservationPageTests>(t => t.Maintenance_OverAReservation_ListsItFirstAndThenDisplacesIt());
        await PlayAsync<ReserveDeskTests>(t => t.Reserve_SeveralOneTaken_BooksNone());
        await PlayAsync<ReserveDeskTests>(t => t.Reserve_OthersSitApart_FutureOnesChangeUnit());
        await PlayAsync<ReserveDeskTests>(t => t.Reserve_QuotaOfTheMonthAndOfTheFuture_Count());
        await PlayAsync<ReserveDeskTests>(t => t.Reserve_OnBehalf_IsTheCompanysWithStaffsNote());
        await PlayAsync<AppointmentsTests>(t => t.Appointment_MovedAndCancelled_KeepsItsUidAndRaisesItsSequence());
        await PlayAsync<MoveDeskTests>(t => t.Move_Running_ChangesOnlyItsEnd());
        await PlayAsync<MoveDeskTests>(t => t.CheckIn_WhileTheUnitIsStillInUse_IsRefused());
        await PlayAsync<MoveDeskTests>(t => t.NoShow_AfterGrace_FreesTheRestAndKeepsTheRecord());
        await PlayAsync<BookingJobsTests>(t => t.Remind_CancelledOrBegunBeforeItLeft_IsTakenBack());
        await PlayAsync<BookingJobsTests>(t => t.NoShows_ProgramWasAwayForHours_GetTheGraceAgainOrAreLeftToStaff());
        await PlayAsync<BookingJobsTests>(t => t.ForgottenUse_NextOneIsDue_ClosesAtOnceAndLetsThemIn());
        await PlayAsync<BookingJobsTests>(t => t.Invariants_Broken_AreToldToStaffOnceADayAndNothingIsSaidOtherwise());
        await PlayAsync<LivePageTests>(t => t.Home_OfStaff_AsksThemToDecideWhatTheProgramCannotKnow());
        await PlayAsync<ReservationNoticesTests>(t => t.Reserve_EquipmentOfASite_TellsThePlace());
        await PlayAsync<ReservationNoticesTests>(t => t.Move_ToOtherEquipmentAndRunning_NamesBoth());
        await PlayAsync<MaintenanceDeskTests>(t => t.Place_EachChoice_IsCarriedOutTogether());
        await PlayAsync<MaintenanceDeskTests>(t => t.Outage_OverARunningUse_EndsItAndReturnToServiceEndsTheOutage());
        await PlayAsync<MaintenanceDeskTests>(t => t.Extend_OverAReservation_AsksAgain());
        await PlayAsync<MaintenanceDeskTests>(t => t.Cancel_BeforeItBegan_FreesTheTime());
        await PlayAsync<MaintenanceDeskTests>(t => t.Place_OverAnotherWindow_IsRefused());
        await PlayAsync<OpeningTimesTests>(t => t.SetWeek_Site_ReplacesItWholeAndEmptyInheritsAgain());
        await PlayAsync<ResourceRegisterTests>(t => t.Create_NewCategoryAndSite_ComeIntoBeingOnce());
        await PlayAsync<ResourceRegisterTests>(t => t.Edit_FewerUnitsThanBooked_KeepsAndListsThemAndLetsNoMoreIn());
        await PlayAsync<ResourceRegisterTests>(t => t.Retire_WithReservationsAhead_KeepsThemListsThemAndCanBeUndone());
        await PlayAsync<ResourceImportTests>(t => t.Export_TakenInAgain_ChangesNothingAndRunsNoFormula());
        await PlayAsync<ResourcePagesTests>(t => t.Search_FreeOnADate_LeavesOutTheBookedAndTheClosed());
        await PlayAsync<ResourcePagesTests>(t => t.Details_InBothLanguages_TellRulesAndFreeTimes());
        await PlayAsync<ResourcePagesTests>(t => t.New_Malformed_KeepsWhatWasTypedAndThenSaves());
        await PlayAsync<ResourcePagesTests>(t => t.Edit_Stale_ShowsTheFreshStateAndKeepsWhatWasTyped());
        await PlayAsync<ResourcePagesTests>(t => t.Retire_AskedFirst_HidesItAndCanBeUndone());
        await PlayAsync<ResourcePagesTests>(t => t.Files_ByContent_AreKeptAndGuarded());
        await PlayAsync<ResourcePagesTests>(t => t.Import_PreviewedConfirmedAndTwice_WritesOnce());
        await PlayAsync<ResourcePagesTests>(t => t.OpeningTimes_OfOneResource_LeaveTheLabsAlone());
        await PlayAsync<ResourcePagesTests>(t => t.OpeningTimes_DayAddedTwice_IsAConflictAndCanBeRemoved());
        await PlayAsync<ResourcePagesTests>(t => t.Policies_SetPreviewedAndRemoved_TellWhatCounts());
        await PlayAsync<ReservationImportTests>(t => t.Import_TheSameRowsAgain_ChangesNothing());
        await PlayAsync<CompanyImportTests>(t => t.Preview_TaxNumberKnown_UpdatesAndASimilarNameWaits());
        await PlayAsync<CompanyImportTests>(t => t.Export_TakenInAgain_ChangesNothingAndRunsNoFormula());
        await PlayAsync<CompanyImportPagesTests>(t => t.Import_PreviewedDecidedAndConfirmed_WritesOnce());
        await PlayAsync<CompanyLifeTests>(t => t.Leave_WithMemberships_EndsThemAndAccessAndKeepsTheRecord());
        await PlayAsync<CompanyLifeTests>(t => t.EndMembership_OfAnotherCompany_IsNotFound());
        await PlayAsync<CompanyLifeTests>(t => t.Figures_SaidByTheManager_MakeTheSizeClass());
        await PlayAsync<CompanyLifeTests>(t => t.Links_AddedAndFilledIn_CountAndGo());
        await PlayAsync<CompanyLifeTests>(t => t.Goals_SavedAndReached_AreTheCompanysOwn());
        await PlayAsync<CompanyLifeTests>(t => t.Files_OfStaffAndManager_AreKeptApart());
        await PlayAsync<CompanyPagesTests>(t => t.New_WithASimilarName_ShowsItAndAsksFirst());
        await PlayAsync<CompanyPagesTests>(t => t.Search_FoldedAndNarrowed_FindsByNamePlaceAndNumber());
        await PlayAsync<CompanyPagesTests>(t => t.Edit_Stale_ShowsTheFreshStateAndKeepsWhatWasTyped());
        await PlayAsync<CompanyPagesTests>(t => t.MyCompany_OfTwoCompanies_IsOnlyTheOwn());
        await PlayAsync<CompanyPagesTests>(t => t.Files_OfACompany_AreForItAndStaffOnly());
        await PlayAsync<CompanyPagesTests>(t => t.Leave_AskedFirst_ClosesAccessAndKeepsThePage());
        await PlayAsync<CompanyRegisterTests>(t => t.Admit_FiguresTold_EnterWhereNothingStandsAndSayTheSize());
        await PlayAsync<CompanyRegisterTests>(t => t.Create_TaxNumberThere_IsRefusedThoughSeen());
        await PlayAsync<CompanyRegisterTests>(t => t.Edit_NewName_ChangesWhatItIsFoundBy());
        await PlayAsync<CompanyRegisterTests>(t => t.FindDuplicates_ByTaxNumberAndName_TellsWhyAndSparesTheOthers());
        await PlayAsync<CompanyRegisterTests>(t => t.Admit_NewAndExisting_MakesOneOrBringsTheChosenUpToDate());
        await PlayAsync<InvariantCheckTests>(t => t.Check_UnitsAddedUnderAnOutage_FindsThemHeldToo());
        await PlayAsync<DocumentArchiveTests>(t => t.Keep_SecondPhoto_TakesTheFirstOnesPlace());
        await PlayAsync<SignInTests>(t => t.SignIn_FiveWrongTries_LocksForAQuarterOfAnHour());
        await PlayAsync<PasswordTests>(t => t.ForgottenPassword_InDevelopment_LinkOpensTheHouseOnce());
        await PlayAsync<PasswordTests>(t => t.ResetLink_ByStaff_IsMadeAndKeptInHistory());
        await PlayAsync<LanguageTests>(t => t.Language_Switched_IsKeptOnTheDeviceAndInTheAccount());
        await PlayAsync<InvitationDeskTests>(t => t.Invite_ByStaffIntoACompany_OpensTheDoorOnceAndKeepsOnlyTheHash());
        await PlayAsync<InvitationDeskTests>(t => t.Accept_ExpiredRevokedOrUnknown_IsRefused());
        await PlayAsync<InvitationDeskTests>(t => t.Resend_OldLink_IsDeadAndTheNewOneOpens());
        await PlayAsync<DeliverOutboxTests>(t => t.Deliver_TopicIsRefused_IsReadHereOnly());
        await PlayAsync<DeliverOutboxTests>(t => t.Deliver_PutOffEachTime_IsParkedWithTheReasonAfterSevenTries());
        await PlayAsync<DeliverOutboxTests>(t => t.Deliver_ServerIsAway_WaitsUntouchedAndSaysWhy("GREETING", SinkAct.Drop));
        await PlayAsync<NoticePagesTests>(t => t.Notices_InDevelopment_ReadLikeAMailbox());
        await PlayAsync<NoticePagesTests>(t => t.Notices_Parked_ShowWhyAndAreTriedAgain());
        await PlayAsync<NoticePagesTests>(t => t.Messages_OfThePersonOnly_AreNewOnce());
        await PlayAsync<NoticePagesTests>(t => t.Unsubscribe_ByTheMailsLink_StopsThatKindOnly());
        await PlayAsync<JobPagesTests>(t => t.Job_Ran_ShowsWhatItDidAndWhyItFailed());
        await PlayAsync<JobPagesTests>(t => t.Jobs_SwitchedOn_TickByThemselves());
        await PlayAsync<InvitationDeskTests>(t => t.Invite_StaffIntoTheStaff_IsForAdministrators());
        await PlayAsync<InvitationDeskTests>(t => t.Invite_ByAManager_OnlyIntoTheOwnCompany());
        await PlayAsync<InvitationDeskTests>(t => t.Accept_WhoHasAnAccount_JoinsWithItOnlyWhenSignedIn());
        await PlayAsync<InvitationDeskTests>(t => t.Remove_ByTheManager_EndsAccessButNeverTheLastManagers());
        await PlayAsync<InvitationPagesTests>(t => t.Invite_ByStaff_ShowsTheLinkThatMakesTheAccountOnce());
        await PlayAsync<InvitationPagesTests>(t => t.Resend_ByStaff_ShowsANewLinkAndRevokeShutsIt());
        await PlayAsync<InvitationPagesTests>(t => t.People_OfTheManager_AreInvitedPromotedAndRemoved());
        await PlayAsync<CohortDeskTests>(t => t.Leave_AndComeBack_IsAskedAnew());
        await PlayAsync<CohortDeskTests>(t => t.SaveCohort_Stale_IsChangedMeanwhile());
        await PlayAsync<CohortPagesTests>(t => t.Cohort_ByStaff_IsMadeEditedAndFilled());
        await PlayAsync<CohortPagesTests>(t => t.Milestone_FromTheCompanysProposalToItsEvidence());
        await PlayAsync<CohortPagesTests>(t => t.Update_PrefilledDraftedSentAndPutRight());
        await PlayAsync<CohortPagesTests>(t => t.MentorsHour_OfferedBookedMovedHeldAndNoted());
        await PlayAsync<CohortPagesTests>(t => t.MentorsHour_CancelledByTheMentor_IsFreeAgain());
        await PlayAsync<CohortPagesTests>(t => t.Graduation_LeadsToTheFollowUpAndTheShareInBusiness());
        await PlayAsync<CohortPagesTests>(t => t.Home_OfStaff_TellsWhatIsLate());
        await PlayAsync<UpdateDeskTests>(t => t.Chase_ManagersWhoCameLater_AreAskedOnce());
        await PlayAsync<MilestoneDeskTests>(t => t.Plan_ForACompanysGoal_TakesItsWordsAndNoOthersGoal());
        await PlayAsync<RemindOfMilestonesTests>(t => t.Run_DueAndOverdue_IsSaidOnceEachEvenThreeHoursLateAndTwiceAtOnce());
        await PlayAsync<RemindOfMilestonesTests>(t => t.Finish_AndPutOff_WithdrawWhatWaits());
        await PlayAsync<RemindReviewersTests>(t => t.Submit_TheLastOne_WithdrawsWhatWaits());
        await PlayAsync<RemindReviewersTests>(t => t.SetRound_AnotherDay_WithdrawsAndIsToldAnew());
        await PlayAsync<RemindOfCallsTests>(t => t.Submit_AndPutOff_WithdrawWhatWaits());
        await PlayAsync<RemindOfCallsTests>(t => t.Run_CallClosed_TellsStaffOnceAndNotWhereItWasPutOff());
        await PlayAsync<RemindOfStepsTests>(t => t.Run_ManagerWhoLeft_IsToldNoMore());
        await PlayAsync<RemindOfStepsTests>(t => t.Run_AWeekAfterJoining_TellsWhatNobodyBegan());
        await PlayAsync<StaffDigestTests>(t => t.Letter_AndHomePage_TellTheSame());
        await PlayAsync<StaffDigestTests>(t => t.Undecided_LeftToStaffWeeksAgo_IsStillThere());
        await PlayAsync<CompanyDigestTests>(t => t.Run_Monday_TellsEachPersonOnceWhatIsTheirs());
        await PlayAsync<ForgetNoticesTests>(t => t.Run_PastTheirDays_AreDeletedAndNothingElse());
        await PlayAsync<ForgetSecurityEventsTests>(t => t.Run_OlderThanAYear_ForgetsSignInsAndKeepsWhatChangedRights());
        await PlayAsync<ForgetInvitationsTests>(t => t.Run_NinetyDaysAfterTheLinkDied_ForgetsWhomItWentToButNotThatItWent());
        await PlayAsync<ForgetApplicationsTests>(t => t.Run_DraftNinetyDaysAfterTheCallClosed_ForgetsThePersonAndKeepsTheCount());
        await PlayAsync<SecondFactorTests>(t => t.RecoveryCode_Used_OpensOnceOnly());
        await PlayAsync<SecondFactorTests>(t => t.Staff_WithoutOne_AreRemindedThenSentToSetItUp());
        await PlayAsync<PeopleDeskTests>(t => t.LastAdministrator_Demoted_Locked_OrErased_IsRefused());
        await PlayAsync<PeopleDeskTests>(t => t.SaveProfile_KeepsNameLanguageAndRefusedNotices());
        await PlayAsync<PeopleDeskTests>(t => t.Erase_LastManagerOfAnActiveCompany_IsRefusedWithItsName());
        await PlayAsync<PersonalDataTests>(t => t.Erase_PersonWithAWholeStory_LeavesNoWordOfThemAnywhere());
        await PlayAsync<PersonalDataTests>(t => t.Export_OfAPerson_HoldsEveryPartInWordsAndAsAFile());
        await PlayAsync<PeoplePagesTests>(t => t.Search_FoldsHungarianLetters());
        await PlayAsync<PeoplePagesTests>(t => t.Person_SecondFactorsRemoved_SignsInByPasswordAgain());
        await PlayAsync<PeoplePagesTests>(t => t.Person_Erased_IsGoneFromTheListAndNotFoundAgain());
        await PlayAsync<PeoplePagesTests>(t => t.Profile_SignOutEverywhere_EndsTheOthersWithinAMinuteAndKeepsThisOne());
        await PlayAsync<ReviewDeskTests>(t => t.AssignAll_ThreeReviewersOneOfTheApplicantsHouse_IsEvenAndTellsThem());
        await PlayAsync<ReviewDeskTests>(t => t.TakeOff_Submitted_CountsNoMoreAndCanBeAskedAgain());
        await PlayAsync<ReviewDeskTests>(t => t.DropReviewer_WithOpenReviews_IsRefused());
        await PlayAsync<DecisionDeskTests>(t => t.Admit_NewCompany_DoesAllOfItOnce());
        await PlayAsync<DecisionDeskTests>(t => t.Admit_CompanyLooksKnown_StaffMustChoose());
        await PlayAsync<DecisionDeskTests>(t => t.MoveUp_FromTheReserveList_AdmitsWithoutACorrection());
        await PlayAsync<ReviewPagesTests>(t => t.Review_FromConflictQuestionToSubmission_IsWrittenWithoutScripts());
        await PlayAsync<ReviewPagesTests>(t => t.Reviewing_StaffNameAssignAndSetTheRound_InOnePlace());
        await PlayAsync<ReviewPagesTests>(t => t.Others_AfterTheDecision_AreReadOnlyWhereStaffChoseSo(true));
        await PlayAsync<ReviewPagesTests>(t => t.Decide_PreviewedThenSent_WritesTheLetterInTheApplicantsLanguage());
        await PlayAsync<ReviewPagesTests>(t => t.Decide_ForACohort_TellsItsSeats());
        await PlayAsync<ReviewPagesTests>(t => t.Application_GivenBackAndTakenOff_TellsItsHistory());
        await PlayAsync<ReviewPagesTests>(t => t.File_OfAnApplication_IsForItsReviewerOnly());
        await PlayAsync<OnboardingDeskTests>(t => t.Accept_Renewal_WithdrawsTheRemindersOfTheOld());
        await PlayAsync<OnboardingDeskTests>(t => t.Submit_SignedScan_TakesThePlaceOfTheTypedName());
        await PlayAsync<OnboardingDeskTests>(t => t.AcceptText_ForOthers_IsRefused());
        await PlayAsync<StepDeskTests>(t => t.Publish_AskingAnew_EndsWhatWasAcceptedTheDayBeforeAndReminds());
        await PlayAsync<StepDeskTests>(t => t.Edit_WhoseItIs_CannotChangeUnderRecords());
        await PlayAsync<GateTests>(t => t.Affected_AfterRevoking_ListsWhatTheGateWouldRefuseAndCancelsNothing());
        await PlayAsync<OnboardingPagesTests>(t => t.Onboarding_FromTheRefusalToTheBooking_IsDoneByEachWhoMust());
        await PlayAsync<OnboardingPagesTests>(t => t.Evidence_FilesAndDocuments_AreForTheCompanyAndStaffOnly());
        await PlayAsync<OnboardingPagesTests>(t => t.Index_Filtered_ShowsCompaniesOfThatStateKindAndStep());
        await PlayAsync<OnboardingPagesTests>(t => t.Decide_RefuseRevokeAndWrongState_AreTold());
        await PlayAsync<OnboardingPagesTests>(t => t.Steps_DefinedEditedRetired_CountFromTheirDay());
        await PlayAsync<OnboardingPagesTests>(t => t.Text_PreviewedAndPublished_IsTheNextVersion());
        await PlayAsync<ExternalCalendarTests>(t => t.Add_ToARoom_BlocksItAroundWhatIsBookedAndListsThat());
        await PlayAsync<ExternalCalendarTests>(t => t.Sweep_FileChangedCancelledAndRemoved_MovesWhatItBlocks());
        await PlayAsync<ExternalCalendarTests>(t => t.Sweep_CannotBeRead_KeepsWhatItKnewAndSaysSoOnceAfterAnHour());
        await PlayAsync<ExternalCalendarTests>(t => t.Outage_OverABlockedTime_TakesItAndTheRestStays());
        await PlayAsync<ExternalCalendarTests>(t => t.Mentor_BusyElsewhere_OffersAndIsBookedNoMoreAndIsToldWhatCollides());
        await PlayAsync<FeedTests>(t => t.Feed_Own_TellsReservationsAndHoursAndEndsWithTheRight());
        await PlayAsync<FeedTests>(t => t.Feed_OfAResource_TellsOthersOnlyThatItIsTaken());
        await PlayAsync<FeedTests>(t => t.Feed_PersonErased_IsGoneWithThem());
        await GoRoundAsync();
        await GoRoundMembersAsync();
    }

    public ValueTask DisposeAsync()
    {
        Recorder.Dispose();
        return default;
    }

    private static async Task PlayAsync<T>(Func<T, Task> story)
        where T : new()
    {
        var test = new T();
        await story(test);
        (test as IDisposable)?.Dispose();
    }

    private static async Task GoRoundAsync()
    {
        using var story = await BookingStory.BeginAsync();
        var (app, dryer) = (story.App, story.Dryer);
        ResourceDetails? details = null;
        var other = await app.Given.ResourceAsync(r => details = r with { Code = "SD-3" });
        await app.AskAsync((ResourceRegister register) => register.EditAsync(new EditResource
        {
            Id = other.Id,
            Details = details! with { OwnerId = story.Staff.Id, BackupOwnerId = story.Staff.Id },
            NewCategory = new("Aszalás", "Dehydrating"),
            NewSite = "Debrecen",
            SeenVersion = other.Version,
        }, Actor.System));
        await app.AskAsync((PolicyDesk desk) => desk.SetAsync(
            new SetPolicy { CategoryId = dryer.CategoryId, ValidFrom = new DateOnly(2026, 11, 1), Terms = new() }, Actor.System));
        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        await app.AskAsync((BookingDesk desk) => desk.MoveAsync(
            new MoveReservation { Reference = booked.Reference, Slot = BookingStory.Tuesday(9, 12), ResourceIds = [other.Id] }, Actor.System));
        var window = await app.AskAsync((MaintenanceDesk desk) => desk.PlaceAsync(
            new PlaceMaintenance { ResourceId = dryer.Id, Slot = BookingStory.Tuesday(9, 12), Reason = "New nozzle" }, Actor.System));

        foreach (var language in new[] { "hu", "en" })
        {
            Assert.Equal(HttpStatusCode.OK, (await (await story.AsAsync(story.Anna, language)).GetPageAsync("/")).Status);
            var staff = await story.AsAsync(story.Staff, language);
            foreach (var page in new[]
            {
                "/", "/booking/day?date=2026-11-10", "/booking/day?category=drying&site=1", "/booking/week/SD-1", "/booking/month?category=drying",
                "/booking/mine", $"/booking/reservations/{booked.Reference}", $"/booking/maintenance/place/{window.Value[0]}",
                $"/booking/policies/set?category={dryer.CategoryId}", "/resources/SD-1/qr.svg",
                "/resources", "/resources/SD-3", "/resources?Filter.Category=1&Filter.Site=1&Filter.Kind=Equipment&Filter.FoodGrade=Food&Filter.Retired=true",
            })
                Assert.Equal(HttpStatusCode.OK, (await staff.GetPageAsync(page)).Status);
        }

        // A site's opening times, for a site that there is not.
        await app.AskAsync((OpeningTimes times) => times.SetWeekAsync(new SetOpeningWeek { SiteId = 99, Week = [] }, Actor.System));
    }

    // A call that fills a cohort, its section written anew; a company with a firm of the register behind it.
    private static async Task GoRoundMembersAsync()
    {
        using var app = IncubatorApp.Start();
        var call = await CallStory.BeginAsync(app, published: false);
        var cohort = await DecisionDeskTests.CohortAsync(app, capacity: 5);
        var other = await app.AskAsync((CallDesk desk) => desk.CreateAsync(CallStory.Details() with { CohortId = cohort.Id }, call.Staff));
        var (company, owner) = (Company.Create("Leány Kft."), Company.Create(new CompanyFacts { Name = "Anya Zrt.", TaxNumber = "12345676-2-09" }));
        await app.Given.RowsAsync(company, owner);
        var link = await app.AskAsync((SizeDesk desk) => desk.SaveLinkAsync(new SaveLink
        {
            Company = company.Reference,
            Facts = new LinkFacts { Name = "Anya Zrt.", TaxNumber = "12345676-2-09", SharePercent = 60, Direction = LinkDirection.OwnedBy },
        }, call.Staff));
        var staff = await app.SignInAsAsync(call.StaffPerson);
        foreach (var page in new[] { $"/cohorts/calls/{other.Value}", $"/companies/{company.Reference}", $"/companies/{company.Reference}/link/{link.Value}" })
            Assert.Equal(HttpStatusCode.OK, (await staff.GetPageAsync(page)).Status);
        var section = await staff.GetPageAsync($"/cohorts/calls/{call.Call}/form/section/{call.Section}");
        Assert.NotNull((await section.Form(".card-form").Set("Input.TitleEn", "Your plan").SubmitAsync()).Flash);
    }
}
