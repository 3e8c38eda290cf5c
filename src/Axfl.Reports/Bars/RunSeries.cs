using Axfl.Engine.Portfolio;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Bars;

/// <summary>The bars of a run, each symbol's in plan order, warm-up included.</summary>
/// <param name="Symbols">Bars of each symbol.</param>
/// <param name="Times">When the run could trade.</param>
internal sealed record RunSeries(IReadOnlyList<SharedBars> Symbols, RunBars Times)
{
    /// <summary>All bars of all symbols.</summary>
    public long Count => Symbols.Sum(s => (long)s.Count);
}

/// <summary>The bars of a run, or why there are none.</summary>
/// <param name="Series">The bars; null: none are used.</param>
/// <param name="Why">Why not, and which option brings them back; null: they are used.</param>
internal sealed record BarsAtHand(RunSeries? Series, string? Why)
{
    /// <summary>None.</summary>
    public static BarsAtHand None(string why) => new(null, why);
}
