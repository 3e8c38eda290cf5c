using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Saving;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Saving;

public sealed class SaveHistoryTests
{
    private const long T0 = HistoryHarness.T0;
    private const long Day = EventTime.Day;
    private readonly FakeMarket _market = new(HistoryHarness.FiveMinutes) { Now = T0 };

    [Fact]
    public async Task A_saved_file_is_read_back_by_a_replay_bar_for_bar()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        var file = await save.Save(T0 - 40 * Day, T0);
        long[] times = [.. _market.Times(T0 - 40 * Day, T0)];
        Assert.Equal(times.Select(t => new StepBar(0, _market.Bid(t) with { Volume = 0 })), save.Read());
        Assert.Equal((save.File, "twelvedata", times.LongLength, times.LongLength), (file.Path, file.Source, file.Bars, file.Added));
        Assert.Equal((EventTime.ToDateTime(times[0]), EventTime.ToDateTime(times[^1])), (file.First, file.Last));
        Assert.Equal("twelvedata: it was named", file.Reason);
        Assert.Equal([save.File], Directory.GetFiles(save.Folder.Path));
    }

    [Fact]
    public async Task Bid_and_ask_are_saved_and_read_back_as_the_same_mids_and_spreads()
    {
        await using var save = await SaveHarness.Start(_market.Oanda);
        save.Environment["OANDA_API_KEY"] = "k";
        await save.Save(T0 - 3 * Day, T0, "oanda");
        Assert.StartsWith("time,bid_open", File.ReadLines(save.File).First(), StringComparison.Ordinal);
        Assert.Equal(_market.Times(T0 - 3 * Day, T0).Select(t => new SidedBar(_market.Bid(t), _market.Ask(t), _market.Mid(t)).ToStep()), save.Read());
    }

    [Fact]
    public async Task A_second_download_fetches_the_head_and_the_tail_alone()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        await save.Save(T0 - 20 * Day, T0 - 10 * Day);
        var before = save.Server.Calls.Count;
        var file = await save.Save(T0 - 22 * Day, T0 - 8 * Day);
        Assert.Equal(_market.Times(T0 - 22 * Day, T0 - 8 * Day), save.Read().Select(b => b.Bar.Time));
        Assert.Equal(file.Bars, _market.Times(T0 - 22 * Day, T0 - 8 * Day).Count());
        Assert.InRange(file.Added, 1, file.Bars - 1);
        var calls = save.Server.Calls.Skip(before).Select(c => (FakeMarket.Time(c.Query["start_date"]), FakeMarket.Time(c.Query["end_date"]))).ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, c => Assert.True(c.Item2 - c.Item1 < 3 * Day));
        await save.Save(T0 - 22 * Day, T0 - 8 * Day);
        Assert.Equal(before + 2, save.Server.Calls.Count);
    }

    [Fact]
    public async Task Weeks_that_were_never_fetched_are_fetched_and_gaps_within_are_left()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        await save.Save(T0 - 60 * Day, T0 - 50 * Day);
        await save.Save(T0 - 20 * Day, T0 - 10 * Day);
        File.WriteAllLines(save.File, File.ReadAllLines(save.File).Where((_, i) => i is < 100 or > 150));
        await save.Save(T0 - 60 * Day, T0 - 10 * Day);
        Assert.Equal(_market.Times(T0 - 60 * Day, T0 - 10 * Day).Where((_, i) => i is < 99 or > 149), save.Read().Select(b => b.Bar.Time));
    }

    [Fact]
    public async Task A_bar_that_disagrees_is_refused_with_both_values_and_the_file_is_left()
    {
        var market = _market;
        await using var save = await SaveHarness.Start(c => market.TwelveData(c));
        await save.Save(T0 - 5 * Day, T0 - 4 * Day);
        var text = File.ReadAllText(save.File);
        market = new FakeMarket(HistoryHarness.FiveMinutes) { Shift = 0.5 };
        var error = await Assert.ThrowsAsync<AxflException>(() => save.Save(T0 - 5 * Day, T0 - 3 * Day));
        Assert.Equal(("HistoryConflict", ErrorKind.Data), (error.ErrorId, error.Kind));
        var last = _market.Bid(_market.Times(T0 - 5 * Day, T0 - 4 * Day).Last());
        Assert.Contains(EventTime.ToIso(last.Time), error.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{last.Open} {last.High}"), error.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{FakeMarket.Round(last.Open + 0.5)} {FakeMarket.Round(last.High + 0.5)}"), error.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(save.File));
    }

    [Fact]
    public async Task Bars_of_both_sides_added_to_a_file_of_one_price_are_saved_as_mids_and_the_other_way_is_refused()
    {
        await using var save = await SaveHarness.Start(_market.Oanda);
        save.Environment["OANDA_API_KEY"] = "k";
        await save.Save(T0 - 6 * Day, T0 - 5 * Day, "oanda");
        var refused = await Assert.ThrowsAsync<FeedException>(() => save.Save(T0 - 6 * Day, T0, "twelvedata"));
        Assert.Equal("HistoryFileUnfit", refused.ErrorId);

        var mids = save.Read();
        File.WriteAllLines(save.File, mids.Select(b => BarRows.Format(new SidedBar(b.Bar), BarLayout.OnePrice)).Prepend(BarRows.OnePrice));
        var file = await save.Save(T0 - 6 * Day, T0 - 4 * Day, "oanda");
        Assert.Contains("without spreads", file.Reason, StringComparison.Ordinal);
        Assert.Equal(_market.Times(T0 - 6 * Day, T0 - 4 * Day).Select(t => new SidedBar(_market.Bid(t), _market.Ask(t), _market.Mid(t)).ToStep().Bar), save.Read().Select(b => b.Bar));
    }

    [Fact]
    public async Task A_file_of_sides_alone_keeps_its_layout_and_the_note_says_what_its_mids_are()
    {
        await using var save = await SaveHarness.Start(_market.Oanda);
        save.Environment["OANDA_API_KEY"] = "k";
        long[] older = [.. _market.Times(T0 - 6 * Day, T0 - 5 * Day)];
        File.WriteAllLines(save.File, older.Select(t => BarRows.Format(new SidedBar(_market.Bid(t), _market.Ask(t)), BarLayout.Sides)).Prepend(BarRows.BothSides));
        var file = await save.Save(T0 - 6 * Day, T0 - 4 * Day, "oanda");
        Assert.Contains("its mids are their means", file.Reason, StringComparison.Ordinal);
        Assert.Equal(BarRows.BothSides, File.ReadLines(save.File).First());
        Assert.Equal(_market.Times(T0 - 6 * Day, T0 - 4 * Day).Select(t => new SidedBar(_market.Bid(t), _market.Ask(t)).ToStep()), save.Read());
    }

    [Fact]
    public async Task A_file_with_a_line_that_no_download_wrote_is_refused_before_it_fills_the_memory()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        File.WriteAllText(save.File, BarRows.OnePrice + "\n" + new string('1', 1 << 20) + "\n");
        var error = await Assert.ThrowsAsync<AxflException>(() => save.Save(T0 - Day, T0));
        Assert.Equal("DataFileUnreadable", error.ErrorId);
        Assert.Contains("is longer than 65536 bytes", error.Message, StringComparison.Ordinal);
        Assert.Equal(1 << 20, File.ReadLines(save.File).Last().Length);
    }

    [Fact]
    public async Task A_file_that_is_not_ours_or_not_whole_is_left_alone()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        File.WriteAllText(save.File, "20260303 090500;1.1;1.1;1.1;1.1;0\n");
        Assert.Equal("HistoryFileForeign", (await Assert.ThrowsAsync<AxflException>(() => save.Save(T0 - Day, T0))).ErrorId);
        File.WriteAllText(save.File, BarRows.OnePrice + "\n2026-03-03T13:50:00Z,1,1,1,1,0\n2026-03-03T13:55:00Z,1,1,x\n");
        var damaged = await Assert.ThrowsAsync<AxflException>(() => save.Save(T0 - Day, T0));
        Assert.Equal("HistoryFileDamaged", damaged.ErrorId);
        Assert.Contains("(3)", damaged.Message, StringComparison.Ordinal);
        Assert.Empty(save.Server.Calls);
    }

    [Fact]
    public async Task Several_symbols_each_get_their_file_and_progress_runs_to_one()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        var files = await save.Save(save.Request(T0 - 20 * Day, T0, "twelvedata", "eurusd", "GBP/USD", "EUR_USD"));
        Assert.Equal(["EURUSD", "GBPUSD"], files.Select(f => f.Symbol));
        Assert.All(files, f => Assert.True(File.Exists(f.Path)));
        Assert.Equal(save.Told.Select(t => t.Fraction).Order(), save.Told.Select(t => t.Fraction));
        Assert.Equal(1, save.Told[^1].Fraction);
    }

    [Fact]
    public async Task A_period_without_bars_makes_no_file_and_says_so()
    {
        var empty = new FakeMarket(HistoryHarness.FiveMinutes) { Begins = T0 };
        await using var save = await SaveHarness.Start(empty.TwelveData);
        var file = await save.Save(T0 - 2 * Day, T0 - Day);
        Assert.Equal((0L, null), (file.Bars, file.First));
        Assert.Contains("no bars", file.Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(save.Folder.Path));
    }

    [Theory]
    [InlineData("XXXYYY", "5m", 0, "SymbolUnknown")]
    [InlineData("EURUSD", "7m", 0, "IntervalUnknown")]
    [InlineData("EURUSD", "5m", 3, "PeriodEmpty")]
    public async Task Wrong_requests_are_refused_before_any_call(string symbol, string interval, int days, string id)
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        var request = save.Request(T0 + days * Day - Day, T0, "twelvedata", symbol) with { Interval = interval };
        Assert.Equal(id, (await Assert.ThrowsAsync<AxflException>(() => save.Save(request))).ErrorId);
        Assert.Empty(save.Server.Calls);
    }

    [Fact]
    public async Task A_file_that_a_replay_would_read_instead_is_named()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        save.Folder.Write("EURUSD.csv", "time,open,high,low,close\n");
        Assert.Contains("a replay reads", (await save.Save(T0 - Day, T0)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_runtimes_door_downloads_dukascopy_without_a_key()
    {
        var market = new FakeMarket(new Interval(1)) { Now = T0 };
        await using var save = await SaveHarness.Start(market.Dukascopy);
        var file = Assert.Single(await new AxflRuntime(save.Time).SaveHistory(save.Request(T0 - 2 * Day, T0, "dukascopy"), null, CancellationToken.None));
        Assert.Equal(_market.Times(T0 - 2 * Day, T0), save.Read().Select(b => b.Bar.Time));
        Assert.Equal("dukascopy", file.Source);
    }
}
