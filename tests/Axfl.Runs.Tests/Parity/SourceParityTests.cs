using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Runs.Parity;
using Axfl.Runtime;

namespace Axfl.Runs.Tests.Parity;

public sealed class SourceParityTests : IDisposable
{
    private readonly ParityRuns _runs = new();

    [Fact]
    public void Live_bars_equal_those_of_files()
    {
        _runs.Live("live");
        var bars = _runs.JournalBars("live");
        var found = _runs.CompareWith("live", Csv(_runs.Data("data", bars)));
        Assert.True(found.Equal, found.First);
        Assert.Equal(("live", "csv", "none"), (found.Left, found.Right, found.Cause));
        Assert.Equal(bars[0].Count + bars[1].Count, Assert.Single(found.Differences).Compared);
    }

    [Fact]
    public void Files_given_without_a_source_are_taken()
    {
        _runs.Live("live");
        var data = _runs.Data("data", _runs.JournalBars("live"));
        Assert.Equal("csv", _runs.CompareWith("live", Csv(data) with { Source = null }).Right);
    }

    [Fact]
    public void A_bar_that_a_file_has_otherwise_is_named_with_time_and_symbol()
    {
        _runs.Live("live");
        var bars = _runs.JournalBars("live");
        var changed = bars[1][7];
        var close = changed.Close == changed.Low ? changed.High : changed.Low;
        bars[1][7] = changed with { Close = close };
        var found = _runs.CompareWith("live", Csv(_runs.Data("data", bars)));
        Assert.False(found.Equal);
        Assert.Equal("data", found.Cause);
        Assert.Equal(changed.OpenTime, found.Time);
        var row = Assert.Single(found.Differences);
        Assert.Equal(("bars", 1L, EventTime.ToIso(changed.Time) + " GBPUSD"), (row.What, row.Different, row.Where));
        Assert.Equal($"close {PriceText.Of(changed.Close, ParityRuns.Gbpusd)}", row.Left);
        Assert.Equal($"close {PriceText.Of(close, ParityRuns.Gbpusd)}", row.Right);
        Assert.Equal($"the bar GBPUSD {changed.OpenTime:yyyy-MM-dd HH:mm} differs: {row.Left} / {row.Right[6..]}", found.First);
    }

    [Fact]
    public void How_many_bars_differ_and_how_far_is_told_in_pips()
    {
        _runs.Live("live");
        var bars = _runs.JournalBars("live");
        bars[0][5] = bars[0][5] with { High = bars[0][5].High + 0.00011 };
        bars[1][7] = bars[1][7] with { High = bars[1][7].High + 0.00003 };
        bars[1].RemoveAt(9);
        var size = _runs.CompareWith("live", Csv(_runs.Data("data", bars))).Bars!;
        Assert.Equal((2L, 0L, 1L, 1.1, 0.7, TimeSpan.Zero), (size.Differing, size.MissingLeft, size.MissingRight, size.LargestPips, size.MeanPips, size.Shift));
        Assert.Contains("2 of ", size.Explain("live", "csv"), StringComparison.Ordinal);
        Assert.Contains("by up to 1.1 pips (mean 0.7)", size.Explain("live", "csv"), StringComparison.Ordinal);
        Assert.EndsWith("bars are missing in csv", size.Explain("live", "csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "the bars of csv are 1 min later than those of live")]
    [InlineData(-5, "the bars of csv are 5 min earlier than those of live")]
    public void Bars_that_are_all_shifted_are_said_to_be(int minutes, string expected)
    {
        _runs.Live("live");
        var bars = _runs.JournalBars("live").Select(l => l.Select(b => b with { Time = b.Time + minutes * EventTime.Minute }).ToList()).ToList();
        var size = _runs.CompareWith("live", Csv(_runs.Data("data", bars))).Bars!;
        Assert.Equal(minutes, size.Shift.TotalMinutes);
        Assert.StartsWith(expected, size.Explain("live", "csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_the_file_lacks_is_a_difference()
    {
        _runs.Live("live");
        var bars = _runs.JournalBars("live");
        var missing = bars[0][9];
        bars[0].RemoveAt(9);
        var found = _runs.CompareWith("live", Csv(_runs.Data("data", bars)));
        Assert.Equal($"the bar EURUSD {missing.OpenTime:yyyy-MM-dd HH:mm} is missing in csv", found.First);
        Assert.Equal("no bar", Assert.Single(found.Differences).Right);
    }

    [Fact]
    public async Task A_bar_the_run_lacks_is_a_difference()
    {
        var bars = ParityRuns.Bars();
        var whole = _runs.Data("whole", bars);
        bars[0].RemoveAt(9);
        await _runs.Replay("gap", _runs.Data("gap", bars));
        var found = _runs.CompareWith("gap", Csv(whole));
        Assert.Equal("the bar EURUSD 2026-01-13 07:09 is missing in the run", found.First);
        Assert.Equal("no bar", Assert.Single(found.Differences).Left);
    }

    [Fact]
    public void Bars_before_the_first_and_after_the_last_of_the_run_are_not_looked_at()
    {
        _runs.Live("live");
        var bars = _runs.JournalBars("live");
        foreach (var list in bars)
        {
            list.Insert(0, list[0] with { Time = list[0].Time - EventTime.Minute });
            list.Add(list[^1] with { Time = list[^1].Time + EventTime.Minute });
        }

        Assert.True(_runs.CompareWith("live", Csv(_runs.Data("data", bars))).Equal);
    }

    [Fact]
    public async Task Simulated_bars_of_a_replay_are_made_again()
    {
        await _runs.Replay("made", new RunRequest
        {
            Source = "simulated", Since = new DateTime(2025, 7, 7, 7, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 7, 7, 12, 0, 0, DateTimeKind.Utc),
        });
        var found = _runs.CompareWith("made", new CompareRequest("", null) { Source = "simulated" });
        Assert.True(found.Equal);
        Assert.Equal(600, Assert.Single(found.Differences).Compared);
        _runs.Live("live");
        Assert.Equal("data", _runs.CompareWith("live", new CompareRequest("", null) { Source = "simulated" }).Cause);
    }

    [Fact]
    public void History_of_a_provider_is_fetched_for_the_time_of_the_run_and_let_go()
    {
        _runs.Live("live");
        var bars = _runs.JournalBars("live");
        var history = new MadeHistory(bars);
        var found = _runs.CompareWith("live", new CompareRequest("", null) { Source = "oanda" }, (request, _) => request.Source == "oanda" ? history : throw new InvalidOperationException());
        Assert.True(found.Equal, found.First);
        Assert.Equal("made", found.Right);
        Assert.True(history.IsDisposed);
        Assert.Equal(["EURUSD", "GBPUSD"], history.Asked.Select(a => a.Symbol).Order());
        Assert.All(history.Asked, a => Assert.Equal((bars.Min(b => b[0].Time), bars.Max(b => b[^1].Time) + EventTime.Minute), (a.From, a.Until)));
    }

    [Fact]
    public void Long_history_is_fetched_part_by_part_and_cancelled_between()
    {
        var history = new MadeHistory([]);
        using var stop = new CancellationTokenSource();
        var reader = new HistoryBars(history, new Interval(1)).Open([ParityRuns.Eurusd], 0, 50_000 * EventTime.Minute, stop.Token)[0];
        Assert.Equal(0, reader.Read(new StepBar[IBarReader.BlockBars]));
        Assert.Equal([(0, 20_000), (20_000, 40_000), (40_000, 50_000)], history.Asked.Select(a => (a.From / EventTime.Minute, a.Until / EventTime.Minute)));
        stop.Cancel();
        var again = new HistoryBars(history, new Interval(1)).Open([ParityRuns.Eurusd], 0, EventTime.Minute, stop.Token)[0];
        Assert.Throws<OperationCanceledException>(() => again.Read(new StepBar[IBarReader.BlockBars]));
    }

    [Fact]
    public void A_provider_that_is_not_there_is_an_error()
    {
        _runs.Live("live");
        var failure = new FeedException("HistoryRefused", FeedErrorClass.Auth, "No.");
        Assert.Same(failure, Assert.Throws<FeedException>(() => _runs.CompareWith("live", new CompareRequest("", null) { Source = "oanda" }, (_, _) => throw failure)));
        Assert.Equal("DataFileNotFound", Assert.Throws<AxflException>(() => _runs.CompareWith("live", Csv(_runs.Directory))).ErrorId);
    }

    [Fact]
    public async Task The_port_knows_the_providers()
    {
        await _runs.Replay("made", new RunRequest
        {
            Source = "simulated", Since = new DateTime(2025, 7, 7, 7, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 7, 7, 12, 0, 0, DateTimeKind.Utc),
        });
        var request = new CompareRequest(_runs["made"], null) { Source = "oandas", StrategyAssemblies = [typeof(ChurnStrategy).Assembly.Location] };
        var error = Assert.Throws<AxflException>(() => new AxflRuntime().Compare(request, CancellationToken.None));
        Assert.Equal("HistorySourceUnknown", error.ErrorId);
    }

    [Fact]
    public void A_run_without_a_bar_has_nothing_to_compare()
    {
        _runs.Live("live", ticks: 2);
        Assert.Equal("NoBars", Assert.Throws<AxflException>(() => _runs.CompareWith("live", Csv(_runs.Directory))).ErrorId);
    }

    public void Dispose() => _runs.Dispose();

    private static CompareRequest Csv(string data) => new("", null) { Source = "csv", DataPath = [data] };

    private sealed class MadeHistory(IReadOnlyList<List<Bar>> bars) : IHistory
    {
        public string Name => "made";

        public bool IsDisposed { get; private set; }

        public List<(string Symbol, long From, long Until)> Asked { get; } = [];

        public Task<IReadOnlyList<StepBar>> Fetch(
            Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Asked.Add((instrument.Symbol, from, until));
            var all = bars.ElementAtOrDefault(instrument.Symbol == "EURUSD" ? 0 : 1) ?? [];
            return Task.FromResult<IReadOnlyList<StepBar>>([.. all.Where(b => b.Time >= from && b.Time < until).Select(b => new StepBar(0, b))]);
        }

        public void Dispose() => IsDisposed = true;
    }
}
