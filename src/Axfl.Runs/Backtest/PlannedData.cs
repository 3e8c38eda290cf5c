using Axfl.Configuration.Plan;
using Axfl.Engine.Plan;
using Axfl.Data.Bars;

namespace Axfl.Runs.Backtest;

/// <summary>The data a plan names.</summary>
internal static class PlannedData
{
    /// <summary>What the files of a plan are asked for.</summary>
    /// <param name="plan">Symbols, interval, places and layout of files.</param>
    /// <param name="needInner">Whether bars of a lower interval are wanted inside each bar.</param>
    /// <param name="from">Start, unix ms.</param>
    /// <param name="until">End, unix ms.</param>
    public static SourceRequest RequestOf(RunPlan plan, bool needInner, long from, long until) => new(
        [.. plan.Engine.Symbols.Select(s => s.Instrument)], plan.Engine.Interval, plan.DataDir, plan.DataPath, plan.DataTimezone, needInner, from, until)
    {
        IsPlaceGiven = plan.IsDataGiven,
        Columns = plan.DataColumns,
        TimeFormat = plan.DataTimeFormat,
        MaxTickAtr = plan.Live.MaxTickAtr,
        Spreads = SpreadsOf(plan.Engine.Symbols),
    };

    private static double[] SpreadsOf(IReadOnlyList<SymbolPlan> symbols)
    {
        var spreads = new double[symbols.Count];
        for (var i = 0; i < spreads.Length; i++) spreads[i] = symbols[i].SpreadPips;
        return spreads;
    }
}
