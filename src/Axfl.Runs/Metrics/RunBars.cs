using Axfl.Contracts;

namespace Axfl.Runs.Metrics;

/// <summary>What metrics need of a run besides its trades.</summary>
/// <param name="TradingDays">Names (days since 1970-01-01) of the trading days with a traded bar, ascending.</param>
/// <param name="TradeDays">Trading day of each trade's exit, in order of the trades.</param>
/// <param name="DistinctBarTimes">Distinct open times of traded bars.</param>
/// <param name="Interval">Bar length.</param>
public sealed record RunBars(IReadOnlyList<int> TradingDays, IReadOnlyList<int> TradeDays, long DistinctBarTimes, Interval Interval);
