using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>The history of the two symbols of a <see cref="SocketRun"/> on each protocol: prices that stand, until one rises.</summary>
internal sealed class SocketMarket(string provider)
{
    private readonly StillMarket _euro = new(1.09998), _pound = new(1.2);

    /// <summary>From which open time on EURUSD is 48 pips higher; long.MaxValue: never.</summary>
    public long Rises
    {
        get => _euro.Rises;
        set => _euro.Rises = value;
    }

    /// <summary>Time of the server, unix ms.</summary>
    public Func<long> Now { get; set; } = static () => FeedHarness.T0;

    public RestReply Answer(RestCall call)
    {
        var market = (call.Path + call.QueryText).Contains("GBP", StringComparison.Ordinal) ? _pound : _euro;
        market.Now = Now();
        return provider switch { "finnhub" => market.Finnhub(call), "twelvedata" => market.TwelveData(call), _ => market.Oanda(call) };
    }

    /// <summary>The answer to a key whose plan has no history.</summary>
    public static RestReply Forbidden(string provider) => provider switch
    {
        "finnhub" => RestFrames.Reply("finnhub/rest_candle_forbidden_free_plan.json"),
        "twelvedata" => RestFrames.Reply("twelvedata/rest_error_403_plan.json"),
        _ => new RestReply(403, """{"errorMessage":"The provided request was forbidden."}"""),
    };

    private sealed class StillMarket(double price) : FakeMarket(new Interval(1))
    {
        public long Rises { get; set; } = long.MaxValue;

        public override Bar Bid(long time) => new(time, Level(time), Level(time) + 1e-4, Level(time) - 1e-4, Level(time), 7);

        private double Level(long time) => Round(time >= Rises ? price + 0.0048 : price);
    }
}
