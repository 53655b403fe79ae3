using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Incubator.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MembershipsByKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Memberships_Kind_From_Until_CompanyId",
                table: "Memberships",
                columns: new[] { "Kind", "From", "Until", "CompanyId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Memberships_Kind_From_Until_CompanyId",
                table: "Memberships");
        }
    }
}
