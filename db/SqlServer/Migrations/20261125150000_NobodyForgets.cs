using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Incubator.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class NobodyForgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notices_DueAt",
                table: "Notices");

            migrationBuilder.AddColumn<bool>(
                name: "EndIsAssumed",
                table: "UseSessions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "Facts",
                table: "Notices",
                type: "nvarchar(max)",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(4000)",
                oldMaxLength: 4000);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Notices",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Claim",
                table: "Notices",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClaimedUntil",
                table: "Notices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HandedOverAt",
                table: "Notices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HoldsSecret",
                table: "Notices",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextTryAt",
                table: "Notices",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<long>(
                name: "PersonId",
                table: "Notices",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Problem",
                table: "Notices",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeenAt",
                table: "Notices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "Notices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Notices",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Topic",
                table: "Notices",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ExternalCalendarId",
                table: "MaintenanceWindows",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ForgottenAt",
                table: "Applications",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarFeeds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    ResourceId = table.Column<long>(type: "bigint", nullable: true),
                    SecretHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarFeeds_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CalendarFeeds_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExternalCalendars",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Hungarian_100_CI_AS"),
                    Address = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AddedById = table.Column<long>(type: "bigint", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Tag = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Skipped = table.Column<int>(type: "int", nullable: false),
                    Problem = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ProblemStatus = table.Column<int>(type: "int", nullable: true),
                    FailingSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExternalCalendars", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExternalCalendars_People_AddedById",
                        column: x => x.AddedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobStates",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Hungarian_100_CI_AS"),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Took = table.Column<int>(type: "int", nullable: false),
                    SucceededAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WatchingSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Did = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DidAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Failure = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    FailedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobStates", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "BusyTimes",
                columns: table => new
                {
                    CalendarId = table.Column<long>(type: "bigint", nullable: false),
                    Start = table.Column<DateTime>(type: "datetime2", nullable: false),
                    End = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusyTimes", x => new { x.CalendarId, x.Start });
                    table.CheckConstraint("CK_BusyTimes_Order", "Start < \"End\"");
                    table.ForeignKey(
                        name: "FK_BusyTimes_ExternalCalendars_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "ExternalCalendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Claim",
                table: "Notices",
                column: "Claim");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonId_DueAt",
                table: "Notices",
                columns: new[] { "PersonId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_State_NextTryAt",
                table: "Notices",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_State_DueOn",
                table: "Milestones",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_From",
                table: "Memberships",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_MaintenanceWindows_ExternalCalendarId",
                table: "MaintenanceWindows",
                column: "ExternalCalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_ExpiresAt",
                table: "Invitations",
                column: "ExpiresAt",
                filter: "NormalizedMail <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_History_Subject_At",
                table: "History",
                columns: new[] { "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_State_EndedAt",
                table: "Applications",
                columns: new[] { "State", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_PersonId",
                table: "CalendarFeeds",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_Reference",
                table: "CalendarFeeds",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_ResourceId",
                table: "CalendarFeeds",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_SecretHash",
                table: "CalendarFeeds",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExternalCalendars_AddedById",
                table: "ExternalCalendars",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_ExternalCalendars_Reference",
                table: "ExternalCalendars",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExternalCalendars_Subject_SubjectId",
                table: "ExternalCalendars",
                columns: new[] { "Subject", "SubjectId" });

            migrationBuilder.AddForeignKey(
                name: "FK_MaintenanceWindows_ExternalCalendars_ExternalCalendarId",
                table: "MaintenanceWindows",
                column: "ExternalCalendarId",
                principalTable: "ExternalCalendars",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Notices_People_PersonId",
                table: "Notices",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_MaintenanceWindows_ExternalCalendars_ExternalCalendarId",
                table: "MaintenanceWindows");

            migrationBuilder.DropForeignKey(
                name: "FK_Notices_People_PersonId",
                table: "Notices");

            migrationBuilder.DropTable(
                name: "BusyTimes");

            migrationBuilder.DropTable(
                name: "CalendarFeeds");

            migrationBuilder.DropTable(
                name: "JobStates");

            migrationBuilder.DropTable(
                name: "ExternalCalendars");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Claim",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_PersonId_DueAt",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_State_NextTryAt",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_State_DueOn",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_From",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_MaintenanceWindows_ExternalCalendarId",
                table: "MaintenanceWindows");

            migrationBuilder.DropIndex(
                name: "IX_Invitations_ExpiresAt",
                table: "Invitations");

            migrationBuilder.DropIndex(
                name: "IX_History_Subject_At",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_Applications_State_EndedAt",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "EndIsAssumed",
                table: "UseSessions");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Claim",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "ClaimedUntil",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "HandedOverAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "HoldsSecret",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "NextTryAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Problem",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SeenAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "ExternalCalendarId",
                table: "MaintenanceWindows");

            migrationBuilder.DropColumn(
                name: "ForgottenAt",
                table: "Applications");

            migrationBuilder.AlterColumn<string>(
                name: "Facts",
                table: "Notices",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(max)");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_DueAt",
                table: "Notices",
                column: "DueAt");
        }
    }
}
