using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>What a whole run does when a provider misbehaves, over real sockets, on each protocol.</summary>
public sealed class SocketRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Providers => ["finnhub", "twelvedata", "oanda"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_symbol_that_falls_silent_while_the_others_live_on_is_not_ok_until_its_prices_are_back(string provider)
    {
        await using var run = await SocketRun.Start(provider, _folder.Path);
        await run.Seconds(5, 0, 1);
        Assert.True(run.Status.Ok, run.Status.Error);
        await run.Seconds(62, 1);
        Assert.Contains("EURUSD", run.Status.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("GBPUSD", run.Status.Error, StringComparison.Ordinal);
        Assert.Equal([true, false], run.Status.Data.Select(d => d.Stale));

        // The provider's word on our own subscription makes nothing fresh.
        await run.Seconds(16, 1);
        if (provider == "twelvedata") await run.Say("""{"event":"subscribe-status","status":"ok","success":[{"symbol":"EUR/USD"}],"fails":[]}""");
        await run.Seconds(2, 1);
        Assert.Contains("EURUSD", run.Status.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Server.Dials);
        await run.Until(() => run.Server.Dials == 2);
        await run.Connect();
        Assert.Equal(2, run.Server.Dials);
        await run.Seconds(5, 0, 1);
        Assert.True(run.Status.Ok, run.Status.Error);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_price_from_the_future_and_an_absurd_one_change_nothing_and_are_counted(string provider)
    {
        await using var run = await SocketRun.Start(provider, _folder.Path);
        await run.Price(0, 13.757);
        await run.Seconds(5, 0, 1);
        await run.Price(0, 1.1005, ahead: 28_000);
        await run.Price(0, 13.757, ahead: 1);
        await run.Seconds(25, 0, 1);
        Assert.True(run.Status.Ok, run.Status.Error);
        Assert.Equal(3, run.Status.Data[0].Rejected);
        Assert.Equal(0, run.Status.Data[1].Rejected);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_refused_redial_is_not_ok_with_the_reason_and_the_run_goes_on(string provider)
    {
        await using var run = await SocketRun.Start(provider, _folder.Path);
        await run.Seconds(5, 0, 1);
        run.Server.Script(new FakeHost.Handshake(401, "{}"));
        run.Connection.Abort();
        await run.Until(() => run.Status.Error?.Contains("401", StringComparison.Ordinal) == true);
        Assert.Contains("it has worked before", run.Status.Error, StringComparison.Ordinal);
        await run.Until(() => run.Server.Dials == 3);
        await run.Connect();
        await run.Seconds(5, 0, 1);
        Assert.True(run.Status.Ok, run.Status.Error);
        Assert.False(run.HasEnded);
    }

    public void Dispose() => _folder.Dispose();
}
