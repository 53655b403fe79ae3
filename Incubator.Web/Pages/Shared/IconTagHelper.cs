using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Incubator.Web.Pages.Shared;

/// <summary>A drawing from <c>wwwroot/img/icons.svg</c>, for the eye only: <c>&lt;icon name="day" /&gt;</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent($"<use href=\"/img/icons.svg#{Name}\"></use>");
    }
}
