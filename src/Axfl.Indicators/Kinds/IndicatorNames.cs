namespace Axfl.Indicators.Kinds;

/// <summary>Names of indicators, parameters and results: case and underscores do not matter.</summary>
internal sealed class IndicatorNames : IEqualityComparer<string>
{
    /// <summary>What stands before the name of an indicator of the library.</summary>
    public const string LibraryPrefix = "skender:";

    /// <summary>The one there is.</summary>
    public static IndicatorNames Same { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) => string.Equals(Plain(x ?? ""), Plain(y ?? ""), StringComparison.Ordinal);

    /// <inheritdoc/>
    public int GetHashCode(string obj) => Plain(obj).GetHashCode(StringComparison.Ordinal);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
