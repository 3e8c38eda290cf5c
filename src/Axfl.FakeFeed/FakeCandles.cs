using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Simulated;
using Axfl.Engine.Portfolio;

namespace Axfl.FakeFeed;

/// <summary>The answer to <c>GET /forex/candle?symbol=&amp;resolution=&amp;from=&amp;to=</c> (finnhub.io/docs/api/forex-candles): simulated bars.</summary>
/// <remarks>Only bars that are complete: the future of the simulated market is known, and must not be.</remarks>
/// <param name="symbols">Symbols on offer.</param>
internal sealed class FakeCandles(FakeFeedSymbols symbols)
{
    /// <summary>Most bars of one answer.</summary>
    public const int MostBars = 100_000;

    /// <summary>Answers a request.</summary>
    /// <param name="query">Value of a parameter; null when it is not there.</param>
    /// <param name="now">Unix ms.</param>
    public CandleAnswer Answer(Func<string, string?> query, long now)
    {
        var (symbol, resolution) = (query("symbol") ?? "", query("resolution") ?? "");
        if (symbols.Find(symbol) is not { } instrument) return Refuse($"There is no symbol '{symbol}' here: use one of the instruments table, OANDA:EUR_USD say.");
        if (IntervalOf(resolution) is not { } interval) return Refuse($"There is no resolution '{resolution}' here: use 1, 5, 15, 30, 60 or D.");
        if (!TryTime(query("from"), out var from) || !TryTime(query("to"), out var to)) return Refuse("from and to are needed, in unix seconds.");

        var until = Math.Min(to + 1, now - interval.Milliseconds + 1);
        if (until - from > MostBars * interval.Milliseconds) return Refuse($"More than {MostBars} bars: ask for a shorter time.");
        var bars = Read(instrument, interval, from, until);
        return new CandleAnswer(200, Body(bars), $"{Counted.Of(bars.Count, "candle")} of {interval}, {symbol}, {EventTime.ToIso(from)} to {EventTime.ToIso(to)}");
    }

    private static List<Bar> Read(Instrument instrument, Interval interval, long from, long until)
    {
        var bars = new List<Bar>();
        using var reader = new SimulatedBars(0, instrument, interval, from, until);
        var buffer = new StepBar[IBarReader.BlockBars];
        while (reader.Read(buffer) is > 0 and var count)
            for (var i = 0; i < count; i++) bars.Add(buffer[i].Bar);
        return bars;
    }

    private static Interval? IntervalOf(string resolution) => resolution switch
    {
        "1" => new Interval(1),
        "5" => new Interval(5),
        "15" => new Interval(15),
        "30" => new Interval(30),
        "60" => new Interval(60),
        "D" => new Interval(1440),
        _ => null,
    };

    private static bool TryTime(string? text, out long time)
    {
        var ok = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= uint.MaxValue;
        time = ok ? seconds * 1000 : 0;
        return ok;
    }

    private static byte[] Body(List<Bar> bars)
    {
        double[] Column(Func<Bar, double> value) => [.. bars.Select(value)];
        var columns = bars.Count == 0 ? new FakeColumns { S = "no_data" } : new FakeColumns
        {
            C = Column(b => b.Close), H = Column(b => b.High), L = Column(b => b.Low), O = Column(b => b.Open), S = "ok", T = [.. bars.Select(b => b.Time / 1000)],
            V = Column(b => b.Volume),
        };
        return JsonSerializer.SerializeToUtf8Bytes(columns, FakeFeedJson.Readable.FakeColumns);
    }

    private static CandleAnswer Refuse(string words) => new(400, FakeRefusal.Bytes(words), "candles refused: " + words);
}

/// <summary>Candles as columns: close, high, low, open, status, unix seconds, volume. Without candles there is the status alone.</summary>
internal sealed record FakeColumns
{
    public double[]? C { get; init; }

    public double[]? H { get; init; }

    public double[]? L { get; init; }

    public double[]? O { get; init; }

    public required string S { get; init; }

    public long[]? T { get; init; }

    public double[]? V { get; init; }
}

/// <summary>An error of the REST service: <c>{"error":"..."}</c>.</summary>
internal sealed record FakeRefusal(string Error)
{
    /// <summary>As UTF-8.</summary>
    public static ReadOnlyMemory<byte> Bytes(string words) => JsonSerializer.SerializeToUtf8Bytes(new FakeRefusal(words), FakeFeedJson.Readable.FakeRefusal);
}

/// <summary>An answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON, UTF-8.</param>
/// <param name="Note">What it is, for the log.</param>
internal readonly record struct CandleAnswer(int Status, ReadOnlyMemory<byte> Body, string Note);
