namespace Incubator.Core.Common;

/// <summary>The outcome of an act: a value, or the refusals (at least one). Bugs and outages stay exceptions.</summary>
public sealed class Result<T>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Refusal> refusals)
    {
        this.value = value;
        Refusals = refusals;
    }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool Succeeded => Refusals.Count == 0;

    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => Succeeded
        ? value!
        : throw new InvalidOperationException($"Refused: {string.Join(", ", Refusals.Select(r => r.Code))}");

    public bool Was(string code) => Refusals.Any(r => r.Code == code);

    public static Result<T> Refused(IEnumerable<Refusal> refusals) => new(default, [.. refusals]);

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Refusal refusal) => new(default, [refusal]);
}

/// <summary>For acts that give nothing back.</summary>
public readonly record struct Done;
