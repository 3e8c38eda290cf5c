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

    /// <summary>Open time of a bar of EURUSD whose low is above its open; long.MaxValue: there is none.</summary>
    public long Spoiled
    {
        get => _euro.Spoiled;
        set => _euro.Spoiled = value;
    }

    /// <summary>Open time of a bar of EURUSD whose high is ten times its open; long.MaxValue: there is none.</summary>
    public long Spiked
    {
        get => _euro.Spiked;
        set => _euro.Spiked = value;
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

        public long Spoiled { get; set; } = long.MaxValue;

        public long Spiked { get; set; } = long.MaxValue;

        public override Bar Bid(long time)
        {
            var level = Level(time);
            return new Bar(time, level, time == Spiked ? 10 * level : level + 1e-4, time == Spoiled ? level + 5e-5 : level - 1e-4, level, 7);
        }

        private double Level(long time) => Round(time >= Rises ? price + 0.0048 : price);
    }
}
