using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers.Common.History;
using Axfl.Runs.Health;
using Axfl.Runs.Tests.Live;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Health;

public class HealthChecksTests
{
    [Fact]
    public async Task All_checks_are_made_and_nothing_is_written()
    {
        await using var server = await FakeRest.Start(new FakeMarket(new Interval(5)) { Now = FeedHarness.T0 }.Oanda);
        using var stage = new HealthStage();
        var feed = new ScriptedFeed { Server = server.Address };
        (stage.Feed, stage.History) = (feed, new HistoryChain([Axfl.Providers.HistorySources.Create("oanda", server.Address.ToString(), n => n == "OANDA_ENV" ? null : "KEY", stage.Time)]));
        for (var i = 0; i < 2; i++) feed.Say(new Axfl.Providers.Common.TickEvent(FeedHarness.T0, i, new Tick(FeedHarness.T0, 1.25), Late: false));
        var shares = new List<double>();
        var rows = await stage.Run(CancellationToken.None, new Listener<double>(f => { lock (shares) shares.Add(f); }));
        Assert.Equal(
            ["sessions", "windows orb", "warm-up", "feed", "subscription EURUSD", "subscription GBPUSD", "first price EURUSD", "first price GBPUSD", "clock", "disk", "locks", "news calendar", "alerts"], rows.Select(r => r.Check));
        Assert.Equal(1, shares.Max());
        Assert.Equal(HealthChecks.All.Count, shares.Count);
        Assert.Equal([stage.Request.SessionsPath], Directory.GetFileSystemEntries(stage.Request.WorkingDirectory));
    }

    [Fact]
    public async Task A_check_that_throws_is_a_row_that_failed_and_the_others_are_made()
    {
        using var stage = new HealthStage();
        var rows = await stage.Run(new MadeCheck("first", _ => throw new InvalidOperationException("the wheel came off")), new DiskCheck());
        rows.Of("first").Fails("unexpected InvalidOperationException: the wheel came off", "Advice of first.");
        rows.Of("disk").IsOk();
    }

    [Fact]
    public async Task What_an_error_recommends_is_the_remedy()
    {
        using var stage = new HealthStage();
        var rows = await stage.Run(new MadeCheck("first", _ => throw new AxflException("Made", ErrorKind.Data, "It is so.") { RecommendedAction = "Do this." }));
        Assert.Equal(new HealthResult("first", HealthStates.Failed, "It is so.", "Do this."), Assert.Single(rows));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_check_that_does_not_answer_fails_at_its_limit_and_keeps_nobody_waiting(bool hears)
    {
        using var stage = new HealthStage();
        using var end = new ManualResetEventSlim();
        var other = new TaskCompletionSource();
        var looking = stage.Run(CancellationToken.None, new Listener<double>(_ => other.TrySetResult()), new MadeCheck("slow", stop => hears ? Task.Delay(Timeout.Infinite, stop) : Task.Run(() => end.Wait(CancellationToken.None), CancellationToken.None)), new DiskCheck());
        await other.Task;
        await stage.Pass(MadeCheck.Longest);
        var rows = await looking;
        end.Set();
        rows.Of("slow").Fails("no answer within 33 s", "Advice of slow.");
        rows.Of("disk").IsOk();
    }

    [Fact]
    public async Task They_wait_side_by_side()
    {
        using var stage = new HealthStage();
        var first = new TaskCompletionSource();
        var rows = await stage.Run(new MadeCheck("waits", _ => first.Task), new MadeCheck("lets", _ => { first.SetResult(); return Task.CompletedTask; }));
        Assert.All(rows, r => r.IsOk());
    }

    [Fact]
    public async Task A_stop_ends_them_all()
    {
        using var stage = new HealthStage();
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var looking = stage.Run(stop.Token, null, new MadeCheck("slow", token => { begun.SetResult(); return Task.Delay(Timeout.Infinite, token); }), new DiskCheck());
        await begun.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looking);
    }

    [Fact]
    public async Task Keys_accounts_and_what_an_address_hides_stand_in_no_row()
    {
        using var stage = new HealthStage();
        stage.Environment["FINNHUB_API_KEYS"] = "KEY-OF-ONE, KEY-OF-TWO";
        stage.Environment["OANDA_ACCOUNT_ID"] = "101-001-0000001-001";
        stage.Request = stage.Request with { Endpoint = "wss://me:WORD-OF-USER@example.org/?key=WORD-OF-QUERY" };
        var rows = await stage.Run(
            new MadeCheck("first", _ => throw new InvalidOperationException("KEY-OF-ONE KEY-OF-TWO 101-001-0000001-001 me:WORD-OF-USER key=WORD-OF-QUERY\u001b[2J\nover")));
        Assert.Equal(@"unexpected InvalidOperationException: *** *** *** *** ***\u001b[2J over", Assert.Single(rows).Seen);
    }

    [Fact]
    public async Task Without_a_plan_what_needs_one_says_so_and_the_rest_is_looked_at()
    {
        using var stage = new HealthStage { Sessions = "made: 3" };
        var rows = await stage.Run();
        rows.Of("sessions").Fails("error", "axfl sessions check");
        foreach (var check in new[] { "windows", "warm-up", "feed", "clock", "news calendar", "alerts" }) rows.Of(check).Warns("the plan cannot be used", "'sessions'");
        rows.Of("disk").IsOk();
        rows.Of("locks").IsOk();
    }

    private sealed class MadeCheck(string name, Func<CancellationToken, Task> look) : HealthCheck(name, Longest)
    {
        public static readonly TimeSpan Longest = TimeSpan.FromSeconds(33);

        public override string Advice => $"Advice of {Name}.";

        public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
        {
            await look(cancellationToken);
            return [Ok("made")];
        }
    }
}
