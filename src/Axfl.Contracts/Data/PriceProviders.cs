namespace Axfl.Contracts;

/// <summary>The providers there are. A new one is its folder in Axfl.Providers and a line here.</summary>
public static class PriceProviders
{
    /// <summary>All, in the order in which <c>auto</c> tries them for live prices.</summary>
    public static IReadOnlyList<PriceProvider> All { get; } =
    [
        new("oanda", "OANDA_API_KEY", historyOrder: 2, isLive: true, "OANDA_ACCOUNT_ID"),
        new("twelvedata", "TWELVEDATA_API_KEYS", historyOrder: 1),
        new("finnhub", "FINNHUB_API_KEYS", historyOrder: 3),
        new("dukascopy", keyVariable: null, historyOrder: null, isLive: false),
    ];

    /// <summary>Names of those with live prices, in the order in which <c>auto</c> tries them.</summary>
    public static IReadOnlyList<string> Live => [.. All.Where(p => p.IsLive).Select(p => p.Name)];

    /// <summary>Names of those whose history <c>auto</c> asks for, in its order.</summary>
    public static IReadOnlyList<string> History => [.. All.Where(p => p.HistoryOrder is not null).OrderBy(p => p.HistoryOrder!.Value).Select(p => p.Name)];

    /// <summary>Names of those that are no documented service: used only when they are named.</summary>
    public static IReadOnlyList<string> Unofficial => [.. All.Where(p => p.HistoryOrder is null).Select(p => p.Name)];

    /// <summary><c>a, b or c</c>.</summary>
    public static string Or(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " or " + all[^1];
    }
}
