namespace Axfl.Providers.Common.History;

/// <summary>Tells a listener of the pages and waits of one fetch.</summary>
internal sealed class PageProgress(IProgress<HistoryPage>? listener)
{
    private long _bars;
    private long _through = long.MinValue;
    private int _rejected;
    private string _first = "";

    /// <summary>A page came.</summary>
    public void Page(HistoryWindow window)
    {
        _bars += window.Bars.Count;
        if (window.Bars.Count > 0) _through = window.Bars[^1].Time;
        _rejected += window.Rejected;
        if (_first.Length == 0) _first = window.FirstRejected;
        Report("");
    }

    /// <summary>It waits.</summary>
    public void Wait(string forWhat) => Report(forWhat);

    private void Report(string waiting) => listener?.Report(new HistoryPage(_bars, _through, waiting) { Rejected = _rejected, FirstRejected = _first });
}
