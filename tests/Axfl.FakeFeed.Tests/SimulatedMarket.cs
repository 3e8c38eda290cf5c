using Axfl.Contracts;
using Axfl.Data;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.FakeFeed.Tests;

/// <summary>The bars that the source <c>simulated</c> gives a run.</summary>
internal static class SimulatedMarket
{
    public static List<Bar> Bars(Instrument instrument, Interval interval, long from, long until)
    {
        var source = BarSources.Open("simulated", new SourceRequest([instrument], interval, "", [], null, false, from, until), out _);
        using var reader = source.Open(0, from, until);
        var bars = new List<Bar>();
        var buffer = new StepBar[IBarReader.BlockBars];
        int count;
        while ((count = reader.Read(buffer)) > 0) bars.AddRange(buffer.Take(count).Select(s => s.Bar));
        return bars;
    }
}
