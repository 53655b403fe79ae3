namespace Incubator.Core.Documents;

/// <summary>What an import would put in place of what is there.</summary>
/// <param name="Field">By the name that the thing's own details have for it.</param>
public sealed record FieldChange(string Field, string? Old, string? New);

/// <summary>How far an import is, in lines.</summary>
public sealed record ImportProgress(int Done, int Total);
