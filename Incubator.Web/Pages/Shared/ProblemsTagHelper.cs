using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Incubator.Web.Pages.Shared;

/// <summary>
/// The messages of a form that belong to no single field, and a count of those that do; announced to screen readers and focused by
/// the page's script: <c>&lt;problems title="@T["…"]" /&gt;</c>.
/// </summary>
[HtmlTargetElement("problems", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProblemsTagHelper : TagHelper
{
    public required string Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "problems");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var heading = new TagBuilder("p");
        heading.AddCssClass("problems-title");
        heading.InnerHtml.Append(Title);
        output.Content.AppendHtml(heading);
        var list = new TagBuilder("ul");
        foreach (var (key, entry) in state)
        {
            foreach (var error in entry.Errors)
            {
                var item = new TagBuilder("li");
                if (key.Length == 0)
                {
                    item.InnerHtml.Append(error.ErrorMessage);
                }
                else
                {
                    var link = new TagBuilder("a");
                    link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
                    link.InnerHtml.Append(error.ErrorMessage);
                    item.InnerHtml.AppendHtml(link);
                }

                list.InnerHtml.AppendHtml(item);
            }
        }

        output.Content.AppendHtml(list);
    }
}
