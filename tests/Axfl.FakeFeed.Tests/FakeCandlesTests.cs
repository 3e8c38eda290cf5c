using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.FakeFeed.Tests;

public sealed class FakeCandlesTests
{
    private const long T0 = FeedHarness.T0;
    private static readonly FakeCandles Candles = new(new FakeFeedSymbols());

    [Theory]
    [InlineData("1", 1)]
    [InlineData("5", 5)]
    [InlineData("15", 15)]
    [InlineData("30", 30)]
    [InlineData("60", 60)]
    [InlineData("D", 1440)]
    public void Candles_are_the_simulated_bars(string resolution, int minutes)
    {
        var from = T0 - 20 * EventTime.Day;
        var answer = Ask("OANDA:EUR_USD", resolution, from, T0);
        Assert.Equal(200, answer.Status);
        var bars = Bars(answer);
        Assert.Equal(SimulatedMarket.Bars(FeedHarness.EurUsd, new Interval(minutes), from, T0).Where(b => b.Time + minutes * EventTime.Minute <= T0), bars);
        Assert.NotEmpty(bars);
    }

    [Fact]
    public void From_and_to_are_inclusive()
    {
        var bars = Bars(Ask("OANDA:EUR_USD", "5", T0 - 600_000, T0 - 300_000));
        Assert.Equal([T0 - 600_000, T0 - 300_000], bars.Select(b => b.Time));
    }

    [Fact]
    public void A_bar_that_is_not_complete_is_not_there()
    {
        Assert.Equal(T0 - 120_000, Bars(Ask("OANDA:EUR_USD", "1", T0 - 600_000, T0 + 600_000, now: T0 - 1))[^1].Time);
        Assert.Equal(T0 - 60_000, Bars(Ask("OANDA:EUR_USD", "1", T0 - 600_000, T0 + 600_000, now: T0))[^1].Time);
    }

    [Fact]
    public void A_closed_market_has_no_data()
    {
        var saturday = T0 + 4 * EventTime.Day;
        var answer = Ask("OANDA:EUR_USD", "5", saturday, saturday + 3_600_000, now: saturday + EventTime.Day);
        Assert.Equal((200, """{"s":"no_data"}"""), (answer.Status, Encoding.UTF8.GetString(answer.Body.Span)));
    }

    [Theory]
    [InlineData("OANDA:EUR_XXX", "5", "1772546700", "1772546700", "no symbol 'OANDA:EUR_XXX'")]
    [InlineData("OANDA:EUR_USD", "7", "1772546700", "1772546700", "no resolution '7'")]
    [InlineData("OANDA:EUR_USD", "5", null, "1772546700", "from and to")]
    [InlineData("OANDA:EUR_USD", "5", "-5", "1772546700", "from and to")]
    [InlineData("OANDA:EUR_USD", "5", "1772546700", "99999999999999999999", "from and to")]
    [InlineData("OANDA:EUR_USD", "1", "0", "1772546700", "shorter time")]
    [InlineData(null, null, null, null, "no symbol")]
    public void A_wrong_request_is_answered_with_what_is_wrong(string? symbol, string? resolution, string? from, string? to, string expected)
    {
        var parameters = new Dictionary<string, string?> { ["symbol"] = symbol, ["resolution"] = resolution, ["from"] = from, ["to"] = to };
        var answer = Candles.Answer(parameters.GetValueOrDefault, T0);
        Assert.Equal(400, answer.Status);
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Contains(expected, json.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    internal static List<Bar> Bars(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        Assert.Equal("ok", json.RootElement.GetProperty("s").GetString());
        double[] Column(string name) => [.. json.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];
        var (c, h, l, o, t, v) = (Column("c"), Column("h"), Column("l"), Column("o"), Column("t"), Column("v"));
        return [.. t.Select((time, i) => new Bar((long)time * 1000, o[i], h[i], l[i], c[i], v[i]))];
    }

    private static List<Bar> Bars(CandleAnswer answer) => Bars(answer.Body);

    private static CandleAnswer Ask(string symbol, string resolution, long from, long to, long now = T0)
    {
        var parameters = new Dictionary<string, string?> { ["symbol"] = symbol, ["resolution"] = resolution, ["from"] = $"{from / 1000}", ["to"] = $"{to / 1000}" };
        return Candles.Answer(parameters.GetValueOrDefault, now);
    }
}
