using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Runs.Backtest;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

public sealed class LiveChaosTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<(long Time, double Bid, double Ask)> _quotes = ChaosTicks.Of(FeedHarness.T0);

    [Theory]
    [InlineData("finnhub")]
    [InlineData("twelvedata")]
    [InlineData("oanda")]
    public async Task Whatever_the_line_does_bars_are_those_of_the_undisturbed_run_and_every_other_trade_has_a_recorded_cause(string provider)
    {
        var calm = await Run(provider, "calm", null, null);
        Assert.True(calm.Trades.Count > 3, $"{calm.Trades.Count} trades");
        var (same, other) = (0, 0);
        foreach (var seed in ChaosTicks.Seeds)
        {
            var storm = await Run(provider, $"storm-{seed}", new Random(seed), calm.Bars);
            Assert.Equal((seed, ""), (seed, Difference(calm.Bars, storm.Bars)));
            var differing = calm.Trades.Except(storm.Trades).Concat(storm.Trades.Except(calm.Trades)).ToList();
            Assert.All(differing, trade => Assert.Contains(storm.Causes, cause => cause <= trade.Exit));
            Assert.Equal(storm.Ledger, await Replayed($"{provider}-storm-{seed}"));
            same += storm.Trades.Intersect(calm.Trades).Count();
            other += differing.Count;
        }

        Assert.True(same > other, $"{same} trades the same, {other} different");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Outcome> Run(string provider, string name, Random? faults, IReadOnlyDictionary<long, Bar>? history)
    {
        await using var feed = await FeedHarness.Start(provider, o => o with
        {
            MaxFuture = TimeSpan.FromDays(2), MinDialGap = TimeSpan.Zero, MaxShortSessions = 0, MaxBadFrames = int.MaxValue,
        });
        using var live = DirectLive.Begin(_folder.Path, $"{provider}-{name}", [.. _quotes.Select(q => (0, Tick.FromQuote(q.Time, q.Bid, q.Ask)))], FeedHarness.T0);
        if (history is not null) live.Vendor = bar => history.TryGetValue(bar.Bar.Time, out var known) ? bar with { Bar = known, OpenSpread = double.NaN, CloseSpread = double.NaN } : null;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var replay = Replay(feed, provider, faults, arrived.Task);
        var last = _quotes[^1].Time / 1000 * 1000;
        while (true)
        {
            var item = await feed.Next<FeedEvent>();
            if (item is not TickEvent tick)
            {
                live.Say(item);
                continue;
            }

            if (!tick.Late) live.Clock(tick.Tick.Time);
            live.Say(tick with { Received = live.Now });
            if (tick.Tick.Time < last) continue;
            arrived.TrySetResult();
            await replay;
            live.Clock(last + 120_000);
            var ledger = live.Finish();
            return Read(ledger, Path.Combine(_folder.Path, "runs", $"{provider}-{name}"));
        }
    }

    // What the journal says: bars the strategies saw, when prices were missing or came late, and the trades.
    private static Outcome Read(string ledger, string directory)
    {
        var bars = new Dictionary<long, Bar>();
        var causes = new List<long>();
        var newest = long.MinValue;
        using var reader = new JournalReader(directory);
        var line = new JournalLine();
        while (reader.Read(out var text))
        {
            line.Parse(text);
            if (line.Kind == JournalKind.History) causes.Add(line.Time);
            if (line.Kind is JournalKind.Bars or JournalKind.History)
                foreach (var bar in line.Bars.Where(b => b.Bar.Symbol == 0)) bars.TryAdd(bar.Bar.Bar.Time, bar.Bar.Bar with { Volume = 0 });
            else if (line.Kind is JournalKind.Lost or JournalKind.Stale) causes.Add(newest);
            else if (line is { Kind: JournalKind.Tick, Symbol: 0 })
            {
                if (line.Time < newest) causes.Add(line.Time);
                newest = Math.Max(newest, line.Time);
            }
        }

        return new Outcome(ledger, bars, causes, [.. TradesCsv.Read(Path.Combine(directory, RunFiles.Trades)).Select(t => new Closed(
            EventTime.FromDateTime(t.EntryTime), EventTime.FromDateTime(t.ExitTime), t.Side, t.Entry, t.Exit, t.Reason))]);
    }

    private async Task<string> Replayed(string run)
    {
        await using var replay = Replays.Start(new RunRequest
        {
            Source = "journal", DataPath = [Path.Combine(_folder.Path, "runs", run)], OutputDirectory = _folder.Path, WorkingDirectory = _folder.Path,
            RunId = run + "-again",
        }, [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")], TimeProvider.System, CancellationToken.None);
        await foreach (var _ in replay.Events)
        {
            // To the end.
        }

        return (await replay.Completion).LedgerHash;
    }

    /// <summary>Sends the quotes with seeded faults on the way: repeats, split messages, garbage, two out of order, dropped lines with lost prices.</summary>
    private async Task Replay(FeedHarness feed, string provider, Random? faults, Task arrived)
    {
        var format = provider switch { "finnhub" => WireFormat.Finnhub, "twelvedata" => WireFormat.TwelveData, _ => WireFormat.Oanda };
        var name = format.NameOf("EUR", "USD");
        var quotes = _quotes.ToArray();

        // Nobody can tell the order of two prices with one stamp: Twelve Data's are whole seconds.
        var stamp = provider == "twelvedata" ? 1000 : 1;
        var connection = await feed.Connection();
        var (before, sent) = (0L, 0);
        for (var i = 0; i < quotes.Length; i++)
        {
            if (connection.Ended.IsCompleted)
            {
                // The client has given this one up by itself.
                connection = await feed.Connection();
                (before, sent) = (feed.Feed.Statistics.Frames, 0);
            }

            var fault = i >= quotes.Length - 2 || faults is null ? 9999 : faults.Next(3000);
            var message = format.Price(name, quotes[i].Time, quotes[i].Bid, quotes[i].Ask);
            sent += fault is < 100 or >= 150 and < 200 ? 2 : 1;
            if (fault < 100) await connection.Send(message);
            else if (fault < 150) await connection.SendSplit(message, 3);
            else if (fault < 200) await connection.Send("{\"garbage");
            else if (fault < 250 && quotes[i + 1].Time - quotes[i].Time < 1000 && quotes[i + 1].Time / stamp > quotes[i].Time / stamp)
            {
                (quotes[i], quotes[i + 1]) = (quotes[i + 1], quotes[i]);
                message = format.Price(name, quotes[i].Time, quotes[i].Bid, quotes[i].Ask);
            }
            else if (fault is >= 250 and < 262)
            {
                // Mostly the client has read all: a reset throws away what is on its way. Prices of the outage are lost in any case.
                sent--;
                var settled = faults!.Next(4) > 0 ? sent + before : 0;
                await feed.Read(settled, connection.Ended);
                connection = await Break(feed, connection, faults.Next(6));
                (before, sent) = (feed.Feed.Statistics.Frames, 1);
                i = Math.Min(quotes.Length - 1, i + faults.Next(fault == 250 ? 300 : 5));
                message = format.Price(name, quotes[i].Time, quotes[i].Bid, quotes[i].Ask);
            }

            await connection.Send(message);
        }

        // The last price ends the reading: it must arrive, whatever the line does.
        while (await Task.WhenAny(arrived, connection.Ended) != arrived)
        {
            connection = await feed.Connection();
            await connection.Send(format.Price(name, quotes[^1].Time, quotes[^1].Bid, quotes[^1].Ask));
        }
    }

    /// <summary>Ends a connection in one of the ways of the world, and gives the next.</summary>
    private static async Task<FakeConnection> Break(FeedHarness feed, FakeConnection connection, int way)
    {
        switch (way)
        {
            case 0:
                // Half open: nothing comes, nothing is said, until this side gives up.
                await feed.GiveUp(connection);
                return await feed.Connection();
            case 1:
                feed.Server.Script(new Handshake(503, "{}"), new Handshake(429, "{}"), new Handshake(502, "<html>"));
                break;
            case 2:
                // A storm: each connection is dropped as soon as it stands.
                for (var i = 0; i < 3; i++)
                {
                    connection.Abort();
                    connection = await feed.Connection();
                }

                break;
            case 3:
                await connection.Close();
                return await feed.Connection();
            case 4:
                feed.Time.Advance(TimeSpan.FromMinutes(3));
                break;
            default:
                break;
        }

        connection.Abort();
        return await feed.Connection();
    }

    private static string Difference(IReadOnlyDictionary<long, Bar> expected, IReadOnlyDictionary<long, Bar> actual) => string.Join("; ",
        expected.Keys.Union(actual.Keys).Order().Where(t => expected.GetValueOrDefault(t) != actual.GetValueOrDefault(t))
            .Select(t => $"{expected.GetValueOrDefault(t)} was {actual.GetValueOrDefault(t)}"));

    private sealed record Outcome(string Ledger, IReadOnlyDictionary<long, Bar> Bars, IReadOnlyList<long> Causes, IReadOnlyList<Closed> Trades);

    private sealed record Closed(long Entry, long Exit, string Side, double EntryPrice, double ExitPrice, string Reason);
}
