using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data;
using Axfl.Data.Bars;
using Axfl.Engine.Plan;
using Axfl.Runs.Backtest;

namespace Axfl.Runs.Parity;

/// <summary>Bars of a replay, from its source opened again; or of a source a run is held against.</summary>
/// <param name="source">The source.</param>
/// <param name="plan">The plan whose symbols it was opened with.</param>
internal sealed class SourceBars(IBarSource source, RunPlan plan) : IComparedBars
{
    /// <summary>Name of the source.</summary>
    public string Name => source.Name;

    /// <inheritdoc/>
    public bool HasInner => plan.Engine.Intrabar == IntrabarPolicy.Drill;

    /// <summary>Opens a source for the symbols of a plan.</summary>
    /// <param name="name">csv, simulated or auto.</param>
    /// <param name="plan">Symbols, interval and places of files.</param>
    /// <param name="dataPath">Files or folders; empty: those of the plan.</param>
    /// <param name="period">What it will be read for.</param>
    /// <exception cref="AxflException">Its files are missing, or it has no history.</exception>
    public static SourceBars Open(string name, RunPlan plan, IReadOnlyList<string> dataPath, RunPeriod period) =>
        new(BarSources.Open(name, Request(plan, dataPath, period), out _), plan);

    /// <summary>What a source is asked for, for the symbols of a plan.</summary>
    public static SourceRequest Request(RunPlan plan, IReadOnlyList<string> dataPath, RunPeriod period) => 
        PlannedData.RequestOf(plan, plan.Engine.Intrabar == IntrabarPolicy.Drill, period.BarsFrom, period.BarsUntil) with
        {
            DataPath = dataPath.Count > 0 ? dataPath : plan.DataPath,
            AllowRejected = true, // What a run was allowed to read is read again.
        };

    /// <inheritdoc/>
    public IReadOnlyList<IBarReader> Open(IReadOnlyList<Instrument> symbols, long from, long until, CancellationToken cancellation)
    {
        var readers = new List<IBarReader>();
        try
        {
            foreach (var symbol in symbols) readers.Add(source.Open(IndexOf(symbol), from, until));
            return readers;
        }
        catch
        {
            foreach (var reader in readers) reader.Dispose();
            throw;
        }
    }

    private int IndexOf(Instrument symbol) => plan.Engine.Symbols.Select(s => s.Instrument.Symbol).ToList().IndexOf(symbol.Symbol);
}
