using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Companies.Invitations;

/// <summary>Whom to invite; the staff's form also asks where.</summary>
public class InviteInput
{
    [Required, EmailAddress, StringLength(Invitation.MailMaxLength)]
    public string Mail { get; set; } = "";

    [StringLength(Person.NameMaxLength)]
    public string? FullName { get; set; }

    [Required, RegularExpression("hu|en")]
    public string Language { get; set; } = "hu";

    public MemberRole MemberRole { get; set; }

    public InvitePerson Into(string? role, long? companyId) => new()
    {
        Mail = Mail,
        FullName = FullName,
        Language = Language,
        Role = role,
        CompanyId = companyId,
        MemberRole = MemberRole,
    };
}
