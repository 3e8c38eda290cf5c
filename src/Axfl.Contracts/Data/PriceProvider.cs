namespace Axfl.Contracts;

/// <summary>A provider of prices: its name and what it needs. <see cref="PriceProviders"/> has a line for each.</summary>
public sealed class PriceProvider
{
    private readonly string[] _liveVariables;

    /// <param name="name">Name, as in <c>source</c>; its folder in Axfl.Providers has it too, whatever the case.</param>
    /// <param name="keyVariable">Environment variable with its API keys; null: it needs none.</param>
    /// <param name="historyOrder">Place in the order in which <c>auto</c> asks for history, lowest first; null: no documented service, used only when it is named.</param>
    /// <param name="isLive">Whether it has live prices.</param>
    /// <param name="liveVariables">Environment variables that live prices need besides the keys.</param>
    internal PriceProvider(string name, string? keyVariable, int? historyOrder, bool isLive = true, params string[] liveVariables) =>
        (Name, KeyVariable, HistoryOrder, IsLive, _liveVariables) = (name, keyVariable, historyOrder, isLive, liveVariables);

    /// <summary>Name, as in <c>source</c>.</summary>
    public string Name { get; }

    /// <summary>Environment variable with its API keys; null: it needs none.</summary>
    public string? KeyVariable { get; }

    /// <summary>Place in the order in which <c>auto</c> asks for history, lowest first; null: no documented service, used only when it is named.</summary>
    public int? HistoryOrder { get; }

    /// <summary>Whether it has live prices.</summary>
    public bool IsLive { get; }

    /// <summary>All environment variables that live prices need; empty where it has none.</summary>
    public IReadOnlyList<string> FeedVariables => IsLive && KeyVariable is not null ? [KeyVariable, .. _liveVariables] : [];

    /// <summary>What it needs, in words: <c>OANDA_API_KEY and OANDA_ACCOUNT_ID</c>, <c>no key; unofficial, used only when named</c>.</summary>
    public string Needs => (KeyVariable is null ? "no key" : string.Join(" and ", [KeyVariable, .. _liveVariables]))
        + (HistoryOrder is null ? "; unofficial, used only when named" : "");
}
