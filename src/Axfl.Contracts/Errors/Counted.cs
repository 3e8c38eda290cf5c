using System.Globalization;

namespace Axfl.Contracts;

/// <summary>Numbers of things in user-facing messages.</summary>
public static class Counted
{
    /// <summary><c>1 bar</c>, <c>2 bars</c>; of a noun whose plural ends in more than s: <c>1 status</c>, <c>2 statuses</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The noun.</param>
    /// <param name="many">Its plural; null: the noun with an s.</param>
    public static string Of(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
