using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Data.Merge;
using Axfl.FakeHost;
using Axfl.Providers.Common.History;

namespace Axfl.Testing;

/// <summary>An invented market, and the servers of four providers over it. Prices are functions of the time: no two bars are alike.</summary>
internal class FakeMarket(Interval interval)
{
    private readonly FxWeek _week = new();

    /// <summary>The first bar there is, unix ms.</summary>
    public long Begins { get; init; } = long.MinValue;

    /// <summary>What the servers think the time is, unix ms: later bars are unknown to them.</summary>
    public long Now { get; set; } = long.MaxValue;

    /// <summary>Most bars of an answer of Twelve Data.</summary>
    public int MostBars { get; init; } = 5000;

    /// <summary>Added to all prices.</summary>
    public double Shift { get; init; }

    public static double Round(double price) => Math.Round(price, 5);

    /// <summary>The bid side of one bar.</summary>
    public virtual Bar Bid(long time)
    {
        var k = time / EventTime.Minute;
        double open = 1.1 + k % 997 * 1e-5 + Shift, close = 1.1 + (k + 13) % 997 * 1e-5 + Shift;
        return new Bar(time, Round(open), Round(Math.Max(open, close) + 2e-4), Round(Math.Min(open, close) - 3e-4), Round(close), k % 50 + 1);
    }

    /// <summary>The ask side of one bar: a spread that differs from bar to bar.</summary>
    public Bar Ask(long time)
    {
        var (bid, spread) = (Bid(time), (time / EventTime.Minute % 7 + 4) * 1e-5);
        return new Bar(time, Round(bid.Open + spread), Round(bid.High + spread), Round(bid.Low + spread), Round(bid.Close + spread), bid.Volume);
    }

    /// <summary>The mids of one bar: the extremes lie inside the means of the sides' extremes, which need not have been at one time.</summary>
    public Bar Mid(long time)
    {
        var means = new SidedBar(Bid(time), Ask(time)).ToStep().Bar;
        return new Bar(time, Round(means.Open), Round(means.High - 5e-5), Round(means.Low + 4e-5), Round(means.Close), means.Volume);
    }

    /// <summary>Open times with from &lt;= time &lt; until on which there are bars.</summary>
    public IEnumerable<long> Times(long from, long until)
    {
        for (var t = Math.Max(LongerBars.NextOpen(from, interval), Begins); t < until && t <= Now; t += interval.Milliseconds)
            if (!_week.IsClosed(t)) yield return t;
    }

    public RestReply TwelveData(RestCall call)
    {
        if (call.Path == "/earliest_timestamp") return Ok($$"""{"datetime":"x","unix_time":{{Begins / 1000}}}""");
        var (from, until) = (Time(call.Query["start_date"]), Time(call.Query["end_date"]));
        var rows = Times(from, until + 1).Reverse().Take(MostBars).Select(t => (Text: EventTime.ToIso(t).Replace('T', ' ').TrimEnd('Z'), Bar: Bid(t)));
        var values = string.Join(',', rows.Select(r => string.Create(CultureInfo.InvariantCulture,
            $$"""{"datetime":"{{r.Text}}","open":"{{r.Bar.Open}}","high":"{{r.Bar.High}}","low":"{{r.Bar.Low}}","close":"{{r.Bar.Close}}"}""")));
        return values.Length == 0 ? RestFrames.Reply("twelvedata/rest_time_series_no_data_400.json") with { Headers = new Dictionary<string, string>() }
            : Ok($$"""{"meta":{"symbol":"{{call.Query["symbol"]}}"},"values":[{{values}}],"status":"ok"}""");
    }

    public RestReply Oanda(RestCall call)
    {
        var times = Times(Time(call.Query["from"]), long.MaxValue).Take(int.Parse(call.Query["count"], CultureInfo.InvariantCulture));
        return Ok($$"""{"instrument":"{{call.Path.Split('/')[^2]}}","granularity":"M5","candles":[{{string.Join(',', times.Select(Candle))}}]}""");

        string Candle(long t) => string.Create(CultureInfo.InvariantCulture,
            $$"""{"complete":{{(t + interval.Milliseconds <= Now ? "true" : "false")}},"volume":{{Bid(t).Volume}},"time":"{{EventTime.ToIso(t).TrimEnd('Z')}}.000000000Z","bid":{{Side(Bid(t))}},"mid":{{Side(Mid(t))}},"ask":{{Side(Ask(t))}}}""");
        static string Side(Bar b) => string.Create(CultureInfo.InvariantCulture, $$"""{"o":"{{b.Open:F5}}","h":"{{b.High:F5}}","l":"{{b.Low:F5}}","c":"{{b.Close:F5}}"}""");
    }

    public RestReply Finnhub(RestCall call)
    {
        long[] times = [.. Times(long.Parse(call.Query["from"], CultureInfo.InvariantCulture) * 1000, long.Parse(call.Query["to"], CultureInfo.InvariantCulture) * 1000 + 1)];
        if (times.Length == 0) return Ok("""{"s":"no_data"}""");
        return Ok($$"""{"c":{{Column(b => b.Close)}},"h":{{Column(b => b.High)}},"l":{{Column(b => b.Low)}},"o":{{Column(b => b.Open)}},"s":"ok","t":[{{string.Join(',', times.Select(t => t / 1000))}}],"v":{{Column(b => b.Volume)}}}""");

        string Column(Func<Bar, double> field) => "[" + string.Join(',', times.Select(t => field(Bid(t)).ToString(CultureInfo.InvariantCulture))) + "]";
    }

    /// <remarks>Made with an interval of a minute.</remarks>
    public RestReply Dukascopy(RestCall call)
    {
        var parts = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var side = parts[4] == "ASK" ? (Func<long, Bar>)Ask : Bid;
        var from = parts.Length > 5 ? Time($"{parts[5]}-{parts[6].PadLeft(2, '0')}-{parts[7].PadLeft(2, '0')}") : long.Parse(call.Query["from"], CultureInfo.InvariantCulture);
        if (parts.Length > 5 && from + EventTime.Day > Now) return new RestReply(400, "");
        Bar[] bars = [.. Times(from, parts.Length > 5 ? from + EventTime.Day : long.MaxValue).TakeWhile(t => t + EventTime.Minute <= Now).Select(side)];
        if (bars.Length == 0) return RestFrames.Reply("dukascopy/candles_empty_saturday.json");
        long[] minutes = [.. bars.Select(b => (b.Time - from) / EventTime.Minute)];
        var (first, volumes) = (bars[0], string.Join(',', bars.Select(b => b.Volume.ToString(CultureInfo.InvariantCulture))));
        return Ok(string.Create(CultureInfo.InvariantCulture, $$"""
            {"timestamp":{{from}},"multiplier":1e-05,"open":{{first.Open}},"high":{{first.High}},"low":{{first.Low}},"close":{{first.Close}},
             "shift":60000,"times":{{Steps(minutes, 0)}},"opens":{{Deltas(b => b.Open)}},"highs":{{Deltas(b => b.High)}},
             "lows":{{Deltas(b => b.Low)}},"closes":{{Deltas(b => b.Close)}},"volumes":[{{volumes}}]}
            """));

        string Deltas(Func<Bar, double> price) => Steps([.. bars.Select(b => (long)Math.Round(price(b) * 1e5))], (long)Math.Round(price(bars[0]) * 1e5));
    }

    private static string Steps(long[] values, long first) => "[" + string.Join(',', values.Select((v, i) => v - (i == 0 ? first : values[i - 1]))) + "]";

    private static RestReply Ok(string body) => new(200, body);

    /// <summary>Unix ms of a text.</summary>
    public static long Time(string text)
    {
        Assert.True(EventTime.TryParseIso(text, out var time), text);
        return time;
    }
}
