using Incubator.Core.Companies;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking;

/// <summary>What may become of the lots, in plain words; each is a text key.</summary>
public static class LotUseWords
{
    public static string Of(LotUse use) => use switch
    {
        LotUse.ForSale => "may be sold",
        LotUse.ResearchOnly => "research only: nothing of it is sold",
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, null),
    };

    public static IReadOnlyList<SelectListItem> Choices(IStringLocalizer text) =>
        [.. Enum.GetValues<LotUse>().Select(use => new SelectListItem(text[Of(use)], use.ToString()))];
}
