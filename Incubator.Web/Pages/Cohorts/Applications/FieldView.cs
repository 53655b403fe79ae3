using Incubator.Core.Cohorts;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>One field as the form shows it.</summary>
public sealed record FieldView(FormField Field, string Label, string Text)
{
    public string Id => IdOf(Field.Name);

    public string? Hint { get; init; }

    /// <summary>Whether it must be filled in as things stand.</summary>
    public bool IsWanted { get; init; }

    public string? Error { get; init; }

    /// <summary>What was saved elsewhere meanwhile.</summary>
    public string? Elsewhere { get; init; }

    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    public string? Unit { get; init; }

    public string? Consent { get; init; }

    /// <summary>The file that answers it.</summary>
    public (string Name, string Url)? File { get; init; }

    public bool Has(string choice) => Text.Split(',').Contains(choice);

    public string? InputMode => Field.Type switch
    {
        FieldType.WholeNumber => "numeric",
        FieldType.DecimalNumber or FieldType.Money => "decimal",
        FieldType.Phone => "tel",
        _ => null,
    };

    public string? Autocomplete => Field.Name switch
    {
        "company.name" => "organization",
        "company.postcode" => "postal-code",
        "company.settlement" => "address-level2",
        "company.address" => "street-address",
        "company.website" => "url",
        "contact.name" => "name",
        "contact.phone" => "tel",
        _ => "off",
    };

    public static string IdOf(string field) => $"f-{field.Replace('.', '-')}";
}
