namespace Axfl.Research.Keys;

/// <summary>The key of a trial: what it is run over, by which plan, by which code.</summary>
internal static class TrialKeys
{
    /// <summary>Lower-case hex SHA-256 of the three, a line each.</summary>
    /// <param name="dataset">Dataset key.</param>
    /// <param name="plan">Plan hash.</param>
    /// <param name="code">Code hash.</param>
    public static string Of(string dataset, string plan, string code) =>
        Sha256.Of($"axfl-trial-1\n{dataset}\n{plan}\n{code}");
}
