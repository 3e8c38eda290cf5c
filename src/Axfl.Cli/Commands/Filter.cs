namespace Axfl.Cli.Commands;

/// <summary>Options that keep only some rows.</summary>
internal static class Filter
{
    /// <summary>Whether a value is the wanted one; everything is when nothing is wanted. Case does not matter.</summary>
    public static bool Matches(string value, string? wanted) => wanted is null || string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);
}
