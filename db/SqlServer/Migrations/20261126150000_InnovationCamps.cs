using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Incubator.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class InnovationCamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Camps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NameHu = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Hungarian_100_CI_AS"),
                    NameEn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Hungarian_100_CI_AS"),
                    AboutHu = table.Column<string>(type: "nvarchar(max)", maxLength: 6000, nullable: false),
                    AboutEn = table.Column<string>(type: "nvarchar(max)", maxLength: 6000, nullable: false),
                    Format = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DayStarts = table.Column<int>(type: "int", nullable: false),
                    DayEnds = table.Column<int>(type: "int", nullable: false),
                    Languages = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Partners = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Budget = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    BudgetCurrency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    RegistrationClosesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChallengesCloseAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StudentPlaces = table.Column<int>(type: "int", nullable: false),
                    CompanyPlaces = table.Column<int>(type: "int", nullable: false),
                    ExpertPlaces = table.Column<int>(type: "int", nullable: false),
                    MinAge = table.Column<int>(type: "int", nullable: false),
                    MinTeamSize = table.Column<int>(type: "int", nullable: false),
                    MaxTeamSize = table.Column<int>(type: "int", nullable: false),
                    CertificateShare = table.Column<int>(type: "int", nullable: false),
                    ClonedFromId = table.Column<long>(type: "bigint", nullable: true),
                    LockVersion = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsPublic = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Camps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Camps_Camps_ClonedFromId",
                        column: x => x.ClonedFromId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgendaVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedById = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Penalty = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaVersions_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgendaVersions_People_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampNotices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    BodyHu = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    BodyEn = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampNotices_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampNotices_People_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    TextHu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TextEn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ChoicesHu = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ChoicesEn = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    IsRequired = table.Column<bool>(type: "bit", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampQuestions_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampRooms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Hungarian_100_CI_AS"),
                    Seats = table.Column<int>(type: "int", nullable: false),
                    ResourceId = table.Column<long>(type: "bigint", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampRooms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampRooms_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampRooms_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampSkills",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    NameHu = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Hungarian_100_CI_AS"),
                    NameEn = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Hungarian_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampSkills", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampSkills_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CrewMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<int>(type: "int", nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    CompanyId = table.Column<long>(type: "bigint", nullable: true),
                    IsChair = table.Column<bool>(type: "bit", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeclinedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrewMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrewMembers_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrewMembers_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrewMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JuryCriteria",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Weight = table.Column<int>(type: "int", nullable: false),
                    Aspect = table.Column<int>(type: "int", nullable: false),
                    NameHu = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Hungarian_100_CI_AS"),
                    NameEn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Hungarian_100_CI_AS"),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JuryCriteria", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JuryCriteria_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JuryProtocols",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Table = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JuryProtocols", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JuryProtocols_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JuryRounds",
                columns: table => new
                {
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedById = table.Column<long>(type: "bigint", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JuryRounds", x => x.CampId);
                    table.ForeignKey(
                        name: "FK_JuryRounds_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Participants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Hungarian_100_CI_AS"),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    Languages = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OtherSkills = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    IsMinor = table.Column<bool>(type: "bit", nullable: false),
                    GuardianName = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    Needs = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    PhotoConsentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NoticeNumber = table.Column<int>(type: "int", nullable: false),
                    NoticeHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Turn = table.Column<int>(type: "int", nullable: false),
                    OfferEndsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ForgottenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Participants_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Participants_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanSettings",
                columns: table => new
                {
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    HostCompanyId = table.Column<long>(type: "bigint", nullable: true),
                    MinBreakMinutes = table.Column<int>(type: "int", nullable: false),
                    RoomChangeWeight = table.Column<int>(type: "int", nullable: false),
                    MentorMinutesWeight = table.Column<int>(type: "int", nullable: false),
                    IdleTimeWeight = table.Column<int>(type: "int", nullable: false),
                    JuryOrderWeight = table.Column<int>(type: "int", nullable: false),
                    WishWeight = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanSettings", x => x.CampId);
                    table.ForeignKey(
                        name: "FK_PlanSettings_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanSettings_Companies_HostCompanyId",
                        column: x => x.HostCompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionReservations",
                columns: table => new
                {
                    SessionReference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    ReservationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionReservations", x => x.SessionReference);
                    table.ForeignKey(
                        name: "FK_SessionReservations_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SessionReservations_Reservations_ReservationId",
                        column: x => x.ReservationId,
                        principalTable: "Reservations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgendaItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AgendaVersionId = table.Column<long>(type: "bigint", nullable: false),
                    SessionReference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Change = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    TitleHu = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Start = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    RoomName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    OldStart = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OldRoomName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaItems_AgendaVersions_AgendaVersionId",
                        column: x => x.AgendaVersionId,
                        principalTable: "AgendaVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    TitleHu = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Guests = table.Column<int>(type: "int", nullable: false),
                    OnDay = table.Column<DateOnly>(type: "date", nullable: true),
                    WishedPart = table.Column<int>(type: "int", nullable: false),
                    WishedRoomId = table.Column<long>(type: "bigint", nullable: true),
                    Start = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RoomId = table.Column<long>(type: "bigint", nullable: true),
                    IsPinned = table.Column<bool>(type: "bit", nullable: false),
                    IsConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampSessions_CampRooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "CampRooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampSessions_CampRooms_WishedRoomId",
                        column: x => x.WishedRoomId,
                        principalTable: "CampRooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampSessions_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Challenges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    CompanyId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Confidentiality = table.Column<int>(type: "int", nullable: false),
                    TitleHu = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    SummaryHu = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SummaryEn = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Problem = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Product = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Success = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Equipment = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    FacilitatorId = table.Column<long>(type: "bigint", nullable: true),
                    DecisionReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SubmittedById = table.Column<long>(type: "bigint", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Challenges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Challenges_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Challenges_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Challenges_CrewMembers_FacilitatorId",
                        column: x => x.FacilitatorId,
                        principalTable: "CrewMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Challenges_People_SubmittedById",
                        column: x => x.SubmittedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CrewTimes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CrewMemberId = table.Column<long>(type: "bigint", nullable: false),
                    Start = table.Column<DateTime>(type: "datetime2", nullable: false),
                    End = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrewTimes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrewTimes_CrewMembers_CrewMemberId",
                        column: x => x.CrewMemberId,
                        principalTable: "CrewMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JuryAnchors",
                columns: table => new
                {
                    CriterionId = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<int>(type: "int", nullable: false),
                    TextHu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TextEn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JuryAnchors", x => new { x.CriterionId, x.Score });
                    table.ForeignKey(
                        name: "FK_JuryAnchors_JuryCriteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "JuryCriteria",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Arrivals",
                columns: table => new
                {
                    ParticipantId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arrivals", x => x.ParticipantId);
                    table.ForeignKey(
                        name: "FK_Arrivals_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampAnswers",
                columns: table => new
                {
                    ParticipantId = table.Column<long>(type: "bigint", nullable: false),
                    QuestionId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampAnswers", x => new { x.ParticipantId, x.QuestionId });
                    table.ForeignKey(
                        name: "FK_CampAnswers_CampQuestions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "CampQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampAnswers_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: true),
                    CrewMemberId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Hungarian_100_CI_AS"),
                    CampHu = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    CampEn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ChallengeHu = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    ChallengeEn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    Share = table.Column<int>(type: "int", nullable: true),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IssuedById = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevocationReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_CrewMembers_CrewMemberId",
                        column: x => x.CrewMemberId,
                        principalTable: "CrewMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ParticipantLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipantLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ParticipantLinks_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ParticipantSkills",
                columns: table => new
                {
                    ParticipantId = table.Column<long>(type: "bigint", nullable: false),
                    SkillId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipantSkills", x => new { x.ParticipantId, x.SkillId });
                    table.ForeignKey(
                        name: "FK_ParticipantSkills_CampSkills_SkillId",
                        column: x => x.SkillId,
                        principalTable: "CampSkills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ParticipantSkills_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgendaPart",
                columns: table => new
                {
                    AgendaItemId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    PartId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaPart", x => new { x.AgendaItemId, x.Kind, x.PartId });
                    table.ForeignKey(
                        name: "FK_AgendaPart_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Presences",
                columns: table => new
                {
                    SessionId = table.Column<long>(type: "bigint", nullable: false),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presences", x => new { x.SessionId, x.ParticipantId });
                    table.ForeignKey(
                        name: "FK_Presences_CampSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "CampSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Presences_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionCrew",
                columns: table => new
                {
                    SessionId = table.Column<long>(type: "bigint", nullable: false),
                    CrewMemberId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionCrew", x => new { x.SessionId, x.CrewMemberId });
                    table.ForeignKey(
                        name: "FK_SessionCrew_CampSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "CampSessions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SessionCrew_CrewMembers_CrewMemberId",
                        column: x => x.CrewMemberId,
                        principalTable: "CrewMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionEquipment",
                columns: table => new
                {
                    SessionId = table.Column<long>(type: "bigint", nullable: false),
                    ResourceId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionEquipment", x => new { x.SessionId, x.ResourceId });
                    table.ForeignKey(
                        name: "FK_SessionEquipment_CampSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "CampSessions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SessionEquipment_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChallengeId = table.Column<long>(type: "bigint", nullable: false),
                    AfterDays = table.Column<int>(type: "int", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredById = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<int>(type: "int", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampChecks_Challenges_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampChecks_People_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeOpenings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ChallengeId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: true),
                    AttachmentId = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeOpenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChallengeOpenings_Challenges_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChallengeOpenings_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChallengeOpenings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeOutcomes",
                columns: table => new
                {
                    ChallengeId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ProductName = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    Jobs = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Turnover = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    RecordedById = table.Column<long>(type: "bigint", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeOutcomes", x => x.ChallengeId);
                    table.ForeignKey(
                        name: "FK_ChallengeOutcomes_Challenges_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChallengeOutcomes_People_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeReaders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChallengeId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: true),
                    NamedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PledgeNumber = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeReaders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChallengeReaders_Challenges_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChallengeReaders_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChallengeReaders_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeResource",
                columns: table => new
                {
                    ChallengeId = table.Column<long>(type: "bigint", nullable: false),
                    ResourceId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeResource", x => new { x.ChallengeId, x.ResourceId });
                    table.ForeignKey(
                        name: "FK_ChallengeResource_Challenges_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenges",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ChallengeResource_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Specifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChallengeId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Hungarian_100_CI_AS"),
                    Unit = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Target = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Lower = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Upper = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Specifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Specifications_Challenges_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenges",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Hungarian_100_CI_AS"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ChallengeId = table.Column<long>(type: "bigint", nullable: true),
                    AnnouncedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Teams_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Teams_Challenges_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasuredLots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SpecificationId = table.Column<long>(type: "bigint", nullable: false),
                    Phase = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MeasuredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedById = table.Column<long>(type: "bigint", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuredLots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasuredLots_People_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasuredLots_Specifications_SpecificationId",
                        column: x => x.SpecificationId,
                        principalTable: "Specifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampIdeas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChallengeId = table.Column<long>(type: "bigint", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AdoptedById = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampIdeas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampIdeas_Challenges_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampIdeas_People_AdoptedById",
                        column: x => x.AdoptedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampIdeas_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Audience = table.Column<int>(type: "int", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampMessages_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampMessages_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JurySheets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    JurorId = table.Column<long>(type: "bigint", nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    RecusedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RecusalReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JurySheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JurySheets_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JurySheets_CrewMembers_JurorId",
                        column: x => x.JurorId,
                        principalTable: "CrewMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JurySheets_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionTeam",
                columns: table => new
                {
                    SessionId = table.Column<long>(type: "bigint", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionTeam", x => new { x.SessionId, x.TeamId });
                    table.ForeignKey(
                        name: "FK_SessionTeam_CampSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "CampSessions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SessionTeam_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamCrew",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    CrewMemberId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamCrew", x => new { x.TeamId, x.CrewMemberId });
                    table.ForeignKey(
                        name: "FK_TeamCrew_CrewMembers_CrewMemberId",
                        column: x => x.CrewMemberId,
                        principalTable: "CrewMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamCrew_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    ParticipantId = table.Column<long>(type: "bigint", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    IsFixed = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => x.ParticipantId);
                    table.ForeignKey(
                        name: "FK_TeamMembers_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamMembers_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TieOrders",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    CampId = table.Column<long>(type: "bigint", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TieOrders", x => x.TeamId);
                    table.ForeignKey(
                        name: "FK_TieOrders_Camps_CampId",
                        column: x => x.CampId,
                        principalTable: "Camps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TieOrders_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LotValue",
                columns: table => new
                {
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LotValue", x => new { x.LotId, x.Position });
                    table.ForeignKey(
                        name: "FK_LotValue_MeasuredLots_LotId",
                        column: x => x.LotId,
                        principalTable: "MeasuredLots",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "IdeaPrototype",
                columns: table => new
                {
                    IdeaId = table.Column<long>(type: "bigint", nullable: false),
                    ReservationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaPrototype", x => new { x.IdeaId, x.ReservationId });
                    table.ForeignKey(
                        name: "FK_IdeaPrototype_CampIdeas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "CampIdeas",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_IdeaPrototype_Reservations_ReservationId",
                        column: x => x.ReservationId,
                        principalTable: "Reservations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JuryScores",
                columns: table => new
                {
                    SheetId = table.Column<long>(type: "bigint", nullable: false),
                    CriterionId = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JuryScores", x => new { x.SheetId, x.CriterionId });
                    table.CheckConstraint("CK_JuryScores_Score", "Score BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "FK_JuryScores_JuryCriteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "JuryCriteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JuryScores_JurySheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "JurySheets",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_AgendaVersionId_Start",
                table: "AgendaItems",
                columns: new[] { "AgendaVersionId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_SessionReference",
                table: "AgendaItems",
                column: "SessionReference");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaVersions_CampId_Number",
                table: "AgendaVersions",
                columns: new[] { "CampId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgendaVersions_PublishedById",
                table: "AgendaVersions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_CampAnswers_QuestionId",
                table: "CampAnswers",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_CampChecks_AnsweredAt_DueOn",
                table: "CampChecks",
                columns: new[] { "AnsweredAt", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CampChecks_AnsweredById",
                table: "CampChecks",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_CampChecks_ChallengeId_AfterDays",
                table: "CampChecks",
                columns: new[] { "ChallengeId", "AfterDays" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampChecks_Reference",
                table: "CampChecks",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampIdeas_AdoptedById",
                table: "CampIdeas",
                column: "AdoptedById");

            migrationBuilder.CreateIndex(
                name: "IX_CampIdeas_ChallengeId",
                table: "CampIdeas",
                column: "ChallengeId");

            migrationBuilder.CreateIndex(
                name: "IX_CampIdeas_Reference",
                table: "CampIdeas",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampIdeas_TeamId",
                table: "CampIdeas",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_CampMessages_CampId_SentAt",
                table: "CampMessages",
                columns: new[] { "CampId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampMessages_TeamId",
                table: "CampMessages",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_CampNotices_CampId_Number",
                table: "CampNotices",
                columns: new[] { "CampId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampNotices_PublishedById",
                table: "CampNotices",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_CampQuestions_CampId_Position",
                table: "CampQuestions",
                columns: new[] { "CampId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_CampQuestions_Reference",
                table: "CampQuestions",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampRooms_CampId_Position",
                table: "CampRooms",
                columns: new[] { "CampId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_CampRooms_Reference",
                table: "CampRooms",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampRooms_ResourceId",
                table: "CampRooms",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Camps_ClonedFromId",
                table: "Camps",
                column: "ClonedFromId");

            migrationBuilder.CreateIndex(
                name: "IX_Camps_Reference",
                table: "Camps",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Camps_Status_StartsOn",
                table: "Camps",
                columns: new[] { "Status", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CampSessions_CampId_Start",
                table: "CampSessions",
                columns: new[] { "CampId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_CampSessions_Reference",
                table: "CampSessions",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampSessions_RoomId",
                table: "CampSessions",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_CampSessions_WishedRoomId",
                table: "CampSessions",
                column: "WishedRoomId");

            migrationBuilder.CreateIndex(
                name: "IX_CampSkills_CampId_Position",
                table: "CampSkills",
                columns: new[] { "CampId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_CampId",
                table: "Certificates",
                column: "CampId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_CrewMemberId",
                table: "Certificates",
                column: "CrewMemberId",
                unique: true,
                filter: "CrewMemberId IS NOT NULL AND RevokedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Number",
                table: "Certificates",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ParticipantId",
                table: "Certificates",
                column: "ParticipantId",
                unique: true,
                filter: "ParticipantId IS NOT NULL AND RevokedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Reference",
                table: "Certificates",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeOpenings_ChallengeId_At",
                table: "ChallengeOpenings",
                columns: new[] { "ChallengeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeOpenings_ParticipantId",
                table: "ChallengeOpenings",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeOpenings_PersonId",
                table: "ChallengeOpenings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeOutcomes_RecordedById",
                table: "ChallengeOutcomes",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeReaders_ChallengeId_ParticipantId",
                table: "ChallengeReaders",
                columns: new[] { "ChallengeId", "ParticipantId" },
                unique: true,
                filter: "ParticipantId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeReaders_ChallengeId_PersonId",
                table: "ChallengeReaders",
                columns: new[] { "ChallengeId", "PersonId" },
                unique: true,
                filter: "PersonId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeReaders_ParticipantId",
                table: "ChallengeReaders",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeReaders_PersonId",
                table: "ChallengeReaders",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeReaders_Reference",
                table: "ChallengeReaders",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeResource_ResourceId",
                table: "ChallengeResource",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_CampId_State",
                table: "Challenges",
                columns: new[] { "CampId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_CompanyId",
                table: "Challenges",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_FacilitatorId",
                table: "Challenges",
                column: "FacilitatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_Reference",
                table: "Challenges",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_SubmittedById",
                table: "Challenges",
                column: "SubmittedById");

            migrationBuilder.CreateIndex(
                name: "IX_CrewMembers_CampId_PersonId_Role",
                table: "CrewMembers",
                columns: new[] { "CampId", "PersonId", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CrewMembers_CompanyId",
                table: "CrewMembers",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_CrewMembers_PersonId",
                table: "CrewMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CrewMembers_Reference",
                table: "CrewMembers",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CrewTimes_CrewMemberId_Start",
                table: "CrewTimes",
                columns: new[] { "CrewMemberId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_IdeaPrototype_ReservationId",
                table: "IdeaPrototype",
                column: "ReservationId");

            migrationBuilder.CreateIndex(
                name: "IX_JuryCriteria_CampId_Position",
                table: "JuryCriteria",
                columns: new[] { "CampId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_JuryProtocols_CampId_Number",
                table: "JuryProtocols",
                columns: new[] { "CampId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JuryScores_CriterionId",
                table: "JuryScores",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_JurySheets_CampId",
                table: "JurySheets",
                column: "CampId");

            migrationBuilder.CreateIndex(
                name: "IX_JurySheets_JurorId",
                table: "JurySheets",
                column: "JurorId");

            migrationBuilder.CreateIndex(
                name: "IX_JurySheets_TeamId_JurorId",
                table: "JurySheets",
                columns: new[] { "TeamId", "JurorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuredLots_RecordedById",
                table: "MeasuredLots",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_MeasuredLots_Reference",
                table: "MeasuredLots",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuredLots_SpecificationId_Phase_Code",
                table: "MeasuredLots",
                columns: new[] { "SpecificationId", "Phase", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParticipantLinks_ParticipantId",
                table: "ParticipantLinks",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipantLinks_TokenHash",
                table: "ParticipantLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Participants_CampId_Email",
                table: "Participants",
                columns: new[] { "CampId", "Email" },
                unique: true,
                filter: "Email <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_CampId_Kind_State_Turn",
                table: "Participants",
                columns: new[] { "CampId", "Kind", "State", "Turn" });

            migrationBuilder.CreateIndex(
                name: "IX_Participants_Email",
                table: "Participants",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_PersonId",
                table: "Participants",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_Reference",
                table: "Participants",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Participants_State_OfferEndsAt",
                table: "Participants",
                columns: new[] { "State", "OfferEndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ParticipantSkills_SkillId",
                table: "ParticipantSkills",
                column: "SkillId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanSettings_HostCompanyId",
                table: "PlanSettings",
                column: "HostCompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_Presences_ParticipantId",
                table: "Presences",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionCrew_CrewMemberId",
                table: "SessionCrew",
                column: "CrewMemberId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionEquipment_ResourceId",
                table: "SessionEquipment",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionReservations_CampId",
                table: "SessionReservations",
                column: "CampId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionReservations_ReservationId",
                table: "SessionReservations",
                column: "ReservationId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionTeam_TeamId",
                table: "SessionTeam",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Specifications_ChallengeId_Position",
                table: "Specifications",
                columns: new[] { "ChallengeId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Specifications_Reference",
                table: "Specifications",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamCrew_CrewMemberId",
                table: "TeamCrew",
                column: "CrewMemberId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_TeamId",
                table: "TeamMembers",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_CampId_Position",
                table: "Teams",
                columns: new[] { "CampId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Teams_ChallengeId",
                table: "Teams",
                column: "ChallengeId");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Reference",
                table: "Teams",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TieOrders_CampId",
                table: "TieOrders",
                column: "CampId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaPart");

            migrationBuilder.DropTable(
                name: "Arrivals");

            migrationBuilder.DropTable(
                name: "CampAnswers");

            migrationBuilder.DropTable(
                name: "CampChecks");

            migrationBuilder.DropTable(
                name: "CampMessages");

            migrationBuilder.DropTable(
                name: "CampNotices");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "ChallengeOpenings");

            migrationBuilder.DropTable(
                name: "ChallengeOutcomes");

            migrationBuilder.DropTable(
                name: "ChallengeReaders");

            migrationBuilder.DropTable(
                name: "ChallengeResource");

            migrationBuilder.DropTable(
                name: "CrewTimes");

            migrationBuilder.DropTable(
                name: "IdeaPrototype");

            migrationBuilder.DropTable(
                name: "JuryAnchors");

            migrationBuilder.DropTable(
                name: "JuryProtocols");

            migrationBuilder.DropTable(
                name: "JuryRounds");

            migrationBuilder.DropTable(
                name: "JuryScores");

            migrationBuilder.DropTable(
                name: "LotValue");

            migrationBuilder.DropTable(
                name: "ParticipantLinks");

            migrationBuilder.DropTable(
                name: "ParticipantSkills");

            migrationBuilder.DropTable(
                name: "PlanSettings");

            migrationBuilder.DropTable(
                name: "Presences");

            migrationBuilder.DropTable(
                name: "SessionCrew");

            migrationBuilder.DropTable(
                name: "SessionEquipment");

            migrationBuilder.DropTable(
                name: "SessionReservations");

            migrationBuilder.DropTable(
                name: "SessionTeam");

            migrationBuilder.DropTable(
                name: "TeamCrew");

            migrationBuilder.DropTable(
                name: "TeamMembers");

            migrationBuilder.DropTable(
                name: "TieOrders");

            migrationBuilder.DropTable(
                name: "AgendaItems");

            migrationBuilder.DropTable(
                name: "CampQuestions");

            migrationBuilder.DropTable(
                name: "CampIdeas");

            migrationBuilder.DropTable(
                name: "JuryCriteria");

            migrationBuilder.DropTable(
                name: "JurySheets");

            migrationBuilder.DropTable(
                name: "MeasuredLots");

            migrationBuilder.DropTable(
                name: "CampSkills");

            migrationBuilder.DropTable(
                name: "CampSessions");

            migrationBuilder.DropTable(
                name: "Participants");

            migrationBuilder.DropTable(
                name: "AgendaVersions");

            migrationBuilder.DropTable(
                name: "Teams");

            migrationBuilder.DropTable(
                name: "Specifications");

            migrationBuilder.DropTable(
                name: "CampRooms");

            migrationBuilder.DropTable(
                name: "Challenges");

            migrationBuilder.DropTable(
                name: "CrewMembers");

            migrationBuilder.DropTable(
                name: "Camps");
        }
    }
}
