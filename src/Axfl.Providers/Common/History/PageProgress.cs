namespace Axfl.Providers.Common.History;

/// <summary>Tells a listener of the pages and waits of one fetch.</summary>
public sealed class PageProgress(IProgress<HistoryPage>? listener)
{
    private long _bars;
    private long _through = long.MinValue;

    /// <summary>A page came.</summary>
    public void Page(IReadOnlyList<SidedBar> bars)
    {
        _bars += bars.Count;
        if (bars.Count > 0) _through = bars[^1].Time;
        listener?.Report(new HistoryPage(_bars, _through, ""));
    }

    /// <summary>It waits.</summary>
    public void Wait(string forWhat) => listener?.Report(new HistoryPage(_bars, _through, forWhat));
}
