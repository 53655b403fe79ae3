CREATE TABLE [Attachments] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [Subject] nvarchar(40) NOT NULL,
    [SubjectId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [FileName] nvarchar(160) NOT NULL,
    [ContentType] nvarchar(80) NOT NULL,
    [Length] bigint NOT NULL,
    [AddedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Attachments] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Camps] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [NameHu] nvarchar(160) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(160) COLLATE Hungarian_100_CI_AS NOT NULL,
    [AboutHu] nvarchar(max) NOT NULL,
    [AboutEn] nvarchar(max) NOT NULL,
    [Format] int NOT NULL,
    [Status] int NOT NULL,
    [Place] nvarchar(200) NOT NULL,
    [StartsOn] date NOT NULL,
    [EndsOn] date NOT NULL,
    [DayStarts] int NOT NULL,
    [DayEnds] int NOT NULL,
    [Languages] nvarchar(40) NOT NULL,
    [Partners] nvarchar(1000) NULL,
    [Budget] decimal(18,2) NULL,
    [BudgetCurrency] nvarchar(3) NULL,
    [RegistrationClosesAt] datetime2 NOT NULL,
    [ChallengesCloseAt] datetime2 NOT NULL,
    [StudentPlaces] int NOT NULL,
    [CompanyPlaces] int NOT NULL,
    [ExpertPlaces] int NOT NULL,
    [MinAge] int NOT NULL,
    [MinTeamSize] int NOT NULL,
    [MaxTeamSize] int NOT NULL,
    [CertificateShare] int NOT NULL,
    [ClonedFromId] bigint NULL,
    [LockVersion] bigint NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    [IsPublic] bit NOT NULL,
    CONSTRAINT [PK_Camps] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Camps_Camps_ClonedFromId] FOREIGN KEY ([ClonedFromId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Companies] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [Name] nvarchar(160) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameKey] nvarchar(160) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ShortName] nvarchar(60) NULL,
    [LegalForm] int NULL,
    [Role] int NOT NULL,
    [TaxNumber] nvarchar(13) NULL,
    [TaxCore] nvarchar(8) COLLATE Latin1_General_100_BIN2 NULL,
    [EuVatNumber] nvarchar(14) NULL,
    [RegisterNumber] nvarchar(12) NULL,
    [Postcode] nvarchar(12) NULL,
    [Settlement] nvarchar(80) NULL,
    [Address] nvarchar(160) NULL,
    [Country] nvarchar(2) NOT NULL,
    [Website] nvarchar(200) NULL,
    [ContactEmail] nvarchar(160) NULL,
    [Phone] nvarchar(40) NULL,
    [NaceMain] nvarchar(5) COLLATE Latin1_General_100_BIN2 NULL,
    [NaceRevision] int NOT NULL,
    [FoundedOn] date NULL,
    [S3Priority] int NULL,
    [SizeClass] int NULL,
    [IsDemo] bit NOT NULL,
    [IsActive] bit NOT NULL,
    [LeftOn] date NULL,
    [CalendarVersion] bigint NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Companies] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [DataProtectionKeys] (
    [Id] int NOT NULL IDENTITY,
    [FriendlyName] nvarchar(200) NULL,
    [Xml] nvarchar(max) NULL,
    CONSTRAINT [PK_DataProtectionKeys] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [History] (
    [Id] bigint NOT NULL IDENTITY,
    [At] datetime2 NOT NULL,
    [PersonId] bigint NULL,
    [Subject] nvarchar(40) NOT NULL,
    [SubjectId] bigint NOT NULL,
    [Act] nvarchar(40) NOT NULL,
    [Changes] nvarchar(max) NULL,
    [Reason] nvarchar(500) NULL,
    CONSTRAINT [PK_History] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [JobStates] (
    [Name] nvarchar(80) COLLATE Hungarian_100_CI_AS NOT NULL,
    [StartedAt] datetime2 NULL,
    [EndedAt] datetime2 NULL,
    [Took] int NOT NULL,
    [SucceededAt] datetime2 NULL,
    [WatchingSince] datetime2 NULL,
    [Did] nvarchar(1000) NULL,
    [DidAt] datetime2 NULL,
    [Failure] nvarchar(1000) NULL,
    [FailedAt] datetime2 NULL,
    CONSTRAINT [PK_JobStates] PRIMARY KEY ([Name])
);
GO


CREATE TABLE [NumberSeries] (
    [Key] nvarchar(10) NOT NULL,
    [Year] int NOT NULL,
    [Last] bigint NOT NULL,
    CONSTRAINT [PK_NumberSeries] PRIMARY KEY ([Key], [Year])
);
GO


CREATE TABLE [OnboardingSteps] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [Kind] int NOT NULL,
    [NameHu] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [InstructionsHu] nvarchar(1000) NULL,
    [InstructionsEn] nvarchar(1000) NULL,
    [AppliesTo] int NOT NULL,
    [PerPerson] bit NOT NULL,
    [Doer] int NOT NULL,
    [Wanted] int NOT NULL,
    [Validity] int NOT NULL,
    [Months] int NULL,
    [Blocks] int NOT NULL,
    [StaffMayOverride] bit NOT NULL,
    [Position] int NOT NULL,
    [ActiveFrom] date NOT NULL,
    [RetiredFrom] date NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_OnboardingSteps] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [People] (
    [Id] bigint NOT NULL IDENTITY,
    [FullName] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Language] nvarchar(5) NOT NULL,
    [SecondFactorAskedAt] datetime2 NULL,
    [ErasedAt] datetime2 NULL,
    [UserName] nvarchar(256) NULL,
    [NormalizedUserName] nvarchar(256) NULL,
    [Email] nvarchar(256) NULL,
    [NormalizedEmail] nvarchar(256) NULL,
    [EmailConfirmed] bit NOT NULL,
    [PasswordHash] nvarchar(500) NULL,
    [SecurityStamp] nvarchar(100) NULL,
    [ConcurrencyStamp] nvarchar(100) NULL,
    [PhoneNumber] nvarchar(40) NULL,
    [PhoneNumberConfirmed] bit NOT NULL,
    [TwoFactorEnabled] bit NOT NULL,
    [LockoutEnd] datetime2 NULL,
    [LockoutEnabled] bit NOT NULL,
    [AccessFailedCount] int NOT NULL,
    CONSTRAINT [PK_People] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Programmes] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [NameHu] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [About] nvarchar(2000) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Programmes] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [ResourceCategories] (
    [Id] bigint NOT NULL IDENTITY,
    [Code] nvarchar(40) NOT NULL,
    [NameHu] nvarchar(80) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(80) COLLATE Hungarian_100_CI_AS NOT NULL,
    CONSTRAINT [PK_ResourceCategories] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Roles] (
    [Id] bigint NOT NULL IDENTITY,
    [Name] nvarchar(256) NULL,
    [NormalizedName] nvarchar(256) NULL,
    [ConcurrencyStamp] nvarchar(max) NULL,
    CONSTRAINT [PK_Roles] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Sites] (
    [Id] bigint NOT NULL IDENTITY,
    [Name] nvarchar(160) COLLATE Hungarian_100_CI_AS NOT NULL,
    CONSTRAINT [PK_Sites] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [AttachmentContent] (
    [AttachmentId] bigint NOT NULL,
    [Bytes] varbinary(max) NOT NULL,
    CONSTRAINT [PK_AttachmentContent] PRIMARY KEY ([AttachmentId]),
    CONSTRAINT [FK_AttachmentContent_Attachments_AttachmentId] FOREIGN KEY ([AttachmentId]) REFERENCES [Attachments] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampQuestions] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CampId] bigint NOT NULL,
    [Position] int NOT NULL,
    [Kind] int NOT NULL,
    [TextHu] nvarchar(300) NOT NULL,
    [TextEn] nvarchar(300) NOT NULL,
    [ChoicesHu] nvarchar(1000) NULL,
    [ChoicesEn] nvarchar(1000) NULL,
    [IsRequired] bit NOT NULL,
    [RetiredAt] datetime2 NULL,
    CONSTRAINT [PK_CampQuestions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CampQuestions_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampSkills] (
    [Id] bigint NOT NULL IDENTITY,
    [CampId] bigint NOT NULL,
    [Position] int NOT NULL,
    [NameHu] nvarchar(80) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(80) COLLATE Hungarian_100_CI_AS NOT NULL,
    CONSTRAINT [PK_CampSkills] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CampSkills_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [JuryCriteria] (
    [Id] bigint NOT NULL IDENTITY,
    [CampId] bigint NOT NULL,
    [Position] int NOT NULL,
    [Weight] int NOT NULL,
    [Aspect] int NOT NULL,
    [NameHu] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_JuryCriteria] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_JuryCriteria_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [JuryProtocols] (
    [Id] bigint NOT NULL IDENTITY,
    [CampId] bigint NOT NULL,
    [Number] int NOT NULL,
    [TakenAt] datetime2 NOT NULL,
    [Hash] nvarchar(64) NOT NULL,
    [Table] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_JuryProtocols] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_JuryProtocols_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [JuryRounds] (
    [CampId] bigint NOT NULL,
    [ClosedAt] datetime2 NULL,
    [ClosedById] bigint NULL,
    [PublishedAt] datetime2 NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_JuryRounds] PRIMARY KEY ([CampId]),
    CONSTRAINT [FK_JuryRounds_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CompanyActivities] (
    [CompanyId] bigint NOT NULL,
    [Code] nvarchar(5) NOT NULL,
    CONSTRAINT [PK_CompanyActivities] PRIMARY KEY ([CompanyId], [Code]),
    CONSTRAINT [FK_CompanyActivities_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id])
);
GO


CREATE TABLE [CompanyDocuments] (
    [AttachmentId] bigint NOT NULL,
    [CompanyId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [IsForStaff] bit NOT NULL,
    CONSTRAINT [PK_CompanyDocuments] PRIMARY KEY ([AttachmentId]),
    CONSTRAINT [FK_CompanyDocuments_Attachments_AttachmentId] FOREIGN KEY ([AttachmentId]) REFERENCES [Attachments] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CompanyDocuments_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CompanyGoals] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CompanyId] bigint NOT NULL,
    [Words] nvarchar(600) NOT NULL,
    [Language] nvarchar(2) NOT NULL,
    [TargetOn] date NULL,
    [State] int NOT NULL,
    [AddedAt] datetime2 NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CompanyGoals] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CompanyGoals_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CompanyKeys] (
    [CompanyId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [Key] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_CompanyKeys] PRIMARY KEY ([Kind], [Key], [CompanyId]),
    CONSTRAINT [FK_CompanyKeys_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id])
);
GO


CREATE TABLE [CompanyLinks] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CompanyId] bigint NOT NULL,
    [OtherCompanyId] bigint NULL,
    [Name] nvarchar(160) COLLATE Hungarian_100_CI_AS NOT NULL,
    [TaxNumber] nvarchar(13) NULL,
    [SharePercent] decimal(5,2) NOT NULL,
    [Direction] int NOT NULL,
    [Kind] int NOT NULL,
    [Note] nvarchar(200) NULL,
    [FromYear] int NULL,
    [UntilYear] int NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CompanyLinks] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CompanyLinks_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CompanyLinks_Companies_OtherCompanyId] FOREIGN KEY ([OtherCompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CompanyYears] (
    [CompanyId] bigint NOT NULL,
    [Year] int NOT NULL,
    [Headcount] decimal(12,2) NOT NULL,
    [Turnover] decimal(18,2) NULL,
    [BalanceTotal] decimal(18,2) NULL,
    [Currency] nvarchar(3) NOT NULL,
    [Rate] decimal(12,4) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CompanyYears] PRIMARY KEY ([CompanyId], [Year]),
    CONSTRAINT [FK_CompanyYears_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Invitations] (
    [Id] bigint NOT NULL IDENTITY,
    [Mail] nvarchar(256) NOT NULL,
    [NormalizedMail] nvarchar(256) NOT NULL,
    [FullName] nvarchar(120) COLLATE Hungarian_100_CI_AS NULL,
    [Language] nvarchar(5) NOT NULL,
    [Role] nvarchar(40) NULL,
    [CompanyId] bigint NULL,
    [MemberRole] int NULL,
    [TokenHash] nvarchar(64) NOT NULL,
    [Round] int NOT NULL,
    [InvitedById] bigint NULL,
    [InvitedAt] datetime2 NOT NULL,
    [ExpiresAt] datetime2 NOT NULL,
    [AcceptedAt] datetime2 NULL,
    [AcceptedById] bigint NULL,
    [RevokedAt] datetime2 NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Invitations_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Memberships] (
    [Id] bigint NOT NULL IDENTITY,
    [CompanyId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [From] date NOT NULL,
    [Until] date NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Memberships] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Memberships_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PlanSettings] (
    [CampId] bigint NOT NULL,
    [HostCompanyId] bigint NULL,
    [MinBreakMinutes] int NOT NULL,
    [RoomChangeWeight] int NOT NULL,
    [MentorMinutesWeight] int NOT NULL,
    [IdleTimeWeight] int NOT NULL,
    [JuryOrderWeight] int NOT NULL,
    [WishWeight] int NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_PlanSettings] PRIMARY KEY ([CampId]),
    CONSTRAINT [FK_PlanSettings_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_PlanSettings_Companies_HostCompanyId] FOREIGN KEY ([HostCompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [AgendaVersions] (
    [Id] bigint NOT NULL IDENTITY,
    [CampId] bigint NOT NULL,
    [Number] int NOT NULL,
    [PublishedAt] datetime2 NOT NULL,
    [PublishedById] bigint NULL,
    [Note] nvarchar(500) NULL,
    [Penalty] int NOT NULL,
    CONSTRAINT [PK_AgendaVersions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AgendaVersions_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_AgendaVersions_People_PublishedById] FOREIGN KEY ([PublishedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampNotices] (
    [Id] bigint NOT NULL IDENTITY,
    [CampId] bigint NOT NULL,
    [Number] int NOT NULL,
    [BodyHu] nvarchar(max) NOT NULL,
    [BodyEn] nvarchar(max) NOT NULL,
    [PublishedAt] datetime2 NOT NULL,
    [PublishedById] bigint NULL,
    CONSTRAINT [PK_CampNotices] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CampNotices_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampNotices_People_PublishedById] FOREIGN KEY ([PublishedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CompanyMembers] (
    [CompanyId] bigint NOT NULL,
    [PersonId] bigint NOT NULL,
    [Role] int NOT NULL,
    CONSTRAINT [PK_CompanyMembers] PRIMARY KEY ([CompanyId], [PersonId]),
    CONSTRAINT [FK_CompanyMembers_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CompanyMembers_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CompanyUpdates] (
    [Id] bigint NOT NULL IDENTITY,
    [CompanyId] bigint NOT NULL,
    [QuarterIndex] int NOT NULL,
    [JobsWomen] decimal(9,2) NOT NULL,
    [JobsMen] decimal(9,2) NOT NULL,
    [JobsOther] decimal(9,2) NOT NULL,
    [JobsYoung] decimal(9,2) NOT NULL,
    [JobsResearch] decimal(9,2) NOT NULL,
    [Turnover] decimal(18,2) NOT NULL,
    [Investment] decimal(18,2) NOT NULL,
    [Products] int NOT NULL,
    [Certificates] nvarchar(500) NULL,
    [Note] nvarchar(2000) NULL,
    [SentAt] datetime2 NULL,
    [SentById] bigint NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CompanyUpdates] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CompanyUpdates_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CompanyUpdates_People_SentById] FOREIGN KEY ([SentById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CrewMembers] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CampId] bigint NOT NULL,
    [PersonId] bigint NOT NULL,
    [Role] int NOT NULL,
    [Organisation] nvarchar(160) NULL,
    [CompanyId] bigint NULL,
    [IsChair] bit NOT NULL,
    [AskedAt] datetime2 NULL,
    [ConfirmedAt] datetime2 NULL,
    [DeclinedAt] datetime2 NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CrewMembers] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CrewMembers_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CrewMembers_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CrewMembers_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ExternalCalendars] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [Subject] nvarchar(40) NOT NULL,
    [SubjectId] bigint NOT NULL,
    [Name] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Address] nvarchar(2000) NOT NULL,
    [AddedById] bigint NULL,
    [AddedAt] datetime2 NOT NULL,
    [AskedAt] datetime2 NULL,
    [ReadAt] datetime2 NULL,
    [Tag] nvarchar(200) NULL,
    [Skipped] int NOT NULL,
    [Problem] nvarchar(60) NULL,
    [ProblemStatus] int NULL,
    [FailingSince] datetime2 NULL,
    [Failures] int NOT NULL,
    [RemovedAt] datetime2 NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_ExternalCalendars] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ExternalCalendars_People_AddedById] FOREIGN KEY ([AddedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Mentors] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [PersonId] bigint NOT NULL,
    [TopicsHu] nvarchar(300) NOT NULL,
    [TopicsEn] nvarchar(300) NOT NULL,
    [Languages] nvarchar(120) NOT NULL,
    [About] nvarchar(2000) NULL,
    [IsActive] bit NOT NULL,
    [CalendarVersion] bigint NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Mentors] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Mentors_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Notices] (
    [Id] bigint NOT NULL IDENTITY,
    [Event] nvarchar(120) NOT NULL,
    [Kind] nvarchar(60) NOT NULL,
    [PersonId] bigint NULL,
    [Topic] int NULL,
    [Recipient] nvarchar(256) NOT NULL,
    [Language] nvarchar(5) NOT NULL,
    [Facts] nvarchar(max) NOT NULL,
    [HoldsSecret] bit NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [DueAt] datetime2 NOT NULL,
    [State] int NOT NULL,
    [NextTryAt] datetime2 NOT NULL,
    [Attempts] int NOT NULL,
    [Claim] uniqueidentifier NULL,
    [ClaimedUntil] datetime2 NULL,
    [HandedOverAt] datetime2 NULL,
    [SentAt] datetime2 NULL,
    [Problem] nvarchar(500) NULL,
    [SeenAt] datetime2 NULL,
    [WithdrawnAt] datetime2 NULL,
    CONSTRAINT [PK_Notices] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Notices_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Participants] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CampId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [State] int NOT NULL,
    [Name] nvarchar(160) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Email] nvarchar(254) NOT NULL,
    [Organisation] nvarchar(160) NULL,
    [Languages] nvarchar(40) NOT NULL,
    [OtherSkills] nvarchar(300) NULL,
    [PersonId] bigint NULL,
    [Language] nvarchar(2) NOT NULL,
    [IsMinor] bit NOT NULL,
    [GuardianName] nvarchar(160) NULL,
    [Needs] nvarchar(500) NULL,
    [PhotoConsentAt] datetime2 NULL,
    [NoticeNumber] int NOT NULL,
    [NoticeHash] nvarchar(64) NULL,
    [RegisteredAt] datetime2 NOT NULL,
    [Turn] int NOT NULL,
    [OfferEndsAt] datetime2 NULL,
    [ForgottenAt] datetime2 NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Participants] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Participants_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Participants_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PersonClaims] (
    [Id] int NOT NULL IDENTITY,
    [UserId] bigint NOT NULL,
    [ClaimType] nvarchar(max) NULL,
    [ClaimValue] nvarchar(max) NULL,
    CONSTRAINT [PK_PersonClaims] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PersonClaims_People_UserId] FOREIGN KEY ([UserId]) REFERENCES [People] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [PersonLogins] (
    [LoginProvider] nvarchar(128) NOT NULL,
    [ProviderKey] nvarchar(128) NOT NULL,
    [ProviderDisplayName] nvarchar(max) NULL,
    [UserId] bigint NOT NULL,
    CONSTRAINT [PK_PersonLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
    CONSTRAINT [FK_PersonLogins_People_UserId] FOREIGN KEY ([UserId]) REFERENCES [People] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [PersonPasskeys] (
    [CredentialId] varbinary(800) NOT NULL,
    [UserId] bigint NOT NULL,
    [Data] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_PersonPasskeys] PRIMARY KEY ([CredentialId]),
    CONSTRAINT [FK_PersonPasskeys_People_UserId] FOREIGN KEY ([UserId]) REFERENCES [People] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [PersonTokens] (
    [UserId] bigint NOT NULL,
    [LoginProvider] nvarchar(128) NOT NULL,
    [Name] nvarchar(128) NOT NULL,
    [Value] nvarchar(max) NULL,
    CONSTRAINT [PK_PersonTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
    CONSTRAINT [FK_PersonTokens_People_UserId] FOREIGN KEY ([UserId]) REFERENCES [People] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [RefusedNotices] (
    [PersonId] bigint NOT NULL,
    [Topic] int NOT NULL,
    CONSTRAINT [PK_RefusedNotices] PRIMARY KEY ([PersonId], [Topic]),
    CONSTRAINT [FK_RefusedNotices_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Reservations] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [Number] nvarchar(20) NOT NULL,
    [CompanyId] bigint NOT NULL,
    [PersonId] bigint NULL,
    [BookedById] bigint NULL,
    [BookedAt] datetime2 NOT NULL,
    [State] int NOT NULL,
    [Start] datetime2 NOT NULL,
    [End] datetime2 NOT NULL,
    [Purpose] nvarchar(200) NOT NULL,
    [ProjectNote] nvarchar(2000) NULL,
    [LotUse] int NOT NULL,
    [InternalNote] nvarchar(2000) NULL,
    [OverrideReason] nvarchar(500) NULL,
    [FreeCancelUntil] datetime2 NOT NULL,
    [EndReason] nvarchar(500) NULL,
    [Sequence] int NOT NULL,
    [SubmissionKey] uniqueidentifier NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Reservations] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Reservations_Order] CHECK (Start <= "End"),
    CONSTRAINT [FK_Reservations_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Reservations_People_BookedById] FOREIGN KEY ([BookedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Reservations_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [StepRecords] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [StepId] bigint NOT NULL,
    [CompanyId] bigint NOT NULL,
    [PersonId] bigint NULL,
    [State] int NOT NULL,
    [Number] nvarchar(60) NULL,
    [Scope] nvarchar(300) NULL,
    [DocumentVersion] nvarchar(40) NULL,
    [ValidFrom] date NULL,
    [ValidUntil] date NULL,
    [NotForSale] bit NOT NULL,
    [TextNumber] int NULL,
    [AcceptedName] nvarchar(120) NULL,
    [SubmittedAt] datetime2 NOT NULL,
    [SubmittedById] bigint NULL,
    [DecidedAt] datetime2 NULL,
    [DecidedById] bigint NULL,
    [Reason] nvarchar(500) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_StepRecords] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_StepRecords_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_StepRecords_OnboardingSteps_StepId] FOREIGN KEY ([StepId]) REFERENCES [OnboardingSteps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_StepRecords_People_DecidedById] FOREIGN KEY ([DecidedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_StepRecords_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_StepRecords_People_SubmittedById] FOREIGN KEY ([SubmittedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [StepTexts] (
    [Id] bigint NOT NULL IDENTITY,
    [StepId] bigint NOT NULL,
    [Number] int NOT NULL,
    [BodyHu] nvarchar(max) NOT NULL,
    [BodyEn] nvarchar(max) NOT NULL,
    [AsksAnewFrom] date NULL,
    [PublishedAt] datetime2 NOT NULL,
    [PublishedById] bigint NULL,
    CONSTRAINT [PK_StepTexts] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_StepTexts_OnboardingSteps_StepId] FOREIGN KEY ([StepId]) REFERENCES [OnboardingSteps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_StepTexts_People_PublishedById] FOREIGN KEY ([PublishedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Cohorts] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [ProgrammeId] bigint NOT NULL,
    [NameHu] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Starts] date NOT NULL,
    [Ends] date NOT NULL,
    [Capacity] int NOT NULL,
    [Focus] nvarchar(500) NULL,
    [ResponsibleId] bigint NULL,
    [Sequence] bigint NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Cohorts] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Cohorts_Capacity] CHECK (Capacity BETWEEN 1 AND 200),
    CONSTRAINT [FK_Cohorts_People_ResponsibleId] FOREIGN KEY ([ResponsibleId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Cohorts_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PersonRoles] (
    [UserId] bigint NOT NULL,
    [RoleId] bigint NOT NULL,
    CONSTRAINT [PK_PersonRoles] PRIMARY KEY ([UserId], [RoleId]),
    CONSTRAINT [FK_PersonRoles_People_UserId] FOREIGN KEY ([UserId]) REFERENCES [People] ([Id]) ON DELETE CASCADE,
    CONSTRAINT [FK_PersonRoles_Roles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [Roles] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [RoleClaims] (
    [Id] int NOT NULL IDENTITY,
    [RoleId] bigint NOT NULL,
    [ClaimType] nvarchar(max) NULL,
    [ClaimValue] nvarchar(max) NULL,
    CONSTRAINT [PK_RoleClaims] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_RoleClaims_Roles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [Roles] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [Resources] (
    [Id] bigint NOT NULL IDENTITY,
    [Code] nvarchar(40) NOT NULL,
    [NameHu] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Kind] int NOT NULL,
    [CategoryId] bigint NOT NULL,
    [SiteId] bigint NULL,
    [Room] nvarchar(80) NULL,
    [Manufacturer] nvarchar(80) NULL,
    [Model] nvarchar(80) NULL,
    [CapacityFigure] nvarchar(40) NULL,
    [CapacityUnit] nvarchar(30) NULL,
    [Units] int NOT NULL,
    [FoodGrade] int NULL,
    [OwnerId] bigint NULL,
    [BackupOwnerId] bigint NULL,
    [Notes] nvarchar(2000) NULL,
    [Source] nvarchar(300) NULL,
    [SetupMinutes] int NOT NULL,
    [CleanupMinutes] int NOT NULL,
    [RetiredAt] datetime2 NULL,
    [CalendarVersion] bigint NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Resources] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Resources_Units] CHECK (Units BETWEEN 1 AND 50),
    CONSTRAINT [FK_Resources_People_BackupOwnerId] FOREIGN KEY ([BackupOwnerId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Resources_People_OwnerId] FOREIGN KEY ([OwnerId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Resources_ResourceCategories_CategoryId] FOREIGN KEY ([CategoryId]) REFERENCES [ResourceCategories] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Resources_Sites_SiteId] FOREIGN KEY ([SiteId]) REFERENCES [Sites] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [JuryAnchors] (
    [CriterionId] bigint NOT NULL,
    [Score] int NOT NULL,
    [TextHu] nvarchar(300) NOT NULL,
    [TextEn] nvarchar(300) NOT NULL,
    CONSTRAINT [PK_JuryAnchors] PRIMARY KEY ([CriterionId], [Score]),
    CONSTRAINT [FK_JuryAnchors_JuryCriteria_CriterionId] FOREIGN KEY ([CriterionId]) REFERENCES [JuryCriteria] ([Id])
);
GO


CREATE TABLE [CompanyLinkYears] (
    [CompanyLinkId] bigint NOT NULL,
    [Year] int NOT NULL,
    [Headcount] decimal(12,2) NOT NULL,
    [Turnover] decimal(18,2) NULL,
    [BalanceTotal] decimal(18,2) NULL,
    [Currency] nvarchar(3) NOT NULL,
    [Rate] decimal(12,4) NULL,
    CONSTRAINT [PK_CompanyLinkYears] PRIMARY KEY ([CompanyLinkId], [Year]),
    CONSTRAINT [FK_CompanyLinkYears_CompanyLinks_CompanyLinkId] FOREIGN KEY ([CompanyLinkId]) REFERENCES [CompanyLinks] ([Id])
);
GO


CREATE TABLE [AgendaItems] (
    [Id] bigint NOT NULL IDENTITY,
    [AgendaVersionId] bigint NOT NULL,
    [SessionReference] uniqueidentifier NOT NULL,
    [Change] int NOT NULL,
    [Kind] int NOT NULL,
    [TitleHu] nvarchar(160) NOT NULL,
    [TitleEn] nvarchar(160) NOT NULL,
    [Note] nvarchar(1000) NULL,
    [Start] datetime2 NOT NULL,
    [Minutes] int NOT NULL,
    [RoomName] nvarchar(120) NULL,
    [OldStart] datetime2 NULL,
    [OldRoomName] nvarchar(120) NULL,
    [Sequence] int NOT NULL,
    CONSTRAINT [PK_AgendaItems] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AgendaItems_AgendaVersions_AgendaVersionId] FOREIGN KEY ([AgendaVersionId]) REFERENCES [AgendaVersions] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Challenges] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CampId] bigint NOT NULL,
    [CompanyId] bigint NOT NULL,
    [State] int NOT NULL,
    [Confidentiality] int NOT NULL,
    [TitleHu] nvarchar(160) NOT NULL,
    [TitleEn] nvarchar(160) NOT NULL,
    [SummaryHu] nvarchar(1000) NOT NULL,
    [SummaryEn] nvarchar(1000) NOT NULL,
    [Problem] nvarchar(4000) NOT NULL,
    [Product] nvarchar(4000) NOT NULL,
    [Success] nvarchar(4000) NOT NULL,
    [Equipment] nvarchar(4000) NULL,
    [FacilitatorId] bigint NULL,
    [DecisionReason] nvarchar(500) NULL,
    [SubmittedById] bigint NULL,
    [SubmittedAt] datetime2 NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Challenges] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Challenges_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Challenges_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Challenges_CrewMembers_FacilitatorId] FOREIGN KEY ([FacilitatorId]) REFERENCES [CrewMembers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Challenges_People_SubmittedById] FOREIGN KEY ([SubmittedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CrewTimes] (
    [Id] bigint NOT NULL IDENTITY,
    [CrewMemberId] bigint NOT NULL,
    [Start] datetime2 NOT NULL,
    [End] datetime2 NOT NULL,
    CONSTRAINT [PK_CrewTimes] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CrewTimes_CrewMembers_CrewMemberId] FOREIGN KEY ([CrewMemberId]) REFERENCES [CrewMembers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [BusyTimes] (
    [CalendarId] bigint NOT NULL,
    [Start] datetime2 NOT NULL,
    [End] datetime2 NOT NULL,
    CONSTRAINT [PK_BusyTimes] PRIMARY KEY ([CalendarId], [Start]),
    CONSTRAINT [CK_BusyTimes_Order] CHECK (Start < "End"),
    CONSTRAINT [FK_BusyTimes_ExternalCalendars_CalendarId] FOREIGN KEY ([CalendarId]) REFERENCES [ExternalCalendars] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MentorSlots] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [MentorId] bigint NOT NULL,
    [Start] datetime2 NOT NULL,
    [End] datetime2 NOT NULL,
    [IsWithdrawn] bit NOT NULL,
    CONSTRAINT [PK_MentorSlots] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MentorSlots_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Arrivals] (
    [ParticipantId] bigint NOT NULL,
    [At] datetime2 NOT NULL,
    [RecordedById] bigint NULL,
    CONSTRAINT [PK_Arrivals] PRIMARY KEY ([ParticipantId]),
    CONSTRAINT [FK_Arrivals_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampAnswers] (
    [ParticipantId] bigint NOT NULL,
    [QuestionId] bigint NOT NULL,
    [Text] nvarchar(2000) NOT NULL,
    CONSTRAINT [PK_CampAnswers] PRIMARY KEY ([ParticipantId], [QuestionId]),
    CONSTRAINT [FK_CampAnswers_CampQuestions_QuestionId] FOREIGN KEY ([QuestionId]) REFERENCES [CampQuestions] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampAnswers_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Certificates] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [Number] nvarchar(20) NOT NULL,
    [Code] nvarchar(12) NOT NULL,
    [CampId] bigint NOT NULL,
    [ParticipantId] bigint NULL,
    [CrewMemberId] bigint NULL,
    [Name] nvarchar(160) COLLATE Hungarian_100_CI_AS NOT NULL,
    [CampHu] nvarchar(160) NOT NULL,
    [CampEn] nvarchar(160) NOT NULL,
    [StartsOn] date NOT NULL,
    [EndsOn] date NOT NULL,
    [ChallengeHu] nvarchar(160) NULL,
    [ChallengeEn] nvarchar(160) NULL,
    [Share] int NULL,
    [Language] nvarchar(2) NOT NULL,
    [IssuedAt] datetime2 NOT NULL,
    [IssuedById] bigint NULL,
    [RevokedAt] datetime2 NULL,
    [RevocationReason] nvarchar(500) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Certificates] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Certificates_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Certificates_CrewMembers_CrewMemberId] FOREIGN KEY ([CrewMemberId]) REFERENCES [CrewMembers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Certificates_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ParticipantLinks] (
    [Id] bigint NOT NULL IDENTITY,
    [ParticipantId] bigint NOT NULL,
    [TokenHash] nvarchar(64) NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_ParticipantLinks] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ParticipantLinks_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ParticipantSkills] (
    [ParticipantId] bigint NOT NULL,
    [SkillId] bigint NOT NULL,
    CONSTRAINT [PK_ParticipantSkills] PRIMARY KEY ([ParticipantId], [SkillId]),
    CONSTRAINT [FK_ParticipantSkills_CampSkills_SkillId] FOREIGN KEY ([SkillId]) REFERENCES [CampSkills] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ParticipantSkills_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [SessionReservations] (
    [SessionReference] uniqueidentifier NOT NULL,
    [CampId] bigint NOT NULL,
    [ReservationId] bigint NOT NULL,
    CONSTRAINT [PK_SessionReservations] PRIMARY KEY ([SessionReference]),
    CONSTRAINT [FK_SessionReservations_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_SessionReservations_Reservations_ReservationId] FOREIGN KEY ([ReservationId]) REFERENCES [Reservations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [AcceptedTexts] (
    [RecordId] bigint NOT NULL,
    [TextHu] nvarchar(max) NOT NULL,
    [TextEn] nvarchar(max) NOT NULL,
    [Hash] char(64) NOT NULL,
    CONSTRAINT [PK_AcceptedTexts] PRIMARY KEY ([RecordId]),
    CONSTRAINT [FK_AcceptedTexts_StepRecords_RecordId] FOREIGN KEY ([RecordId]) REFERENCES [StepRecords] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Calls] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [TitleHu] nvarchar(160) NOT NULL,
    [TitleEn] nvarchar(160) NOT NULL,
    [TextHu] nvarchar(4000) NOT NULL,
    [TextEn] nvarchar(4000) NOT NULL,
    [Kind] int NOT NULL,
    [OpensAt] datetime2 NOT NULL,
    [ClosesAt] datetime2 NOT NULL,
    [PublishedAt] datetime2 NULL,
    [Reviewers] int NOT NULL,
    [Priorities] int NOT NULL,
    [Divisions] nvarchar(120) NOT NULL,
    [CohortId] bigint NULL,
    [ClonedFromId] bigint NULL,
    [LockVersion] bigint NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Calls] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Calls_Order] CHECK (OpensAt < ClosesAt),
    CONSTRAINT [FK_Calls_Calls_ClonedFromId] FOREIGN KEY ([ClonedFromId]) REFERENCES [Calls] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Calls_Cohorts_CohortId] FOREIGN KEY ([CohortId]) REFERENCES [Cohorts] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [BookingPolicies] (
    [Id] bigint NOT NULL IDENTITY,
    [CategoryId] bigint NULL,
    [ResourceId] bigint NULL,
    [ValidFrom] date NOT NULL,
    [MinMinutes] int NULL,
    [MaxMinutes] int NULL,
    [GranularityMinutes] int NULL,
    [MinNoticeMinutes] int NULL,
    [HorizonDays] int NULL,
    [FreeCancelMinutes] int NULL,
    [CompanyMinutesPerWeek] int NULL,
    [CompanyMinutesPerMonth] int NULL,
    [CompanyFutureReservations] int NULL,
    [PersonMinutesPerWeek] int NULL,
    [PersonMinutesPerMonth] int NULL,
    [PersonFutureReservations] int NULL,
    [WeekendUse] bit NULL,
    [NightUse] bit NULL,
    [WhoMayBook] int NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_BookingPolicies] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_BookingPolicies_ResourceCategories_CategoryId] FOREIGN KEY ([CategoryId]) REFERENCES [ResourceCategories] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_BookingPolicies_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CalendarExceptions] (
    [Id] bigint NOT NULL IDENTITY,
    [Date] date NOT NULL,
    [SiteId] bigint NULL,
    [ResourceId] bigint NULL,
    [Kind] int NOT NULL,
    [NameHu] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [LegalBasis] nvarchar(200) NULL,
    [FollowsDay] int NULL,
    [OpensAt] int NULL,
    [ClosesAt] int NULL,
    CONSTRAINT [PK_CalendarExceptions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CalendarExceptions_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CalendarExceptions_Sites_SiteId] FOREIGN KEY ([SiteId]) REFERENCES [Sites] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CalendarFeeds] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [PersonId] bigint NOT NULL,
    [ResourceId] bigint NULL,
    [SecretHash] nvarchar(64) NOT NULL,
    [MadeAt] datetime2 NOT NULL,
    [RevokedAt] datetime2 NULL,
    [ReadAt] datetime2 NULL,
    CONSTRAINT [PK_CalendarFeeds] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CalendarFeeds_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CalendarFeeds_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampRooms] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CampId] bigint NOT NULL,
    [Name] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Seats] int NOT NULL,
    [ResourceId] bigint NULL,
    [Position] int NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CampRooms] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CampRooms_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampRooms_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MaintenanceWindows] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [ResourceId] bigint NOT NULL,
    [Unit] int NULL,
    [IsPlanned] bit NOT NULL,
    [Start] datetime2 NOT NULL,
    [End] datetime2 NOT NULL,
    [IsOpen] bit NOT NULL,
    [IsCancelled] bit NOT NULL,
    [Reason] nvarchar(300) NOT NULL,
    [PlacedById] bigint NULL,
    [ExternalCalendarId] bigint NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_MaintenanceWindows] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MaintenanceWindows_ExternalCalendars_ExternalCalendarId] FOREIGN KEY ([ExternalCalendarId]) REFERENCES [ExternalCalendars] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MaintenanceWindows_People_PlacedById] FOREIGN KEY ([PlacedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MaintenanceWindows_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Occupancy] (
    [ResourceId] bigint NOT NULL,
    [Quarter] int NOT NULL,
    [Unit] int NOT NULL,
    [ReservationItemId] bigint NULL,
    [MaintenanceId] bigint NULL,
    CONSTRAINT [PK_Occupancy] PRIMARY KEY ([ResourceId], [Quarter], [Unit]),
    CONSTRAINT [CK_Occupancy_One] CHECK ((ReservationItemId IS NULL AND MaintenanceId IS NOT NULL) OR (ReservationItemId IS NOT NULL AND MaintenanceId IS NULL)),
    CONSTRAINT [FK_Occupancy_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OpeningPatterns] (
    [Id] bigint NOT NULL IDENTITY,
    [SiteId] bigint NULL,
    [ResourceId] bigint NULL,
    [DayOfWeek] int NOT NULL,
    [OpensAt] int NOT NULL,
    [ClosesAt] int NOT NULL,
    CONSTRAINT [PK_OpeningPatterns] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_OpeningPatterns_Order] CHECK (OpensAt < ClosesAt),
    CONSTRAINT [FK_OpeningPatterns_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_OpeningPatterns_Sites_SiteId] FOREIGN KEY ([SiteId]) REFERENCES [Sites] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ReservationItems] (
    [Id] bigint NOT NULL IDENTITY,
    [ReservationId] bigint NOT NULL,
    [ResourceId] bigint NOT NULL,
    [Unit] int NOT NULL,
    [SetupMinutes] int NOT NULL,
    [CleanupMinutes] int NOT NULL,
    [FromQuarter] int NOT NULL,
    [UntilQuarter] int NOT NULL,
    CONSTRAINT [PK_ReservationItems] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ReservationItems_Reservations_ReservationId] FOREIGN KEY ([ReservationId]) REFERENCES [Reservations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ReservationItems_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [AgendaPart] (
    [AgendaItemId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [PartId] bigint NOT NULL,
    CONSTRAINT [PK_AgendaPart] PRIMARY KEY ([AgendaItemId], [Kind], [PartId]),
    CONSTRAINT [FK_AgendaPart_AgendaItems_AgendaItemId] FOREIGN KEY ([AgendaItemId]) REFERENCES [AgendaItems] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampChecks] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [ChallengeId] bigint NOT NULL,
    [AfterDays] int NOT NULL,
    [DueOn] date NOT NULL,
    [AnsweredAt] datetime2 NULL,
    [AnsweredById] bigint NULL,
    [State] int NULL,
    [Words] nvarchar(2000) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CampChecks] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CampChecks_Challenges_ChallengeId] FOREIGN KEY ([ChallengeId]) REFERENCES [Challenges] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampChecks_People_AnsweredById] FOREIGN KEY ([AnsweredById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ChallengeOpenings] (
    [Id] bigint NOT NULL IDENTITY,
    [ChallengeId] bigint NOT NULL,
    [PersonId] bigint NULL,
    [ParticipantId] bigint NULL,
    [AttachmentId] bigint NULL,
    [At] datetime2 NOT NULL,
    CONSTRAINT [PK_ChallengeOpenings] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ChallengeOpenings_Challenges_ChallengeId] FOREIGN KEY ([ChallengeId]) REFERENCES [Challenges] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ChallengeOpenings_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ChallengeOpenings_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ChallengeOutcomes] (
    [ChallengeId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [On] date NOT NULL,
    [ProductName] nvarchar(160) NULL,
    [Jobs] decimal(18,2) NULL,
    [Turnover] decimal(18,2) NULL,
    [Words] nvarchar(2000) NULL,
    [RecordedById] bigint NULL,
    [RecordedAt] datetime2 NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_ChallengeOutcomes] PRIMARY KEY ([ChallengeId]),
    CONSTRAINT [FK_ChallengeOutcomes_Challenges_ChallengeId] FOREIGN KEY ([ChallengeId]) REFERENCES [Challenges] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ChallengeOutcomes_People_RecordedById] FOREIGN KEY ([RecordedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ChallengeReaders] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [ChallengeId] bigint NOT NULL,
    [PersonId] bigint NULL,
    [ParticipantId] bigint NULL,
    [NamedAt] datetime2 NOT NULL,
    [AgreedAt] datetime2 NULL,
    [PledgeNumber] int NULL,
    CONSTRAINT [PK_ChallengeReaders] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ChallengeReaders_Challenges_ChallengeId] FOREIGN KEY ([ChallengeId]) REFERENCES [Challenges] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ChallengeReaders_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ChallengeReaders_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ChallengeResource] (
    [ChallengeId] bigint NOT NULL,
    [ResourceId] bigint NOT NULL,
    CONSTRAINT [PK_ChallengeResource] PRIMARY KEY ([ChallengeId], [ResourceId]),
    CONSTRAINT [FK_ChallengeResource_Challenges_ChallengeId] FOREIGN KEY ([ChallengeId]) REFERENCES [Challenges] ([Id]),
    CONSTRAINT [FK_ChallengeResource_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Specifications] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [ChallengeId] bigint NOT NULL,
    [Position] int NOT NULL,
    [Name] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Unit] nvarchar(30) NULL,
    [Target] decimal(18,6) NULL,
    [Lower] decimal(18,6) NULL,
    [Upper] decimal(18,6) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Specifications] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Specifications_Challenges_ChallengeId] FOREIGN KEY ([ChallengeId]) REFERENCES [Challenges] ([Id])
);
GO


CREATE TABLE [Teams] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CampId] bigint NOT NULL,
    [Name] nvarchar(80) COLLATE Hungarian_100_CI_AS NOT NULL,
    [Position] int NOT NULL,
    [ChallengeId] bigint NULL,
    [AnnouncedAt] datetime2 NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Teams] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Teams_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Teams_Challenges_ChallengeId] FOREIGN KEY ([ChallengeId]) REFERENCES [Challenges] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MentorSessions] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [MentorId] bigint NOT NULL,
    [SlotId] bigint NOT NULL,
    [CompanyId] bigint NOT NULL,
    [BookedById] bigint NULL,
    [Start] datetime2 NOT NULL,
    [End] datetime2 NOT NULL,
    [Topic] nvarchar(500) NOT NULL,
    [State] int NOT NULL,
    [CancelReason] nvarchar(500) NULL,
    [Moves] int NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_MentorSessions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MentorSessions_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MentorSessions_MentorSlots_SlotId] FOREIGN KEY ([SlotId]) REFERENCES [MentorSlots] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MentorSessions_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MentorSessions_People_BookedById] FOREIGN KEY ([BookedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Applications] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [Number] nvarchar(20) NOT NULL,
    [CallId] bigint NOT NULL,
    [State] int NOT NULL,
    [Email] nvarchar(256) NOT NULL,
    [Language] nvarchar(5) NOT NULL,
    [StartedAt] datetime2 NOT NULL,
    [SavedAt] datetime2 NULL,
    [SubmittedAt] datetime2 NULL,
    [EndedAt] datetime2 NULL,
    [Wanted] int NOT NULL,
    [Missing] int NOT NULL,
    [CompanyName] nvarchar(160) NULL,
    [TaxCore] nvarchar(8) NULL,
    [SizeClass] int NULL,
    [CompanyId] bigint NULL,
    [ForgottenAt] datetime2 NULL,
    [LockVersion] bigint NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Applications] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Applications_Calls_CallId] FOREIGN KEY ([CallId]) REFERENCES [Calls] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Applications_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CallReviewers] (
    [CallId] bigint NOT NULL,
    [PersonId] bigint NOT NULL,
    [Organisation] nvarchar(160) NULL,
    CONSTRAINT [PK_CallReviewers] PRIMARY KEY ([CallId], [PersonId]),
    CONSTRAINT [FK_CallReviewers_Calls_CallId] FOREIGN KEY ([CallId]) REFERENCES [Calls] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CallReviewers_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CallSections] (
    [Id] bigint NOT NULL IDENTITY,
    [CallId] bigint NOT NULL,
    [Position] int NOT NULL,
    [TitleHu] nvarchar(120) NOT NULL,
    [TitleEn] nvarchar(120) NOT NULL,
    [TextHu] nvarchar(1000) NULL,
    [TextEn] nvarchar(1000) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CallSections] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CallSections_Calls_CallId] FOREIGN KEY ([CallId]) REFERENCES [Calls] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Criteria] (
    [Id] bigint NOT NULL IDENTITY,
    [CallId] bigint NOT NULL,
    [Position] int NOT NULL,
    [Weight] int NOT NULL,
    [NameHu] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [NameEn] nvarchar(120) COLLATE Hungarian_100_CI_AS NOT NULL,
    [TextHu] nvarchar(600) NULL,
    [TextEn] nvarchar(600) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Criteria] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Criteria_Weight] CHECK (Weight BETWEEN 1 AND 100),
    CONSTRAINT [FK_Criteria_Calls_CallId] FOREIGN KEY ([CallId]) REFERENCES [Calls] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [RankSnapshots] (
    [Id] bigint NOT NULL IDENTITY,
    [CallId] bigint NOT NULL,
    [TakenAt] datetime2 NOT NULL,
    [Hash] nvarchar(64) NOT NULL,
    [Table] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_RankSnapshots] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_RankSnapshots_Calls_CallId] FOREIGN KEY ([CallId]) REFERENCES [Calls] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ReviewRounds] (
    [CallId] bigint NOT NULL,
    [DueOn] date NULL,
    [SharesAfterDecision] bit NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_ReviewRounds] PRIMARY KEY ([CallId]),
    CONSTRAINT [FK_ReviewRounds_Calls_CallId] FOREIGN KEY ([CallId]) REFERENCES [Calls] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampSessions] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CampId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [TitleHu] nvarchar(160) NOT NULL,
    [TitleEn] nvarchar(160) NOT NULL,
    [Note] nvarchar(1000) NULL,
    [Minutes] int NOT NULL,
    [Guests] int NOT NULL,
    [OnDay] date NULL,
    [WishedPart] int NOT NULL,
    [WishedRoomId] bigint NULL,
    [Start] datetime2 NULL,
    [RoomId] bigint NULL,
    [IsPinned] bit NOT NULL,
    [IsConfirmed] bit NOT NULL,
    [Sequence] int NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CampSessions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CampSessions_CampRooms_RoomId] FOREIGN KEY ([RoomId]) REFERENCES [CampRooms] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampSessions_CampRooms_WishedRoomId] FOREIGN KEY ([WishedRoomId]) REFERENCES [CampRooms] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampSessions_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [UseSessions] (
    [Id] bigint NOT NULL IDENTITY,
    [ReservationItemId] bigint NOT NULL,
    [ResourceId] bigint NOT NULL,
    [Unit] int NOT NULL,
    [StartedAt] datetime2 NOT NULL,
    [StartedById] bigint NULL,
    [EndedAt] datetime2 NULL,
    [EndedById] bigint NULL,
    [EndIsAssumed] bit NOT NULL,
    CONSTRAINT [PK_UseSessions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_UseSessions_ReservationItems_ReservationItemId] FOREIGN KEY ([ReservationItemId]) REFERENCES [ReservationItems] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_UseSessions_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MeasuredLots] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [SpecificationId] bigint NOT NULL,
    [Phase] int NOT NULL,
    [Code] nvarchar(40) NOT NULL,
    [MeasuredOn] date NOT NULL,
    [RecordedById] bigint NULL,
    [RecordedAt] datetime2 NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_MeasuredLots] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MeasuredLots_People_RecordedById] FOREIGN KEY ([RecordedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MeasuredLots_Specifications_SpecificationId] FOREIGN KEY ([SpecificationId]) REFERENCES [Specifications] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampIdeas] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [ChallengeId] bigint NOT NULL,
    [TeamId] bigint NULL,
    [Title] nvarchar(160) NOT NULL,
    [Words] nvarchar(2000) NULL,
    [AdoptedOn] date NULL,
    [AdoptedById] bigint NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CampIdeas] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CampIdeas_Challenges_ChallengeId] FOREIGN KEY ([ChallengeId]) REFERENCES [Challenges] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampIdeas_People_AdoptedById] FOREIGN KEY ([AdoptedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampIdeas_Teams_TeamId] FOREIGN KEY ([TeamId]) REFERENCES [Teams] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CampMessages] (
    [Id] bigint NOT NULL IDENTITY,
    [CampId] bigint NOT NULL,
    [Audience] int NOT NULL,
    [TeamId] bigint NULL,
    [Text] nvarchar(500) NOT NULL,
    [SentAt] datetime2 NOT NULL,
    [SentById] bigint NULL,
    CONSTRAINT [PK_CampMessages] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CampMessages_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CampMessages_Teams_TeamId] FOREIGN KEY ([TeamId]) REFERENCES [Teams] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [JurySheets] (
    [Id] bigint NOT NULL IDENTITY,
    [CampId] bigint NOT NULL,
    [TeamId] bigint NOT NULL,
    [JurorId] bigint NOT NULL,
    [Comment] nvarchar(2000) NULL,
    [RecusedAt] datetime2 NULL,
    [RecusalReason] nvarchar(500) NULL,
    [WrittenAt] datetime2 NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_JurySheets] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_JurySheets_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_JurySheets_CrewMembers_JurorId] FOREIGN KEY ([JurorId]) REFERENCES [CrewMembers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_JurySheets_Teams_TeamId] FOREIGN KEY ([TeamId]) REFERENCES [Teams] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [TeamCrew] (
    [TeamId] bigint NOT NULL,
    [CrewMemberId] bigint NOT NULL,
    CONSTRAINT [PK_TeamCrew] PRIMARY KEY ([TeamId], [CrewMemberId]),
    CONSTRAINT [FK_TeamCrew_CrewMembers_CrewMemberId] FOREIGN KEY ([CrewMemberId]) REFERENCES [CrewMembers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_TeamCrew_Teams_TeamId] FOREIGN KEY ([TeamId]) REFERENCES [Teams] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [TeamMembers] (
    [ParticipantId] bigint NOT NULL,
    [TeamId] bigint NOT NULL,
    [IsFixed] bit NOT NULL,
    CONSTRAINT [PK_TeamMembers] PRIMARY KEY ([ParticipantId]),
    CONSTRAINT [FK_TeamMembers_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_TeamMembers_Teams_TeamId] FOREIGN KEY ([TeamId]) REFERENCES [Teams] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [TieOrders] (
    [TeamId] bigint NOT NULL,
    [CampId] bigint NOT NULL,
    [Order] int NOT NULL,
    [Reason] nvarchar(500) NOT NULL,
    [DecidedAt] datetime2 NOT NULL,
    [DecidedById] bigint NULL,
    CONSTRAINT [PK_TieOrders] PRIMARY KEY ([TeamId]),
    CONSTRAINT [FK_TieOrders_Camps_CampId] FOREIGN KEY ([CampId]) REFERENCES [Camps] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_TieOrders_Teams_TeamId] FOREIGN KEY ([TeamId]) REFERENCES [Teams] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MentorNotes] (
    [Id] bigint NOT NULL IDENTITY,
    [SessionId] bigint NOT NULL,
    [Text] nvarchar(4000) NOT NULL,
    [Visibility] int NOT NULL,
    [At] datetime2 NOT NULL,
    [AuthorId] bigint NULL,
    CONSTRAINT [PK_MentorNotes] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MentorNotes_MentorSessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [MentorSessions] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MentorNotes_People_AuthorId] FOREIGN KEY ([AuthorId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MentorQuarters] (
    [MentorId] bigint NOT NULL,
    [Quarter] int NOT NULL,
    [SessionId] bigint NOT NULL,
    CONSTRAINT [PK_MentorQuarters] PRIMARY KEY ([MentorId], [Quarter]),
    CONSTRAINT [FK_MentorQuarters_MentorSessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [MentorSessions] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MentorQuarters_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ApplicationAnswers] (
    [ApplicationId] bigint NOT NULL,
    [Field] nvarchar(60) NOT NULL,
    [Text] nvarchar(4000) NOT NULL,
    [ChangedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_ApplicationAnswers] PRIMARY KEY ([ApplicationId], [Field]),
    CONSTRAINT [FK_ApplicationAnswers_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ApplicationLinks] (
    [Id] bigint NOT NULL IDENTITY,
    [ApplicationId] bigint NOT NULL,
    [TokenHash] nvarchar(64) NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_ApplicationLinks] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ApplicationLinks_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CohortMembers] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [CohortId] bigint NOT NULL,
    [CompanyId] bigint NOT NULL,
    [ApplicationId] bigint NULL,
    [State] int NOT NULL,
    [From] date NOT NULL,
    [EndedOn] date NULL,
    [JoinReason] nvarchar(500) NULL,
    [EndReason] nvarchar(500) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CohortMembers] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CohortMembers_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CohortMembers_Cohorts_CohortId] FOREIGN KEY ([CohortId]) REFERENCES [Cohorts] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CohortMembers_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [DuplicateFindings] (
    [Id] bigint NOT NULL IDENTITY,
    [ApplicationId] bigint NOT NULL,
    [CompanyId] bigint NULL,
    [OtherApplicationId] bigint NULL,
    [IsSame] bit NOT NULL,
    [FoundById] bigint NULL,
    [FoundAt] datetime2 NOT NULL,
    CONSTRAINT [PK_DuplicateFindings] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_DuplicateFindings_One] CHECK ((CompanyId IS NULL AND OtherApplicationId IS NOT NULL) OR (CompanyId IS NOT NULL AND OtherApplicationId IS NULL)),
    CONSTRAINT [FK_DuplicateFindings_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_DuplicateFindings_Applications_OtherApplicationId] FOREIGN KEY ([OtherApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_DuplicateFindings_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Reviews] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [ApplicationId] bigint NOT NULL,
    [ReviewerId] bigint NOT NULL,
    [State] int NOT NULL,
    [IsByHand] bit NOT NULL,
    [Round] int NOT NULL,
    [AskedAt] datetime2 NOT NULL,
    [ClearedAt] datetime2 NULL,
    [Conflict] int NULL,
    [ConflictNote] nvarchar(500) NULL,
    [WrittenAt] datetime2 NULL,
    [SubmittedAt] datetime2 NULL,
    [ReopenedAt] datetime2 NULL,
    [Summary] nvarchar(2000) NULL,
    [LockVersion] bigint NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Reviews] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Reviews_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Reviews_People_ReviewerId] FOREIGN KEY ([ReviewerId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CallQuestions] (
    [Id] bigint NOT NULL IDENTITY,
    [CallId] bigint NOT NULL,
    [SectionId] bigint NOT NULL,
    [Position] int NOT NULL,
    [Type] int NOT NULL,
    [IsRequired] bit NOT NULL,
    [LabelHu] nvarchar(300) NOT NULL,
    [LabelEn] nvarchar(300) NOT NULL,
    [HelpHu] nvarchar(1000) NULL,
    [HelpEn] nvarchar(1000) NULL,
    [ConsentHu] nvarchar(4000) NULL,
    [ConsentEn] nvarchar(4000) NULL,
    [MaxLength] int NULL,
    [Min] decimal(18,4) NULL,
    [Max] decimal(18,4) NULL,
    [UnitHu] nvarchar(30) NULL,
    [UnitEn] nvarchar(30) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CallQuestions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CallQuestions_CallSections_SectionId] FOREIGN KEY ([SectionId]) REFERENCES [CallSections] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_CallQuestions_Calls_CallId] FOREIGN KEY ([CallId]) REFERENCES [Calls] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CriterionAnchors] (
    [CriterionId] bigint NOT NULL,
    [Score] int NOT NULL,
    [TextHu] nvarchar(300) NOT NULL,
    [TextEn] nvarchar(300) NOT NULL,
    CONSTRAINT [PK_CriterionAnchors] PRIMARY KEY ([CriterionId], [Score]),
    CONSTRAINT [FK_CriterionAnchors_Criteria_CriterionId] FOREIGN KEY ([CriterionId]) REFERENCES [Criteria] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Decisions] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [ApplicationId] bigint NOT NULL,
    [SnapshotId] bigint NOT NULL,
    [Kind] int NOT NULL,
    [ReserveOrder] int NULL,
    [PublicReason] nvarchar(2000) NOT NULL,
    [InternalNote] nvarchar(2000) NULL,
    [CorrectsId] bigint NULL,
    [CorrectionReason] nvarchar(500) NULL,
    [CompanyId] bigint NULL,
    [DecidedAt] datetime2 NOT NULL,
    [DecidedById] bigint NULL,
    [SubmissionKey] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Decisions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Decisions_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Decisions_Companies_CompanyId] FOREIGN KEY ([CompanyId]) REFERENCES [Companies] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Decisions_Decisions_CorrectsId] FOREIGN KEY ([CorrectsId]) REFERENCES [Decisions] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Decisions_RankSnapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [RankSnapshots] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Presences] (
    [SessionId] bigint NOT NULL,
    [ParticipantId] bigint NOT NULL,
    [At] datetime2 NOT NULL,
    [RecordedById] bigint NULL,
    CONSTRAINT [PK_Presences] PRIMARY KEY ([SessionId], [ParticipantId]),
    CONSTRAINT [FK_Presences_CampSessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [CampSessions] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Presences_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [SessionCrew] (
    [SessionId] bigint NOT NULL,
    [CrewMemberId] bigint NOT NULL,
    CONSTRAINT [PK_SessionCrew] PRIMARY KEY ([SessionId], [CrewMemberId]),
    CONSTRAINT [FK_SessionCrew_CampSessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [CampSessions] ([Id]),
    CONSTRAINT [FK_SessionCrew_CrewMembers_CrewMemberId] FOREIGN KEY ([CrewMemberId]) REFERENCES [CrewMembers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [SessionEquipment] (
    [SessionId] bigint NOT NULL,
    [ResourceId] bigint NOT NULL,
    CONSTRAINT [PK_SessionEquipment] PRIMARY KEY ([SessionId], [ResourceId]),
    CONSTRAINT [FK_SessionEquipment_CampSessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [CampSessions] ([Id]),
    CONSTRAINT [FK_SessionEquipment_Resources_ResourceId] FOREIGN KEY ([ResourceId]) REFERENCES [Resources] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [SessionTeam] (
    [SessionId] bigint NOT NULL,
    [TeamId] bigint NOT NULL,
    CONSTRAINT [PK_SessionTeam] PRIMARY KEY ([SessionId], [TeamId]),
    CONSTRAINT [FK_SessionTeam_CampSessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [CampSessions] ([Id]),
    CONSTRAINT [FK_SessionTeam_Teams_TeamId] FOREIGN KEY ([TeamId]) REFERENCES [Teams] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [LotValue] (
    [LotId] bigint NOT NULL,
    [Position] int NOT NULL,
    [Value] decimal(18,6) NOT NULL,
    CONSTRAINT [PK_LotValue] PRIMARY KEY ([LotId], [Position]),
    CONSTRAINT [FK_LotValue_MeasuredLots_LotId] FOREIGN KEY ([LotId]) REFERENCES [MeasuredLots] ([Id])
);
GO


CREATE TABLE [IdeaPrototype] (
    [IdeaId] bigint NOT NULL,
    [ReservationId] bigint NOT NULL,
    CONSTRAINT [PK_IdeaPrototype] PRIMARY KEY ([IdeaId], [ReservationId]),
    CONSTRAINT [FK_IdeaPrototype_CampIdeas_IdeaId] FOREIGN KEY ([IdeaId]) REFERENCES [CampIdeas] ([Id]),
    CONSTRAINT [FK_IdeaPrototype_Reservations_ReservationId] FOREIGN KEY ([ReservationId]) REFERENCES [Reservations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [JuryScores] (
    [SheetId] bigint NOT NULL,
    [CriterionId] bigint NOT NULL,
    [Score] int NOT NULL,
    CONSTRAINT [PK_JuryScores] PRIMARY KEY ([SheetId], [CriterionId]),
    CONSTRAINT [CK_JuryScores_Score] CHECK (Score BETWEEN 1 AND 5),
    CONSTRAINT [FK_JuryScores_JuryCriteria_CriterionId] FOREIGN KEY ([CriterionId]) REFERENCES [JuryCriteria] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_JuryScores_JurySheets_SheetId] FOREIGN KEY ([SheetId]) REFERENCES [JurySheets] ([Id])
);
GO


CREATE TABLE [FollowUps] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [MemberId] bigint NOT NULL,
    [AfterMonths] int NOT NULL,
    [DueOn] date NOT NULL,
    [AnsweredAt] datetime2 NULL,
    [AnsweredById] bigint NULL,
    [IsActive] bit NULL,
    [Jobs] decimal(9,2) NULL,
    [Turnover] decimal(18,2) NULL,
    [Products] int NULL,
    [Comment] nvarchar(1000) NULL,
    [Source] int NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_FollowUps] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_FollowUps_CohortMembers_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [CohortMembers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_FollowUps_People_AnsweredById] FOREIGN KEY ([AnsweredById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Milestones] (
    [Id] bigint NOT NULL IDENTITY,
    [Reference] uniqueidentifier NOT NULL,
    [MemberId] bigint NOT NULL,
    [Text] nvarchar(300) NOT NULL,
    [GoalId] bigint NULL,
    [Goal] nvarchar(600) NOT NULL,
    [DueOn] date NOT NULL,
    [State] int NOT NULL,
    [BegunOn] date NULL,
    [AgreedByStaffId] bigint NULL,
    [AgreedByStaffAt] datetime2 NULL,
    [AgreedByCompanyId] bigint NULL,
    [AgreedByCompanyAt] datetime2 NULL,
    [DoneOn] date NULL,
    [Evidence] nvarchar(2000) NULL,
    [DropReason] nvarchar(500) NULL,
    [Version] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Milestones] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Milestones_CohortMembers_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [CohortMembers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Milestones_CompanyGoals_GoalId] FOREIGN KEY ([GoalId]) REFERENCES [CompanyGoals] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Milestones_People_AgreedByCompanyId] FOREIGN KEY ([AgreedByCompanyId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Milestones_People_AgreedByStaffId] FOREIGN KEY ([AgreedByStaffId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ReviewScores] (
    [ReviewId] bigint NOT NULL,
    [CriterionId] bigint NOT NULL,
    [Score] int NULL,
    [Comment] nvarchar(1000) NULL,
    CONSTRAINT [PK_ReviewScores] PRIMARY KEY ([ReviewId], [CriterionId]),
    CONSTRAINT [CK_ReviewScores_Score] CHECK (Score BETWEEN 0 AND 5),
    CONSTRAINT [FK_ReviewScores_Criteria_CriterionId] FOREIGN KEY ([CriterionId]) REFERENCES [Criteria] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ReviewScores_Reviews_ReviewId] FOREIGN KEY ([ReviewId]) REFERENCES [Reviews] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CallChoices] (
    [Id] bigint NOT NULL IDENTITY,
    [QuestionId] bigint NOT NULL,
    [Position] int NOT NULL,
    [LabelHu] nvarchar(160) NOT NULL,
    [LabelEn] nvarchar(160) NOT NULL,
    CONSTRAINT [PK_CallChoices] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CallChoices_CallQuestions_QuestionId] FOREIGN KEY ([QuestionId]) REFERENCES [CallQuestions] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MilestoneSlips] (
    [Id] bigint NOT NULL IDENTITY,
    [MilestoneId] bigint NOT NULL,
    [WasDueOn] date NOT NULL,
    [DueOn] date NOT NULL,
    [Reason] nvarchar(500) NOT NULL,
    [At] datetime2 NOT NULL,
    [PersonId] bigint NULL,
    CONSTRAINT [PK_MilestoneSlips] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MilestoneSlips_Milestones_MilestoneId] FOREIGN KEY ([MilestoneId]) REFERENCES [Milestones] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MilestoneSlips_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
);
GO


CREATE INDEX [IX_AgendaItems_AgendaVersionId_Start] ON [AgendaItems] ([AgendaVersionId], [Start]);
GO


CREATE INDEX [IX_AgendaItems_SessionReference] ON [AgendaItems] ([SessionReference]);
GO


CREATE UNIQUE INDEX [IX_AgendaVersions_CampId_Number] ON [AgendaVersions] ([CampId], [Number]);
GO


CREATE INDEX [IX_AgendaVersions_PublishedById] ON [AgendaVersions] ([PublishedById]);
GO


CREATE INDEX [IX_ApplicationLinks_ApplicationId] ON [ApplicationLinks] ([ApplicationId]);
GO


CREATE UNIQUE INDEX [IX_ApplicationLinks_TokenHash] ON [ApplicationLinks] ([TokenHash]);
GO


CREATE INDEX [IX_Applications_CallId_State] ON [Applications] ([CallId], [State]);
GO


CREATE INDEX [IX_Applications_CompanyId] ON [Applications] ([CompanyId]);
GO


CREATE INDEX [IX_Applications_Email] ON [Applications] ([Email]);
GO


CREATE UNIQUE INDEX [IX_Applications_Number] ON [Applications] ([Number]);
GO


CREATE UNIQUE INDEX [IX_Applications_Reference] ON [Applications] ([Reference]);
GO


CREATE INDEX [IX_Applications_State_EndedAt] ON [Applications] ([State], [EndedAt]);
GO


CREATE INDEX [IX_Applications_TaxCore] ON [Applications] ([TaxCore]);
GO


CREATE UNIQUE INDEX [IX_Attachments_Reference] ON [Attachments] ([Reference]);
GO


CREATE INDEX [IX_Attachments_Subject_SubjectId] ON [Attachments] ([Subject], [SubjectId]);
GO


CREATE UNIQUE INDEX [IX_BookingPolicies_Category] ON [BookingPolicies] ([CategoryId], [ValidFrom]) WHERE CategoryId IS NOT NULL;
GO


CREATE UNIQUE INDEX [IX_BookingPolicies_Lab] ON [BookingPolicies] ([ValidFrom]) WHERE CategoryId IS NULL AND ResourceId IS NULL;
GO


CREATE UNIQUE INDEX [IX_BookingPolicies_Resource] ON [BookingPolicies] ([ResourceId], [ValidFrom]) WHERE ResourceId IS NOT NULL;
GO


CREATE UNIQUE INDEX [IX_CalendarExceptions_Lab] ON [CalendarExceptions] ([Date]) WHERE SiteId IS NULL AND ResourceId IS NULL;
GO


CREATE UNIQUE INDEX [IX_CalendarExceptions_Resource] ON [CalendarExceptions] ([ResourceId], [Date]) WHERE ResourceId IS NOT NULL;
GO


CREATE UNIQUE INDEX [IX_CalendarExceptions_Site] ON [CalendarExceptions] ([SiteId], [Date]) WHERE SiteId IS NOT NULL;
GO


CREATE INDEX [IX_CalendarFeeds_PersonId] ON [CalendarFeeds] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_CalendarFeeds_Reference] ON [CalendarFeeds] ([Reference]);
GO


CREATE INDEX [IX_CalendarFeeds_ResourceId] ON [CalendarFeeds] ([ResourceId]);
GO


CREATE UNIQUE INDEX [IX_CalendarFeeds_SecretHash] ON [CalendarFeeds] ([SecretHash]);
GO


CREATE INDEX [IX_CallChoices_QuestionId] ON [CallChoices] ([QuestionId]);
GO


CREATE INDEX [IX_CallQuestions_CallId] ON [CallQuestions] ([CallId]);
GO


CREATE INDEX [IX_CallQuestions_SectionId] ON [CallQuestions] ([SectionId]);
GO


CREATE INDEX [IX_CallReviewers_PersonId] ON [CallReviewers] ([PersonId]);
GO


CREATE INDEX [IX_Calls_ClonedFromId] ON [Calls] ([ClonedFromId]);
GO


CREATE INDEX [IX_Calls_CohortId] ON [Calls] ([CohortId]);
GO


CREATE INDEX [IX_Calls_PublishedAt_ClosesAt] ON [Calls] ([PublishedAt], [ClosesAt]);
GO


CREATE UNIQUE INDEX [IX_Calls_Reference] ON [Calls] ([Reference]);
GO


CREATE INDEX [IX_CallSections_CallId] ON [CallSections] ([CallId]);
GO


CREATE INDEX [IX_CampAnswers_QuestionId] ON [CampAnswers] ([QuestionId]);
GO


CREATE INDEX [IX_CampChecks_AnsweredAt_DueOn] ON [CampChecks] ([AnsweredAt], [DueOn]);
GO


CREATE INDEX [IX_CampChecks_AnsweredById] ON [CampChecks] ([AnsweredById]);
GO


CREATE UNIQUE INDEX [IX_CampChecks_ChallengeId_AfterDays] ON [CampChecks] ([ChallengeId], [AfterDays]);
GO


CREATE UNIQUE INDEX [IX_CampChecks_Reference] ON [CampChecks] ([Reference]);
GO


CREATE INDEX [IX_CampIdeas_AdoptedById] ON [CampIdeas] ([AdoptedById]);
GO


CREATE INDEX [IX_CampIdeas_ChallengeId] ON [CampIdeas] ([ChallengeId]);
GO


CREATE UNIQUE INDEX [IX_CampIdeas_Reference] ON [CampIdeas] ([Reference]);
GO


CREATE INDEX [IX_CampIdeas_TeamId] ON [CampIdeas] ([TeamId]);
GO


CREATE INDEX [IX_CampMessages_CampId_SentAt] ON [CampMessages] ([CampId], [SentAt]);
GO


CREATE INDEX [IX_CampMessages_TeamId] ON [CampMessages] ([TeamId]);
GO


CREATE UNIQUE INDEX [IX_CampNotices_CampId_Number] ON [CampNotices] ([CampId], [Number]);
GO


CREATE INDEX [IX_CampNotices_PublishedById] ON [CampNotices] ([PublishedById]);
GO


CREATE INDEX [IX_CampQuestions_CampId_Position] ON [CampQuestions] ([CampId], [Position]);
GO


CREATE UNIQUE INDEX [IX_CampQuestions_Reference] ON [CampQuestions] ([Reference]);
GO


CREATE INDEX [IX_CampRooms_CampId_Position] ON [CampRooms] ([CampId], [Position]);
GO


CREATE UNIQUE INDEX [IX_CampRooms_Reference] ON [CampRooms] ([Reference]);
GO


CREATE INDEX [IX_CampRooms_ResourceId] ON [CampRooms] ([ResourceId]);
GO


CREATE INDEX [IX_Camps_ClonedFromId] ON [Camps] ([ClonedFromId]);
GO


CREATE UNIQUE INDEX [IX_Camps_Reference] ON [Camps] ([Reference]);
GO


CREATE INDEX [IX_Camps_Status_StartsOn] ON [Camps] ([Status], [StartsOn]);
GO


CREATE INDEX [IX_CampSessions_CampId_Start] ON [CampSessions] ([CampId], [Start]);
GO


CREATE UNIQUE INDEX [IX_CampSessions_Reference] ON [CampSessions] ([Reference]);
GO


CREATE INDEX [IX_CampSessions_RoomId] ON [CampSessions] ([RoomId]);
GO


CREATE INDEX [IX_CampSessions_WishedRoomId] ON [CampSessions] ([WishedRoomId]);
GO


CREATE INDEX [IX_CampSkills_CampId_Position] ON [CampSkills] ([CampId], [Position]);
GO


CREATE INDEX [IX_Certificates_CampId] ON [Certificates] ([CampId]);
GO


CREATE UNIQUE INDEX [IX_Certificates_CrewMemberId] ON [Certificates] ([CrewMemberId]) WHERE CrewMemberId IS NOT NULL AND RevokedAt IS NULL;
GO


CREATE UNIQUE INDEX [IX_Certificates_Number] ON [Certificates] ([Number]);
GO


CREATE UNIQUE INDEX [IX_Certificates_ParticipantId] ON [Certificates] ([ParticipantId]) WHERE ParticipantId IS NOT NULL AND RevokedAt IS NULL;
GO


CREATE UNIQUE INDEX [IX_Certificates_Reference] ON [Certificates] ([Reference]);
GO


CREATE INDEX [IX_ChallengeOpenings_ChallengeId_At] ON [ChallengeOpenings] ([ChallengeId], [At]);
GO


CREATE INDEX [IX_ChallengeOpenings_ParticipantId] ON [ChallengeOpenings] ([ParticipantId]);
GO


CREATE INDEX [IX_ChallengeOpenings_PersonId] ON [ChallengeOpenings] ([PersonId]);
GO


CREATE INDEX [IX_ChallengeOutcomes_RecordedById] ON [ChallengeOutcomes] ([RecordedById]);
GO


CREATE UNIQUE INDEX [IX_ChallengeReaders_ChallengeId_ParticipantId] ON [ChallengeReaders] ([ChallengeId], [ParticipantId]) WHERE ParticipantId IS NOT NULL;
GO


CREATE UNIQUE INDEX [IX_ChallengeReaders_ChallengeId_PersonId] ON [ChallengeReaders] ([ChallengeId], [PersonId]) WHERE PersonId IS NOT NULL;
GO


CREATE INDEX [IX_ChallengeReaders_ParticipantId] ON [ChallengeReaders] ([ParticipantId]);
GO


CREATE INDEX [IX_ChallengeReaders_PersonId] ON [ChallengeReaders] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_ChallengeReaders_Reference] ON [ChallengeReaders] ([Reference]);
GO


CREATE INDEX [IX_ChallengeResource_ResourceId] ON [ChallengeResource] ([ResourceId]);
GO


CREATE INDEX [IX_Challenges_CampId_State] ON [Challenges] ([CampId], [State]);
GO


CREATE INDEX [IX_Challenges_CompanyId] ON [Challenges] ([CompanyId]);
GO


CREATE INDEX [IX_Challenges_FacilitatorId] ON [Challenges] ([FacilitatorId]);
GO


CREATE UNIQUE INDEX [IX_Challenges_Reference] ON [Challenges] ([Reference]);
GO


CREATE INDEX [IX_Challenges_SubmittedById] ON [Challenges] ([SubmittedById]);
GO


CREATE INDEX [IX_CohortMembers_ApplicationId] ON [CohortMembers] ([ApplicationId]);
GO


CREATE UNIQUE INDEX [IX_CohortMembers_CohortId_CompanyId] ON [CohortMembers] ([CohortId], [CompanyId]);
GO


CREATE INDEX [IX_CohortMembers_CompanyId] ON [CohortMembers] ([CompanyId]);
GO


CREATE UNIQUE INDEX [IX_CohortMembers_Reference] ON [CohortMembers] ([Reference]);
GO


CREATE INDEX [IX_Cohorts_ProgrammeId] ON [Cohorts] ([ProgrammeId]);
GO


CREATE UNIQUE INDEX [IX_Cohorts_Reference] ON [Cohorts] ([Reference]);
GO


CREATE INDEX [IX_Cohorts_ResponsibleId] ON [Cohorts] ([ResponsibleId]);
GO


CREATE INDEX [IX_Companies_LeftOn_Name] ON [Companies] ([LeftOn], [Name]);
GO


CREATE INDEX [IX_Companies_NaceMain] ON [Companies] ([NaceMain]);
GO


CREATE UNIQUE INDEX [IX_Companies_Name] ON [Companies] ([Name]);
GO


CREATE INDEX [IX_Companies_NameKey] ON [Companies] ([NameKey]);
GO


CREATE INDEX [IX_Companies_Reference] ON [Companies] ([Reference]);
GO


CREATE INDEX [IX_Companies_Settlement] ON [Companies] ([Settlement]);
GO


CREATE INDEX [IX_Companies_SizeClass] ON [Companies] ([SizeClass]);
GO


CREATE UNIQUE INDEX [IX_Companies_TaxCore] ON [Companies] ([TaxCore]) WHERE TaxCore IS NOT NULL;
GO


CREATE INDEX [IX_CompanyDocuments_CompanyId] ON [CompanyDocuments] ([CompanyId]);
GO


CREATE INDEX [IX_CompanyGoals_CompanyId] ON [CompanyGoals] ([CompanyId]);
GO


CREATE UNIQUE INDEX [IX_CompanyGoals_Reference] ON [CompanyGoals] ([Reference]);
GO


CREATE INDEX [IX_CompanyKeys_CompanyId] ON [CompanyKeys] ([CompanyId]);
GO


CREATE INDEX [IX_CompanyLinks_CompanyId] ON [CompanyLinks] ([CompanyId]);
GO


CREATE INDEX [IX_CompanyLinks_OtherCompanyId] ON [CompanyLinks] ([OtherCompanyId]);
GO


CREATE UNIQUE INDEX [IX_CompanyLinks_Reference] ON [CompanyLinks] ([Reference]);
GO


CREATE INDEX [IX_CompanyMembers_PersonId] ON [CompanyMembers] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_CompanyUpdates_CompanyId_QuarterIndex] ON [CompanyUpdates] ([CompanyId], [QuarterIndex]);
GO


CREATE INDEX [IX_CompanyUpdates_SentById] ON [CompanyUpdates] ([SentById]);
GO


CREATE UNIQUE INDEX [IX_CrewMembers_CampId_PersonId_Role] ON [CrewMembers] ([CampId], [PersonId], [Role]);
GO


CREATE INDEX [IX_CrewMembers_CompanyId] ON [CrewMembers] ([CompanyId]);
GO


CREATE INDEX [IX_CrewMembers_PersonId] ON [CrewMembers] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_CrewMembers_Reference] ON [CrewMembers] ([Reference]);
GO


CREATE INDEX [IX_CrewTimes_CrewMemberId_Start] ON [CrewTimes] ([CrewMemberId], [Start]);
GO


CREATE INDEX [IX_Criteria_CallId] ON [Criteria] ([CallId]);
GO


CREATE INDEX [IX_Decisions_ApplicationId] ON [Decisions] ([ApplicationId]);
GO


CREATE INDEX [IX_Decisions_CompanyId] ON [Decisions] ([CompanyId]);
GO


CREATE UNIQUE INDEX [IX_Decisions_CorrectsId] ON [Decisions] ([CorrectsId]) WHERE CorrectsId IS NOT NULL;
GO


CREATE UNIQUE INDEX [IX_Decisions_Reference] ON [Decisions] ([Reference]);
GO


CREATE INDEX [IX_Decisions_SnapshotId] ON [Decisions] ([SnapshotId]);
GO


CREATE UNIQUE INDEX [IX_Decisions_SubmissionKey] ON [Decisions] ([SubmissionKey]);
GO


CREATE UNIQUE INDEX [IX_DuplicateFindings_ApplicationId_CompanyId] ON [DuplicateFindings] ([ApplicationId], [CompanyId]) WHERE CompanyId IS NOT NULL;
GO


CREATE UNIQUE INDEX [IX_DuplicateFindings_ApplicationId_OtherApplicationId] ON [DuplicateFindings] ([ApplicationId], [OtherApplicationId]) WHERE OtherApplicationId IS NOT NULL;
GO


CREATE INDEX [IX_DuplicateFindings_CompanyId] ON [DuplicateFindings] ([CompanyId]);
GO


CREATE INDEX [IX_DuplicateFindings_OtherApplicationId] ON [DuplicateFindings] ([OtherApplicationId]);
GO


CREATE INDEX [IX_ExternalCalendars_AddedById] ON [ExternalCalendars] ([AddedById]);
GO


CREATE UNIQUE INDEX [IX_ExternalCalendars_Reference] ON [ExternalCalendars] ([Reference]);
GO


CREATE INDEX [IX_ExternalCalendars_Subject_SubjectId] ON [ExternalCalendars] ([Subject], [SubjectId]);
GO


CREATE INDEX [IX_FollowUps_AnsweredById] ON [FollowUps] ([AnsweredById]);
GO


CREATE INDEX [IX_FollowUps_DueOn] ON [FollowUps] ([DueOn]);
GO


CREATE UNIQUE INDEX [IX_FollowUps_MemberId_AfterMonths] ON [FollowUps] ([MemberId], [AfterMonths]);
GO


CREATE UNIQUE INDEX [IX_FollowUps_Reference] ON [FollowUps] ([Reference]);
GO


CREATE INDEX [IX_History_Subject_At] ON [History] ([Subject], [At]);
GO


CREATE INDEX [IX_History_Subject_SubjectId] ON [History] ([Subject], [SubjectId]);
GO


CREATE INDEX [IX_IdeaPrototype_ReservationId] ON [IdeaPrototype] ([ReservationId]);
GO


CREATE INDEX [IX_Invitations_CompanyId] ON [Invitations] ([CompanyId]);
GO


CREATE INDEX [IX_Invitations_ExpiresAt] ON [Invitations] ([ExpiresAt]) WHERE NormalizedMail <> '';
GO


CREATE INDEX [IX_Invitations_NormalizedMail] ON [Invitations] ([NormalizedMail]);
GO


CREATE UNIQUE INDEX [IX_Invitations_TokenHash] ON [Invitations] ([TokenHash]);
GO


CREATE INDEX [IX_JuryCriteria_CampId_Position] ON [JuryCriteria] ([CampId], [Position]);
GO


CREATE UNIQUE INDEX [IX_JuryProtocols_CampId_Number] ON [JuryProtocols] ([CampId], [Number]);
GO


CREATE INDEX [IX_JuryScores_CriterionId] ON [JuryScores] ([CriterionId]);
GO


CREATE INDEX [IX_JurySheets_CampId] ON [JurySheets] ([CampId]);
GO


CREATE INDEX [IX_JurySheets_JurorId] ON [JurySheets] ([JurorId]);
GO


CREATE UNIQUE INDEX [IX_JurySheets_TeamId_JurorId] ON [JurySheets] ([TeamId], [JurorId]);
GO


CREATE INDEX [IX_MaintenanceWindows_ExternalCalendarId] ON [MaintenanceWindows] ([ExternalCalendarId]);
GO


CREATE INDEX [IX_MaintenanceWindows_PlacedById] ON [MaintenanceWindows] ([PlacedById]);
GO


CREATE UNIQUE INDEX [IX_MaintenanceWindows_Reference] ON [MaintenanceWindows] ([Reference]);
GO


CREATE INDEX [IX_MaintenanceWindows_ResourceId_Start] ON [MaintenanceWindows] ([ResourceId], [Start]);
GO


CREATE INDEX [IX_MeasuredLots_RecordedById] ON [MeasuredLots] ([RecordedById]);
GO


CREATE UNIQUE INDEX [IX_MeasuredLots_Reference] ON [MeasuredLots] ([Reference]);
GO


CREATE UNIQUE INDEX [IX_MeasuredLots_SpecificationId_Phase_Code] ON [MeasuredLots] ([SpecificationId], [Phase], [Code]);
GO


CREATE INDEX [IX_Memberships_CompanyId_From] ON [Memberships] ([CompanyId], [From]);
GO


CREATE INDEX [IX_Memberships_From] ON [Memberships] ([From]);
GO


CREATE INDEX [IX_Memberships_Kind_From_Until_CompanyId] ON [Memberships] ([Kind], [From], [Until], [CompanyId]);
GO


CREATE INDEX [IX_MentorNotes_AuthorId] ON [MentorNotes] ([AuthorId]);
GO


CREATE INDEX [IX_MentorNotes_SessionId] ON [MentorNotes] ([SessionId]);
GO


CREATE INDEX [IX_MentorQuarters_SessionId] ON [MentorQuarters] ([SessionId]);
GO


CREATE UNIQUE INDEX [IX_Mentors_PersonId] ON [Mentors] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_Mentors_Reference] ON [Mentors] ([Reference]);
GO


CREATE INDEX [IX_MentorSessions_BookedById] ON [MentorSessions] ([BookedById]);
GO


CREATE INDEX [IX_MentorSessions_CompanyId_Start] ON [MentorSessions] ([CompanyId], [Start]);
GO


CREATE INDEX [IX_MentorSessions_MentorId_Start] ON [MentorSessions] ([MentorId], [Start]);
GO


CREATE UNIQUE INDEX [IX_MentorSessions_Reference] ON [MentorSessions] ([Reference]);
GO


CREATE INDEX [IX_MentorSessions_SlotId] ON [MentorSessions] ([SlotId]);
GO


CREATE INDEX [IX_MentorSlots_MentorId_Start] ON [MentorSlots] ([MentorId], [Start]);
GO


CREATE UNIQUE INDEX [IX_MentorSlots_Reference] ON [MentorSlots] ([Reference]);
GO


CREATE INDEX [IX_Milestones_AgreedByCompanyId] ON [Milestones] ([AgreedByCompanyId]);
GO


CREATE INDEX [IX_Milestones_AgreedByStaffId] ON [Milestones] ([AgreedByStaffId]);
GO


CREATE INDEX [IX_Milestones_GoalId] ON [Milestones] ([GoalId]);
GO


CREATE INDEX [IX_Milestones_MemberId_DueOn] ON [Milestones] ([MemberId], [DueOn]);
GO


CREATE UNIQUE INDEX [IX_Milestones_Reference] ON [Milestones] ([Reference]);
GO


CREATE INDEX [IX_Milestones_State_DueOn] ON [Milestones] ([State], [DueOn]);
GO


CREATE INDEX [IX_MilestoneSlips_MilestoneId] ON [MilestoneSlips] ([MilestoneId]);
GO


CREATE INDEX [IX_MilestoneSlips_PersonId] ON [MilestoneSlips] ([PersonId]);
GO


CREATE INDEX [IX_Notices_Claim] ON [Notices] ([Claim]);
GO


CREATE UNIQUE INDEX [IX_Notices_Event_Kind_Recipient] ON [Notices] ([Event], [Kind], [Recipient]);
GO


CREATE INDEX [IX_Notices_PersonId_DueAt] ON [Notices] ([PersonId], [DueAt]);
GO


CREATE INDEX [IX_Notices_State_NextTryAt] ON [Notices] ([State], [NextTryAt]);
GO


CREATE UNIQUE INDEX [IX_OnboardingSteps_Reference] ON [OnboardingSteps] ([Reference]);
GO


CREATE INDEX [IX_OpeningPatterns_ResourceId] ON [OpeningPatterns] ([ResourceId]);
GO


CREATE INDEX [IX_OpeningPatterns_SiteId] ON [OpeningPatterns] ([SiteId]);
GO


CREATE INDEX [IX_ParticipantLinks_ParticipantId] ON [ParticipantLinks] ([ParticipantId]);
GO


CREATE UNIQUE INDEX [IX_ParticipantLinks_TokenHash] ON [ParticipantLinks] ([TokenHash]);
GO


CREATE UNIQUE INDEX [IX_Participants_CampId_Email] ON [Participants] ([CampId], [Email]) WHERE Email <> '';
GO


CREATE INDEX [IX_Participants_CampId_Kind_State_Turn] ON [Participants] ([CampId], [Kind], [State], [Turn]);
GO


CREATE INDEX [IX_Participants_Email] ON [Participants] ([Email]);
GO


CREATE INDEX [IX_Participants_PersonId] ON [Participants] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_Participants_Reference] ON [Participants] ([Reference]);
GO


CREATE INDEX [IX_Participants_State_OfferEndsAt] ON [Participants] ([State], [OfferEndsAt]);
GO


CREATE INDEX [IX_ParticipantSkills_SkillId] ON [ParticipantSkills] ([SkillId]);
GO


CREATE INDEX [EmailIndex] ON [People] ([NormalizedEmail]);
GO


CREATE UNIQUE INDEX [UserNameIndex] ON [People] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL;
GO


CREATE INDEX [IX_PersonClaims_UserId] ON [PersonClaims] ([UserId]);
GO


CREATE INDEX [IX_PersonLogins_UserId] ON [PersonLogins] ([UserId]);
GO


CREATE INDEX [IX_PersonPasskeys_UserId] ON [PersonPasskeys] ([UserId]);
GO


CREATE INDEX [IX_PersonRoles_RoleId] ON [PersonRoles] ([RoleId]);
GO


CREATE INDEX [IX_PlanSettings_HostCompanyId] ON [PlanSettings] ([HostCompanyId]);
GO


CREATE INDEX [IX_Presences_ParticipantId] ON [Presences] ([ParticipantId]);
GO


CREATE UNIQUE INDEX [IX_Programmes_Reference] ON [Programmes] ([Reference]);
GO


CREATE INDEX [IX_RankSnapshots_CallId] ON [RankSnapshots] ([CallId]);
GO


CREATE INDEX [IX_ReservationItems_ReservationId] ON [ReservationItems] ([ReservationId]);
GO


CREATE INDEX [IX_ReservationItems_ResourceId] ON [ReservationItems] ([ResourceId]);
GO


CREATE INDEX [IX_Reservations_BookedById] ON [Reservations] ([BookedById]);
GO


CREATE INDEX [IX_Reservations_CompanyId_Start] ON [Reservations] ([CompanyId], [Start]);
GO


CREATE UNIQUE INDEX [IX_Reservations_Number] ON [Reservations] ([Number]);
GO


CREATE INDEX [IX_Reservations_PersonId] ON [Reservations] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_Reservations_Reference] ON [Reservations] ([Reference]);
GO


CREATE INDEX [IX_Reservations_State_Start] ON [Reservations] ([State], [Start]);
GO


CREATE UNIQUE INDEX [IX_Reservations_SubmissionKey] ON [Reservations] ([SubmissionKey]);
GO


CREATE UNIQUE INDEX [IX_ResourceCategories_Code] ON [ResourceCategories] ([Code]);
GO


CREATE INDEX [IX_Resources_BackupOwnerId] ON [Resources] ([BackupOwnerId]);
GO


CREATE INDEX [IX_Resources_CategoryId] ON [Resources] ([CategoryId]);
GO


CREATE UNIQUE INDEX [IX_Resources_Code] ON [Resources] ([Code]);
GO


CREATE INDEX [IX_Resources_OwnerId] ON [Resources] ([OwnerId]);
GO


CREATE INDEX [IX_Resources_SiteId] ON [Resources] ([SiteId]);
GO


CREATE UNIQUE INDEX [IX_Reviews_ApplicationId_ReviewerId] ON [Reviews] ([ApplicationId], [ReviewerId]);
GO


CREATE UNIQUE INDEX [IX_Reviews_Reference] ON [Reviews] ([Reference]);
GO


CREATE INDEX [IX_Reviews_ReviewerId] ON [Reviews] ([ReviewerId]);
GO


CREATE INDEX [IX_ReviewScores_CriterionId] ON [ReviewScores] ([CriterionId]);
GO


CREATE INDEX [IX_RoleClaims_RoleId] ON [RoleClaims] ([RoleId]);
GO


CREATE UNIQUE INDEX [RoleNameIndex] ON [Roles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL;
GO


CREATE INDEX [IX_SessionCrew_CrewMemberId] ON [SessionCrew] ([CrewMemberId]);
GO


CREATE INDEX [IX_SessionEquipment_ResourceId] ON [SessionEquipment] ([ResourceId]);
GO


CREATE INDEX [IX_SessionReservations_CampId] ON [SessionReservations] ([CampId]);
GO


CREATE INDEX [IX_SessionReservations_ReservationId] ON [SessionReservations] ([ReservationId]);
GO


CREATE INDEX [IX_SessionTeam_TeamId] ON [SessionTeam] ([TeamId]);
GO


CREATE UNIQUE INDEX [IX_Sites_Name] ON [Sites] ([Name]);
GO


CREATE INDEX [IX_Specifications_ChallengeId_Position] ON [Specifications] ([ChallengeId], [Position]);
GO


CREATE UNIQUE INDEX [IX_Specifications_Reference] ON [Specifications] ([Reference]);
GO


CREATE INDEX [IX_StepRecords_CompanyId_StepId] ON [StepRecords] ([CompanyId], [StepId]);
GO


CREATE INDEX [IX_StepRecords_DecidedById] ON [StepRecords] ([DecidedById]);
GO


CREATE INDEX [IX_StepRecords_PersonId] ON [StepRecords] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_StepRecords_Reference] ON [StepRecords] ([Reference]);
GO


CREATE INDEX [IX_StepRecords_State_ValidUntil] ON [StepRecords] ([State], [ValidUntil]);
GO


CREATE INDEX [IX_StepRecords_StepId] ON [StepRecords] ([StepId]);
GO


CREATE INDEX [IX_StepRecords_SubmittedById] ON [StepRecords] ([SubmittedById]);
GO


CREATE INDEX [IX_StepTexts_PublishedById] ON [StepTexts] ([PublishedById]);
GO


CREATE UNIQUE INDEX [IX_StepTexts_StepId_Number] ON [StepTexts] ([StepId], [Number]);
GO


CREATE INDEX [IX_TeamCrew_CrewMemberId] ON [TeamCrew] ([CrewMemberId]);
GO


CREATE INDEX [IX_TeamMembers_TeamId] ON [TeamMembers] ([TeamId]);
GO


CREATE INDEX [IX_Teams_CampId_Position] ON [Teams] ([CampId], [Position]);
GO


CREATE INDEX [IX_Teams_ChallengeId] ON [Teams] ([ChallengeId]);
GO


CREATE UNIQUE INDEX [IX_Teams_Reference] ON [Teams] ([Reference]);
GO


CREATE INDEX [IX_TieOrders_CampId] ON [TieOrders] ([CampId]);
GO


CREATE UNIQUE INDEX [IX_UseSessions_Open] ON [UseSessions] ([ResourceId], [Unit]) WHERE EndedAt IS NULL;
GO


CREATE INDEX [IX_UseSessions_ReservationItemId] ON [UseSessions] ([ReservationItemId]);
GO


