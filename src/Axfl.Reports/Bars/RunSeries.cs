using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Bars;

/// <summary>The bars of a run, each symbol's in plan order, warm-up included.</summary>
/// <param name="Symbols">Bars of each symbol.</param>
/// <param name="Times">When the run could trade.</param>
internal sealed record RunSeries(IReadOnlyList<SymbolSeries> Symbols, RunBars Times)
{
    /// <summary>All bars of all symbols.</summary>
    public long Count => Symbols.Sum(s => (long)s.Bars.Length);

    /// <summary>The same as a run shares them; null: they come from a journal, whose orders filled on ticks.</summary>
    public IReadOnlyList<SharedBars>? Shared => Symbols.All(s => s.Shared is not null) ? [.. Symbols.Select(s => s.Shared!)] : null;
}

/// <summary>The bars of a symbol.</summary>
internal sealed class SymbolSeries
{
    private readonly Bar[]? _own;

    /// <param name="shared">Bars that runs share.</param>
    public SymbolSeries(SharedBars shared) => Shared = shared;

    /// <param name="bars">Bars of a journal.</param>
    public SymbolSeries(Bar[] bars) => _own = bars;

    /// <summary>As runs share them; null: those of a journal.</summary>
    public SharedBars? Shared { get; }

    /// <summary>The bars, ascending.</summary>
    public ReadOnlySpan<Bar> Bars => Shared is not null ? Shared.Bars : _own;
}

/// <summary>The bars of a run, or why there are none.</summary>
/// <param name="Series">The bars; null: none are used.</param>
/// <param name="Why">Why not, and which option brings them back; null: they are used.</param>
internal sealed record BarsAtHand(RunSeries? Series, string? Why)
{
    /// <summary>None.</summary>
    public static BarsAtHand None(string why) => new(null, why);
}
