using System.Text.Json;
using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Data.Bars;
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
    public static TheoryData<string> Cases() => [.. GoldenFiles.Cases("cases", "cases-scripted", "cases-fine")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hand_made_case_gives_the_expected_trades_and_decisions(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", name);
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "run.json")));
        var seen = new EngineHarness();
        Replay(Prepare(folder, run.RootElement), seen);
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
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "run.json")));
        var plan = Prepare(folder, run.RootElement);
        using var totals = new BacktestTotals();
        Backtest.Run(plan.Run.Engine, [.. plan.Run.Engine.Symbols.Select((_, i) => Bars(plan, i))], totals);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected_summary.json")));
        Assert.Equal(expected.RootElement.GetProperty("ledger_hash").GetString(), totals.LedgerHash);
    }

    private static ReadOnlyMemory<StepBar> Bars(ReplayPlan plan, int symbol)
    {
        using var reader = plan.Source.Open(symbol, plan.From, plan.Until);
        var block = new StepBar[IBarReader.BlockBars];
        var bars = new List<StepBar>();
        for (int count; (count = reader.Read(block)) > 0;)
            foreach (var bar in block.AsSpan(0, count)) bars.Add(bar with { Inner = bar.Inner.ToArray() });
        return bars.ToArray();
    }

    private static ReplayPlan Prepare(string folder, JsonElement run)
    {
        var request = new RunRequest
        {
            SessionsPath = Path.Combine(folder, "plan.yaml"), Since = run.GetProperty("since").GetDateTime(), Until = run.GetProperty("until").GetDateTime(),
            Strategies = [ScriptedStrategy.Definition], DataPath = [folder],
        };
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
