using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Incubator.Web.Pages.Shared;

/// <summary>
/// A labelled control with its hint and its error, tied together for screen readers:
/// <c>&lt;field for="Input.Email" label="@T["E-mail address"]" type="email" hint="…" autocomplete="username" /&gt;</c>.
/// <c>options</c> makes it a select, <c>rows</c> a textarea, <c>type="checkbox"</c> a tick box; other attributes go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    private static readonly HashSet<string> Own = ["class"];

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string? Type { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    public int? Rows { get; set; }


    /// <summary>Stands after the label ("optional").</summary>
    [HtmlAttributeName("optional-text")]
    public string? OptionalText { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "_");

    private string? Error =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.ValidationState == ModelValidationState.Invalid
            ? entry.Errors.FirstOrDefault()?.ErrorMessage
            : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var control = await ControlAsync(context, output);
        var isTick = Type == "checkbox";
        foreach (var attribute in output.Attributes.Where(a => !Own.Contains(a.Name)).ToList()) output.Attributes.Remove(attribute);
        var own = output.Attributes["class"]?.Value?.ToString();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field{(isTick ? " field-tick" : "")}{(Error is null ? "" : " field-wrong")}{(own is null ? "" : " " + own)}");

        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        label.AddCssClass("field-label");
        label.InnerHtml.Append(Label);
        if (OptionalText is not null)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("field-optional");
            optional.InnerHtml.Append(OptionalText);
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }

        if (isTick) output.Content.AppendHtml(control);
        output.Content.AppendHtml(label);
        if (Hint is not null) output.Content.AppendHtml(Line("p", "field-hint", $"{Id}-hint", Hint));
        if (Error is { } error) output.Content.AppendHtml(Line("p", "field-error", $"{Id}-error", error));
        if (!isTick) output.Content.AppendHtml(control);
    }

    private async Task<TagHelperOutput> ControlAsync(TagHelperContext context, TagHelperOutput field)
    {
        var (tag, helper) = (Options, Rows) switch
        {
            ({ } options, _) => ("select", (TagHelper)new SelectTagHelper(generator) { For = For, Items = options, ViewContext = ViewContext }),
            (_, { } rows) => ("textarea", new TextAreaTagHelper(generator) { For = For, ViewContext = ViewContext }),
            _ => ("input", new InputTagHelper(generator) { For = For, InputTypeName = Type, ViewContext = ViewContext }),
        };
        var attributes = new TagHelperAttributeList(field.Attributes.Where(a => !Own.Contains(a.Name)));
        if (Type is not null && tag == "input") attributes.SetAttribute("type", Type);
        if (Rows is { } height) attributes.SetAttribute("rows", height);
        attributes.SetAttribute("class", tag == "select" ? "form-select" : Type == "checkbox" ? "form-check-input" : "form-control");
        if (Error is not null) attributes.SetAttribute("aria-invalid", "true");
        var described = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>());
        if (described.Length > 0) attributes.SetAttribute("aria-describedby", described);

        var output = new TagHelperOutput(tag, attributes, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()))
        {
            TagMode = tag == "input" ? TagMode.SelfClosing : TagMode.StartTagAndEndTag,
        };
        var inner = new TagHelperContext(tag, attributes, context.Items, Guid.NewGuid().ToString("N"));
        helper.Init(inner);
        await helper.ProcessAsync(inner, output);
        return output;
    }

    private static TagBuilder Line(string tag, string css, string id, string text)
    {
        var line = new TagBuilder(tag);
        line.AddCssClass(css);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}
