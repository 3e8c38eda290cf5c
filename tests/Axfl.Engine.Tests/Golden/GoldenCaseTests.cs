using System.Text.Json;
using Axfl.Configuration;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Runs.Backtest;
using Axfl.Runs.Files;
using Axfl.Strategies.Catalogue;
using Axfl.Testing.Golden;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Golden;

/// <summary>The engine against results computed by an independent program from the product's specification; in memory, no run directory.</summary>
public class GoldenCaseTests
{
    public static TheoryData<string> Cases() => [.. GoldenFiles.Cases("cases", "cases-scripted", "cases-fine", "cases-guards")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hand_made_case_gives_the_expected_trades_and_decisions(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", name);
        var seen = new EngineHarness();
        Replay(Prepare(folder), seen);
        GoldenFiles.AssertTrades(folder, TradesCsv.Header, seen.Trades.Select(t => TradesCsv.Fields(t)));
        Assert.Equal(GoldenFiles.Decisions(folder), GoldenFiles.Decisions(seen.Decisions));
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected_summary.json")));
        using var hash = new LedgerHash();
        foreach (var trade in seen.Trades) hash.Append(trade);
        Assert.Equal(expected.RootElement.GetProperty("ledger_hash").GetString(), hash.Current);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_backtest_over_its_bars_in_memory_gives_the_expected_ledger(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", name);
        var loaded = GoldenPlan.Load(folder);
        using var totals = new BacktestTotals();
        Backtest.Run(loaded.Run.Engine, [.. loaded.Bars.Select((b, i) => new ReadOnlyMemory<StepBar>(b.ToSteps(i)))], totals);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected_summary.json")));
        Assert.Equal(expected.RootElement.GetProperty("ledger_hash").GetString(), totals.LedgerHash);
    }

    private static ReplayPlan Prepare(string folder)
    {
        var request = GoldenPlan.Request(folder);
        return ReplayPlan.Prepare(request, SessionsLoader.Load(request, [.. StrategyCatalogue.BuiltIn, ScriptedStrategy.Definition]));
    }

    private static void Replay(ReplayPlan plan, EngineHarness observer)
    {
        var engine = new PortfolioEngine(plan.Run.Engine, observer);
        using var merger = new StepMerger([.. plan.Run.Engine.Symbols.Select((_, i) => plan.Source.Open(i, plan.From, plan.Until))]);
        while (merger.MoveNext()) engine.Step(merger.Step);
        engine.End();
    }
}
