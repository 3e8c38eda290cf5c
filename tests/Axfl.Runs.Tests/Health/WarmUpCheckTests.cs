using System.Globalization;
using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers;
using Axfl.Providers.Common.History;
using Axfl.Runs.Health;
using Axfl.Runs.Tests.Live;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Health;

public class WarmUpCheckTests
{
    [Fact]
    public async Task A_provider_that_has_the_days_is_reached()
    {
        await using var server = await FakeRest.Start(new FakeMarket(new Interval(5)) { Now = FeedHarness.T0 }.Oanda);
        using var stage = new HealthStage { History = null };
        stage.History = new HistoryChain([Oanda(server, stage)]);
        Assert.Single(await stage.Run(new WarmUpCheck())).IsOk().Seen("oanda has").Seen("of EURUSD from 2026-02-26T00:00:00Z on, of 3 of 3 days of warm-up");
    }

    [Fact]
    public async Task Files_of_the_data_folder_are_reached_without_a_key()
    {
        using var stage = new HealthStage();
        WriteBars(stage, "EURUSD", days: 6);
        WriteBars(stage, "GBPUSD", days: 6);
        stage.Request = stage.Request with { DataPath = [stage["data"]] };
        Assert.Single(await stage.Run(new WarmUpCheck())).IsOk().Seen("csv has").Seen("of 3 of 3 days");
    }

    [Fact]
    public async Task A_plan_without_warm_up_needs_nobody()
    {
        using var stage = new HealthStage();
        stage.Sessions = stage.Sessions.Replace("warmup_days: 3", "warmup_days: 0", StringComparison.Ordinal);
        Assert.Single(await stage.Run(new WarmUpCheck())).IsOk().Seen("warmup_days: 0");
    }

    [Fact]
    public async Task No_source_of_history_is_a_warning_with_the_reason_of_each()
    {
        using var stage = new HealthStage();
        Assert.Single(await stage.Run(new WarmUpCheck())).Warns("OANDA_API_KEY is not set", "--data").Seen("csv: there are no files of every symbol");
    }

    [Fact]
    public async Task A_day_that_is_missing_is_a_warning()
    {
        await using var server = await FakeRest.Start(new FakeMarket(new Interval(5)) { Now = FeedHarness.T0, Begins = FeedHarness.T0 - 2 * EventTime.Day }.Oanda);
        using var stage = new HealthStage();
        stage.History = new HistoryChain([Oanda(server, stage)]);
        Assert.Single(await stage.Run(new WarmUpCheck())).Warns("of 1 of 3 days of warm-up", "holidays");
    }

    [Fact]
    public async Task A_source_that_stands_in_for_another_is_a_warning()
    {
        await using var refusing = await FakeRest.Start(_ => SocketMarket.Forbidden("oanda"));
        await using var server = await FakeRest.Start(new FakeMarket(new Interval(5)) { Now = FeedHarness.T0 }.Finnhub);
        using var stage = new HealthStage();
        stage.History = new HistoryChain([Oanda(refusing, stage), HistorySources.Create("finnhub", server.Address.ToString(), _ => "KEY", stage.Time)]);
        Assert.Single(await stage.Run(new WarmUpCheck())).Warns("finnhub has", "Put the sources named right").Seen("oanda: 127.0.0.1 answered 403");
    }

    [Fact]
    public async Task A_source_that_refuses_the_key_fails_with_what_it_said()
    {
        await using var server = await FakeRest.Start(_ => SocketMarket.Forbidden("oanda"));
        using var stage = new HealthStage();
        stage.History = new HistoryChain([Oanda(server, stage)]);
        Assert.Single(await stage.Run(new WarmUpCheck())).Fails("127.0.0.1 answered 403", "axfl history save");
    }

    [Fact]
    public async Task Files_that_were_named_and_are_not_there_fail()
    {
        using var stage = new HealthStage();
        stage.Request = stage.Request with { DataPath = [stage["nowhere"]] };
        Assert.Single(await stage.Run(new WarmUpCheck())).Fails(stage["nowhere"], "axfl history save");
    }

    private static IHistory Oanda(FakeRest server, HealthStage stage) =>
        HistorySources.Create("oanda", server.Address.ToString(), name => name == "OANDA_ENV" ? null : "KEY", stage.Time);

    private static void WriteBars(HealthStage stage, string symbol, int days)
    {
        Directory.CreateDirectory(stage["data"]);
        var market = new FakeMarket(new Interval(5));
        File.WriteAllLines(Path.Combine(stage["data"], symbol + ".csv"), market.Times(FeedHarness.T0 - days * EventTime.Day, FeedHarness.T0).Select(t => (Time: t, Bar: market.Bid(t)))
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{EventTime.ToIso(r.Time)},{r.Bar.Open},{r.Bar.High},{r.Bar.Low},{r.Bar.Close},1")).Prepend("time,open,high,low,close,volume"));
    }
}
