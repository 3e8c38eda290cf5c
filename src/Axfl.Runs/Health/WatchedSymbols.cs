using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Health;

/// <summary>The symbols of a plan while a feed is looked at: what is expected of each, by the hours of its market.</summary>
/// <param name="plan">The plan.</param>
/// <param name="time">Clock.</param>
internal sealed class WatchedSymbols(RunPlan plan, TimeProvider time)
{
    private readonly MarketHours _hours = new(plan.Holidays);

    /// <summary>In plan order.</summary>
    public IReadOnlyList<Instrument> Symbols { get; } = [.. plan.Engine.Symbols.Select(s => s.Instrument)];

    /// <summary>When it was begun to look, unix ms.</summary>
    public long Started { get; } = time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>How old a price may be to be traded on, ms.</summary>
    public long MostAge { get; } = plan.Live.StaleAfterS * 1000L;

    /// <summary>Whether no price is expected of a symbol now: weekend, holiday, a metal's rest.</summary>
    public bool IsQuiet(int symbol) => _hours.IsQuiet(Symbols[symbol].Symbol, Started);

    /// <summary>Whether nothing more is to be expected: each symbol was refused, has a price of now, or has none to give and is confirmed.</summary>
    public bool AreSeen(FeedSight sight) => sight.Symbols.Select((s, i) => s.Refusal is not null || IsFresh(s) || (s.IsConfirmed && IsQuiet(i))).All(seen => seen);

    /// <summary>Whether a symbol has a price that could be traded on.</summary>
    public bool IsFresh(SymbolSight symbol) => symbol.Price is { } price && price.Lag <= MostAge;
}
