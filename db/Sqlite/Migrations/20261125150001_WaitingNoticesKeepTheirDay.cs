using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Incubator.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WaitingNoticesKeepTheirDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What waited before waits on, from its own day; what was withdrawn stays so.
            migrationBuilder.Sql("UPDATE Notices SET NextTryAt = DueAt, State = CASE WHEN WithdrawnAt IS NULL THEN 0 ELSE 6 END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
