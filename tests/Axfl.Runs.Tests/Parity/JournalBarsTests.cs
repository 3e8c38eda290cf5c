using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Events;
using Axfl.Engine.Portfolio;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Parity;

namespace Axfl.Runs.Tests.Parity;

/// <summary>The bars read from a journal are those the strategies saw, whatever was lost, repaired or found to be known already.</summary>
public sealed class JournalBarsTests : IDisposable
{
    private readonly ParityRuns _runs = new();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0.0002)]
    [InlineData(3, 0.0002)]
    [InlineData(4, 0)]
    [InlineData(5, 0.0002)]
    public void The_bars_of_a_journal_are_those_that_were_folded(int seed, double vendor)
    {
        var ticks = MadeTicks.Of(seed, 4000, 2);
        using (var live = DirectLive.Begin(_runs.Directory, "live", ticks))
        {
            // History that sees other prices than the feed, and has a bar only after it was asked a few times.
            var random = new Random(seed);
            live.Vendor = b => random.Next(3) > 0 ? null : b with { Bar = b.Bar with { High = b.Bar.High + vendor } };
            var silent = 0;
            foreach (var (symbol, tick) in ticks)
            {
                if (silent == 0 && random.Next(150) == 0)
                {
                    silent = random.Next(2) == 0 ? random.Next(3, 20) : random.Next(100, 400);
                    live.Say(new StateEvent(tick.Time, FeedState.BackingOff, "lost"));
                }

                if (silent > 0 && --silent > 0) continue;
                live.Feed(symbol, tick);
            }

            live.Finish();
        }

        var folded = Folded();
        var read = _runs.JournalBars("live");
        Assert.True(read[0].Count > 20);
        Assert.Contains("\"k\":\"history\"", File.ReadAllText(new JournalFiles(_runs["live"]).Segment(1)), StringComparison.Ordinal);
        Assert.Equal(folded[0], read[0]);
        Assert.Equal(folded[1], read[1]);
    }

    [Fact]
    public void A_bar_of_the_run_that_waited_for_history_is_the_one_that_was_folded()
    {
        var minute = MadeTicks.Start;
        Bar At(int offset, double price) => new(minute + offset * EventTime.Minute, price, price, price, price);
        var read = Read(
            (JournalKind.Bars, At(0, 1.1)),
            (JournalKind.History, At(0, 1.2)),
            (JournalKind.History, At(3, 1.3)),
            (JournalKind.Bars, At(1, 1.4)),
            (JournalKind.Bars, At(2, 1.5)),
            (JournalKind.History, At(4, 1.6)),
            (JournalKind.Bars, At(4, 1.7)),
            (JournalKind.History, At(5, 1.8)));
        Assert.Equal([At(0, 1.1), At(1, 1.4), At(2, 1.5), At(3, 1.3), At(4, 1.7), At(5, 1.8)], read);
    }

    [Fact]
    public void Readers_of_single_symbols_share_one_pass_in_any_order()
    {
        _runs.Live("live");
        var all = _runs.JournalBars("live");
        var (from, until) = (all[0][3].Time, all[0][^3].Time);
        var readers = new JournalSplit(_runs["live"]).Open([ParityRuns.Gbpusd, ParityRuns.Eurusd], from, until, CancellationToken.None);
        var block = new StepBar[IBarReader.BlockBars];
        List<Bar>[] read = [[], []];
        foreach (var i in new[] { 0, 1 })
            for (int count; (count = readers[i].Read(block)) > 0;) read[1 - i].AddRange(block.Take(count).Select(b => b.Bar));
        foreach (var reader in readers) reader.Dispose();
        Assert.Equal(all[0].Where(b => b.Time >= from && b.Time < until), read[0]);
        Assert.Equal(all[1].Where(b => b.Time >= from && b.Time < until), read[1]);
    }

    public void Dispose() => _runs.Dispose();

    private List<Bar> Read(params (string Kind, Bar Bar)[] lines)
    {
        Directory.CreateDirectory(_runs["made"]);
        using (var journal = JournalWriter.Create(Path.Combine(_runs["made"], RunFiles.Journal)))
        {
            new JournalStart("made", "made", "made", "1.0.0", "", MadeTicks.Start, MadeTicks.Start, ["EURUSD"]).Write(journal);
            foreach (var (kind, bar) in lines)
            {
                var json = journal.Begin(kind);
                json.WriteNumber("t"u8, bar.Time);
                json.WriteStartArray("b"u8);
                JournalBar.Write(json, new MissedBar(new StepBar(0, bar)));
                json.WriteEndArray();
                journal.End();
            }
        }

        return _runs.JournalBars("made")[0];
    }

    // The run folded again with strategies that only write down what they see.
    private List<Bar>[] Folded()
    {
        List<Bar>[] seen = [[], []];
        var strategy = ParityRuns.Churn[0] with { Create = setup => new Witness(seen[setup.Instrument.Symbol == "EURUSD" ? 0 : 1]) };
        using var journal = new JournalFolding(_runs["live"], withProof: false);
        using var nothing = new NoJournal();
        var plan = JournalPlan.Load(_runs["live"], journal.Start, [strategy], new RunRequest { Mode = "ws" });
        var fold = new LiveFold(plan, new JournalResults(nothing, new NoObserver()), journal.Start.Time, journal.Start.Rules);
        while (journal.Step(fold))
        {
            // To the end.
        }

        return seen;
    }

    private sealed class Witness(List<Bar> seen) : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk) => seen.Add(bar);
    }

    private sealed class NoObserver : IEngineObserver
    {
        public void OnOrderPlaced(in OrderPlaced placed)
        {
        }

        public void OnOrderBlocked(in OrderBlocked blocked)
        {
        }

        public void OnOrderCancelled(in OrderCancelled cancelled)
        {
        }

        public void OnTradeOpened(in TradeOpened opened)
        {
        }

        public void OnTradeClosed(in TradeClosed closed)
        {
        }

        public void OnHaltBegan(in HaltBegan began)
        {
        }

        public void OnHaltEnded(in HaltEnded ended)
        {
        }
    }
}
