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

            migrationBuilder.AddColumn<DateTime>(
                name: "ForgottenAt",
                table: "Applications",
                type: "datetime2",
                nullable: true);

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

            migrationBuilder.AddForeignKey(
                name: "FK_Notices_People_PersonId",
                table: "Notices",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // What waited before waits on, from its own day; what was withdrawn stays so.
            migrationBuilder.Sql("UPDATE Notices SET NextTryAt = DueAt, State = CASE WHEN WithdrawnAt IS NULL THEN 0 ELSE 6 END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Notices_People_PersonId",
                table: "Notices");

            migrationBuilder.DropTable(
                name: "JobStates");

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
