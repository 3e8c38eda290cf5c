using System.Net.WebSockets;
using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>
/// What becomes of an open position when a provider misbehaves, over real sockets, on each protocol. EURUSD is sold at the first price after the first whole bar,
/// with a stop loss at 1.10038 and a target at 1.09948.
/// </summary>
public sealed class SocketPositionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Providers => ["finnhub", "twelvedata", "oanda"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task While_its_symbol_is_mute_it_is_looked_after_on_history(string provider)
    {
        var market = new SocketMarket(provider) { Rises = FeedHarness.T0 + 5 * EventTime.Minute };
        await using var rest = await FakeRest.Start(market.Answer);
        await using var run = await SocketRun.Start(provider, _folder.Path, rest.Address, strategy: "once");
        market.Now = () => run.Now;
        await Open(run);
        await run.Seconds(75, 1);
        Assert.False(run.Status.Ok);
        Assert.Contains("EURUSD", run.Status.Error, StringComparison.Ordinal);
        Assert.Single(run.Status.Positions);
        await Redialled(run);
        for (var i = 0; i < 300 && run.Status.Positions.Count > 0; i++) await run.Seconds(1, 1);

        // Gapped over: at the open of the first bar that is higher.
        var trade = Assert.Single(run.Trades());
        Assert.Equal(("EURUSD", "SL", EventTime.ToDateTime(market.Rises)), (trade.Symbol, trade.Reason, trade.ExitTime));
        Assert.InRange(trade.Exit, 1.1046, 1.1050);
        Assert.Equal([true, false], run.Status.Data.Select(d => d.Stale));

        run.Prices[0] = 1.10478;
        await run.Seconds(75, 0, 1);
        Assert.True(run.Status.Ok, run.Status.Error);
        Assert.Single(run.Trades());
        Assert.Equal([0, 0], run.Status.Data.Select(d => d.Gaps));
        Assert.Equal(run.Status.Data[1].Bars, run.Status.Data[0].Bars);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_price_from_the_future_delays_neither_its_stop_loss_nor_a_bar(string provider)
    {
        await using var run = await SocketRun.Start(provider, _folder.Path, strategy: "once");
        await Open(run);
        await run.Price(0, 1.0999, ahead: 28_000);
        await run.Seconds(1, 0, 1);
        var passed = run.Now;
        await run.Price(0, 1.1014);
        run.Prices[0] = 1.1014;
        for (var i = 0; i < 30 && run.Status.Positions.Count > 0; i++) await run.Seconds(1, 0, 1);
        var trade = Assert.Single(run.Trades());
        Assert.Equal("SL", trade.Reason);
        Assert.InRange(EventTime.FromDateTime(trade.ExitTime), passed - 1000, passed);
        while (run.Now < FeedHarness.T0 + 3 * EventTime.Minute + 1000 || run.Status.Data[0].Bars < 3) await run.Seconds(1, 0, 1);
        Assert.Equal([3, 3], run.Status.Data.Select(d => d.Bars));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Without_history_that_the_plan_does_not_include_it_is_opened_and_no_absurd_price_closes_it(string provider)
    {
        await using var rest = await FakeRest.Start(SocketMarket.Forbidden(provider));
        await using var run = await SocketRun.Start(provider, _folder.Path, rest.Address, warmupDays: 1, strategy: "once");
        await run.Noticed("Warm-up from history is not complete");
        await run.Price(0, 13.757);
        await Open(run);
        await run.Price(0, 13.757);
        await run.Seconds(21, 0, 1);
        Assert.True(run.Status.Ok, run.Status.Error);
        Assert.Single(run.Status.Positions);
        Assert.Equal(2, run.Status.Data[0].Rejected);
        Assert.Equal(100_000, run.Status.Total.Equity, 100.0);
        Assert.False(run.HasEnded);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_run_stopped_in_its_warm_up_finishes_it_when_it_resumes(string provider)
    {
        var market = new SocketMarket(provider);
        using var given = new ManualResetEventSlim();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var rest = await FakeRest.Start(call =>
        {
            asked.TrySetResult();
            given.Wait();
            return market.Answer(call);
        });
        await using (var run = await SocketRun.Begin(provider, _folder.Path, rest.Address, warmupDays: 1))
        {
            await asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await run.Stop();
        }

        given.Set();
        await using var again = await SocketRun.Start(provider, _folder.Path, rest.Address, warmupDays: 1, isResumed: true);
        await again.Seconds(5, 0, 1);
        Assert.True(again.Status.Ok, again.Status.Error);
        Assert.All(again.Status.Data, d => Assert.InRange(d.Bars, 1000, 3000));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_storm_of_a_hundred_closes_ends_nothing_and_hides_no_bar(string provider)
    {
        var market = new SocketMarket(provider);
        await using var rest = await FakeRest.Start(market.Answer);
        await using var run = await SocketRun.Start(provider, _folder.Path, rest.Address, strategy: "once");
        market.Now = () => run.Now;
        await Open(run);
        var wasNotOk = 0;
        for (var i = 0; i < 100; i++)
        {
            await run.Connection.Close((WebSocketCloseStatus)(i % 2 == 0 ? 1012 : 1013), "try again later");
            await run.Until(() => run.Server.Dials == i + 2);
            await run.Connect();
            if (!run.Status.Ok) wasNotOk++;
            if (i % 10 == 0) await run.Price(0, run.Prices[0]);
        }

        Assert.True(wasNotOk > 0, "It never said that it was not connected.");
        Assert.False(run.HasEnded);
        await run.Seconds(150, 0, 1);
        Assert.True(run.Status.Ok, run.Status.Error);
        Assert.Single(run.Status.Positions);
        Assert.Empty(run.Trades());
        Assert.Equal([0, 0], run.Status.Data.Select(d => d.Gaps));
        Assert.Equal(run.Status.Data[1].Bars, run.Status.Data[0].Bars);
    }

    [Fact]
    public async Task History_of_another_symbol_closes_it_as_little_as_none()
    {
        var market = new SocketMarket("oanda") { Rises = FeedHarness.T0 + 3 * EventTime.Minute };
        await using var rest = await FakeRest.Start(call => market.Answer(call) is var told && (call.Path + call.QueryText).Contains("EUR", StringComparison.Ordinal)
            ? told with { Body = told.Body.Replace("EUR_USD", "GBP_USD", StringComparison.Ordinal) } : told);
        await using var run = await SocketRun.Start("oanda", _folder.Path, rest.Address, strategy: "once");
        market.Now = () => run.Now;
        await Open(run);
        await run.Seconds(85, 1);
        Assert.Single(run.Status.Positions);
        Assert.Empty(run.Trades());
        await run.Noticed("was asked for EUR_USD and gave bars of GBP_USD");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Bars_of_history_that_cannot_be_traded_on_or_hardly_believed_are_said_before_it_is_opened(string provider)
    {
        var market = new SocketMarket(provider) { Spoiled = FeedHarness.T0 - 20 * EventTime.Minute, Spiked = FeedHarness.T0 - 10 * EventTime.Minute };
        await using var rest = await FakeRest.Start(market.Answer);
        await using var run = await SocketRun.Start(provider, _folder.Path, rest.Address, warmupDays: 1, strategy: "once");
        await run.Seconds(3, 0, 1);
        await run.Noticed($"EURUSD: 1 bar of history of {provider} cannot be traded on and is left out, the first at {EventTime.ToIso(market.Spoiled)}: low is above open or close");
        await run.Noticed($"EURUSD: 1 bar of history of {provider} may be wrong and is used as given, the first at {EventTime.ToIso(market.Spiked)}: prices move");
        await run.Until(() => run.Status.Data[0].Rejected == 1);
        Assert.Equal(0, run.Status.Data[1].Rejected);
    }

    [Fact]
    public async Task What_a_server_says_is_one_short_line()
    {
        await using var run = await SocketRun.Start("finnhub", _folder.Path);
        await run.Say("{\"type\":\"error\",\"msg\":\"Invalid symbol OANDA:EUR_USD\\r\\nok: true " + new string('M', 100_000) + "\"}");
        await run.Seconds(1, 1);
        var said = await run.Noticed("ok: true");
        Assert.Contains("OANDA:EUR_USD  ok: true MMM", said, StringComparison.Ordinal);
        Assert.InRange(said.Length, 500, 1100);
    }

    public void Dispose() => _folder.Dispose();

    // The first whole bar of EURUSD closes at 1.09998, upon which the strategy sells.
    private static async Task Open(SocketRun run)
    {
        run.Prices[0] = 1.09996;
        await run.Seconds(121, 0, 1);
        for (var i = 0; i < 30 && run.Status.Positions.Count == 0; i++) await run.Seconds(1, 0, 1);
        Assert.Equal("EURUSD", Assert.Single(run.Status.Positions).Symbol);
    }

    // The new connection that a mute symbol gets.
    private static async Task Redialled(SocketRun run)
    {
        await run.Seconds(5, 1);
        await run.Until(() => run.Server.Dials == 2);
        await run.Connect();
    }
}
