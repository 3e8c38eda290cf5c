using Axfl.Contracts;
using Axfl.Indicators;
using Axfl.LiveHost;
using Axfl.Runs.Files;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runtime.Tests.Indicators;

/// <summary>Indicators by name in strategies: checked before a run, the same after a resume, our own in every build.</summary>
public sealed class StrategyIndicatorTests : IDisposable
{
    private const string NotHere = "Skender.Stock.Indicators is not in this build: dotnet test -p:Skender=true";
    private const int Ticks = 6000;

    private readonly TemporaryFolder _folder = new();

    public static bool IsHere => IndicatorLibrary.HasLibrary;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_catalogue_reads_what_a_class_asks_for() =>
        Assert.Equal(["atr"], StrategyCatalogue.FromType(typeof(BandStrategy), "tests").Indicators);

    [Theory]
    [InlineData("atrr", "Did you mean 'atr'?")]
    [InlineData("skender:no_such", "There is no indicator 'skender:no_such'")]
    public void A_plan_that_asks_for_an_indicator_there_is_not_is_refused_before_it_runs(string indicator, string says) => RefusedAtTheStart(indicator, says);

    [Fact]
    public void A_plan_that_asks_for_the_library_in_a_build_without_it_is_refused_before_it_runs()
    {
        Assert.SkipWhen(IsHere, "the library is in this build");
        RefusedAtTheStart("skender:rsi", "not in this build");
    }

    [Theory(SkipUnless = nameof(IsHere), Skip = NotHere)]
    [InlineData("skender:zig_zag", "repaints")]
    [InlineData("skender:correlation", "two series")]
    [InlineData("rsi", "'skender:rsi'")]
    public void A_plan_that_asks_for_what_strategies_cannot_have_is_refused_before_it_runs(string indicator, string says) => RefusedAtTheStart(indicator, says);

    [Fact]
    public async Task A_class_follows_one_of_ours_by_name_to_the_same_values_as_the_class_of_the_contracts()
    {
        var seen = new List<(double ByName, double ByClass)>();
        var definition = Definition(setup => new Comparing(setup.Indicators.Open("atr", new Dictionary<string, object?> { ["length"] = 20 }), new AverageTrueRange(20), seen), "atr");
        await using var run = new AxflRuntime().Start(Request(definition), CancellationToken.None);
        await foreach (var _ in run.Events)
        {
            // To its end.
        }

        await run.Completion;
        Assert.True(seen.Count > 500);
        Assert.Equal(seen.Select(s => s.ByClass), seen.Select(s => s.ByName));
        Assert.True(double.IsNaN(seen[19].ByName) && seen[20].ByName > 0);
    }

    [Fact]
    public async Task What_is_asked_for_undeclared_fails_when_the_strategy_is_made()
    {
        await using var run = new AxflRuntime().Start(Request(Definition(setup => new Comparing(setup.Indicators.Open("nope"), new AverageTrueRange(2), []))), CancellationToken.None);
        var error = await Assert.ThrowsAsync<AxflException>(() => run.Completion);
        Assert.Contains("There is no indicator 'nope'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_made_outside_a_run_hears_where_indicators_are()
    {
        Assert.True(Interval.TryParse("5m", out var interval));
        var setup = new StrategySetup(new Instrument("EURUSD", "EUR", "USD", 0.0001, 5, 0.8), interval, new Dictionary<string, object?>());
        Assert.Contains("in a run", Assert.Throws<AxflException>(() => setup.Indicators.Open("atr")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resumed_a_strategy_with_one_of_ours_goes_on_to_the_ledger_of_the_unbroken_run() => ResumesTheSame("ema", new Dictionary<string, object?> { ["length"] = 9 });

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void Resumed_a_strategy_with_one_of_the_library_goes_on_to_the_ledger_of_the_unbroken_run() =>
        ResumesTheSame("skender:super_trend", new Dictionary<string, object?> { ["lookbackPeriods"] = 7 });

    private static StrategyDefinition Definition(Func<StrategySetup, IStrategy> create, params string[] indicators) =>
        new("mine", "", [], "test", create) { Indicators = indicators };

    private void RefusedAtTheStart(string indicator, string says)
    {
        var request = Request(Definition(_ => throw new InvalidOperationException("made"), indicator));
        var error = Assert.ThrowsAny<AxflException>(() => new AxflRuntime().Start(request, CancellationToken.None));
        Assert.Equal(ErrorKind.Configuration, error.Kind);
        Assert.Contains($"asks for the indicator '{indicator}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        var problem = Assert.Single(new AxflRuntime().CheckSessions(request));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["runs"]));
    }

    private void ResumesTheSame(string indicator, Dictionary<string, object?> parameters)
    {
        var ticks = MadeTicks.Of(7, Ticks, 2);
        StrategyDefinition[] strategies =
            [IndicatorPort.HandTo(new StrategyDefinition("churn", "", [], "test", setup => new Crossing(setup.Indicators.Open(indicator, parameters), setup.Instrument.Pip)) { Indicators = [indicator] })];
        string unbroken;
        using (var live = DirectLive.Begin(_folder.Path, "whole", ticks, strategies: strategies))
        {
            foreach (var (symbol, tick) in ticks) live.Feed(symbol, tick);
            unbroken = live.Finish();
        }

        using (var live = DirectLive.Begin(_folder.Path, "cut", ticks, strategies: strategies))
        {
            foreach (var (symbol, tick) in ticks.Take(Ticks / 2)) live.Feed(symbol, tick);
            live.Session.Settle();
        }

        using var again = DirectLive.Resume(_folder.Path, "cut", ticks, strategies: strategies);
        foreach (var (symbol, tick) in ticks.Skip(Ticks / 2)) again.Feed(symbol, tick);
        Assert.Equal(unbroken, again.Finish());
        Assert.True(TradesCsv.Read(_folder[Path.Combine("runs", "cut", RunFiles.Trades)]).Count() > 10);
    }

    private RunRequest Request(StrategyDefinition strategy)
    {
        var file = _folder["s.yaml"];
        File.WriteAllText(file, "portfolio:\n  symbols: [EURUSD]\n  strategies:\n    - name: mine\n      windows: [{start: \"07:00\", end: \"10:00\"}]\n");
        return new RunRequest
        {
            SessionsPath = file, Source = "simulated", Since = new DateTime(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 7, 17, 0, 0, 0, DateTimeKind.Utc),
            OutputDirectory = _folder.Path, RunId = "r", Strategies = [strategy],
        };
    }

    private sealed class Comparing(IIndicator byName, AverageTrueRange byClass, List<(double, double)> seen) : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk)
        {
            byName.Add(bar);
            byClass.Add(bar);
            seen.Add((byName.Value, byClass.Value));
        }
    }

    private sealed class Crossing(IIndicator line, double pip) : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk)
        {
            line.Add(bar);
            if (bar.Close > line.Value) desk.Place(new EntryOrder(Side.Long, EntryType.Market, 0, bar.Close - 4 * pip, bar.Close + 5 * pip));
            if (bar.Close < line.Value) desk.Place(new EntryOrder(Side.Short, EntryType.Market, 0, bar.Close + 4 * pip, bar.Close - 5 * pip));
        }
    }
}

/// <summary>Parameters of none of its own.</summary>
public sealed record BandParameters : StrategyParameters;

/// <summary>A strategy that says what it asks for.</summary>
[Strategy("band", "Says what it asks for.", Indicators = ["atr"])]
public sealed class BandStrategy(BandParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly IIndicator _atr = setup.Indicators.Open("atr", new Dictionary<string, object?> { ["length"] = parameters.TimeStopMinutes ?? 14 });

    public void OnBar(in Bar bar, IOrderDesk desk) => _atr.Add(bar);
}
