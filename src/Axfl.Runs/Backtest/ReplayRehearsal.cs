using System.Globalization;
using System.Text;
using System.Text.Json;
using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Merge;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Runs.Files;
using Axfl.Runs.Metrics;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Backtest;

/// <summary>
/// A replay of two synthetic days, read and traded in memory, that nobody sees: what it runs the runtime has loaded and prepared when the real replay comes
/// to it. A process that is about to replay plays it on a second core while it reads its command line and its plan.
/// </summary>
public static class ReplayRehearsal
{
    private const int Bars = 400;
    private static readonly Instrument Symbol = new("EURUSD", "EUR", "USD", 0.0001, 5, 0.6);

    /// <summary>Plays it. It never fails: whatever is wrong, the real run says it.</summary>
    /// <param name="strategies">Strategies that trade it.</param>
    /// <returns>How many trades there were; -1 when it broke off.</returns>
    public static int Play(IReadOnlyList<StrategyDefinition> strategies)
    {
        try
        {
            _ = SessionsLoader.Profiles(null);
            return Fold(PlanOf(strategies));
        }
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            // The real run meets the same, and says it.
            return -1;
        }
    }

    private static EnginePlan PlanOf(IReadOnlyList<StrategyDefinition> strategies)
    {
        SessionWindow[] windows = [new(new TimeOfDay(0), new TimeOfDay(1380), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), DaysOfWeek.All, new HashSet<int>())];
        return new EnginePlan
        {
            Since = 0, Interval = new Interval(5), Strategies = [.. strategies.Select(s => s.Name)],
            Symbols = [new SymbolPlan(Symbol, 0.6, [.. strategies.Select(s => new SlotPlan(s.Name, s, s.Parameters.ToDictionary(p => p.Name, p => p.Default), windows, 120))])],
        };
    }

    private static int Fold(EnginePlan plan)
    {
        using var recorder = new RunRecorder(null, plan.Account.StartingEquity, false, static _ => { });
        var engine = new PortfolioEngine(plan, recorder);
        var (traded, coverage) = (new TradedTimes(plan), new BarCoverage(plan));
        var source = CsvSource.OfText(new SourceRequest([Symbol], plan.Interval, "", [], null, false, long.MinValue, long.MaxValue), Text());
        using var merger = new StepMerger([source.Open(0, long.MinValue, long.MaxValue)]);
        while (merger.MoveNext())
        {
            engine.Step(merger.Step);
            _ = coverage.Take(merger.Step, out var isOpen);
            _ = traded.Take(merger.Step[0].Bar.Time, isOpen);
        }

        engine.End();
        Tell(plan, engine, recorder, traded);
        return recorder.Trades.Count;
    }

    // What a replay writes besides trades: statuses, now.json, the summary.
    private static void Tell(EnginePlan plan, PortfolioEngine engine, RunRecorder recorder, TradedTimes traded)
    {
        var report = new StatusReport(plan, "replay", "", "", engine, recorder);
        var status = report.At(traded, [new SymbolDataStatus(Symbol.Symbol, 0, 0, 0, 0, false)]);
        var metrics = TradeMetrics.Compute(recorder.Trades, plan.Account.StartingEquity, new RunBars(traded.Days, recorder.TradeDays, traded.Count, plan.Interval));
        using var json = new Utf8JsonWriter(Stream.Null, ReadableJson.Options());
        NowJson.WriteContent(NowContent.OfReplay(status, plan, engine, recorder), json);
        json.Reset();
        SummaryJson.Write(new RunSummary { Metrics = metrics, Decisions = recorder.DecisionCounts, LedgerHash = recorder.LedgerHash }, json);
    }

    // Thursday 1 and Friday 2 January 1970: prices that rise and fall.
    private static byte[] Text()
    {
        var text = new StringBuilder("time,open,high,low,close,volume\n");
        for (var i = 0; i < Bars; i++)
        {
            var (open, close) = (Price(i), Price(i + 1));
            text.Append(CultureInfo.InvariantCulture, $"{EventTime.ToIso(i * 5 * EventTime.Minute)},{open:F5},{Math.Max(open, close) + 0.0002:F5},{Math.Min(open, close) - 0.0002:F5},{close:F5},100\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static double Price(int bar) => 1.1 + 0.004 * Math.Sin(bar / 12.0);
}
