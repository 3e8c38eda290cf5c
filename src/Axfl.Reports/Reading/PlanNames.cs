using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Reports.Reading;

/// <summary>The symbols and strategies of a run's plan: nothing in its files is of others.</summary>
/// <param name="plan">The plan.</param>
internal sealed class PlanNames(RunPlan plan)
{
    private readonly string[] _symbols = [.. plan.Engine.Symbols.Select(s => s.Instrument.Symbol)], _strategies = [.. plan.Engine.Strategies];

    /// <summary>What is wrong with a trade; null: nothing.</summary>
    public string? Fault(Trade trade) => Symbol(trade.Symbol) ?? Strategy(trade.Strategy);

    /// <summary>The same of a decision.</summary>
    public string? Fault(Decision decision) => Symbol(decision.Symbol) ?? Strategy(decision.Strategy);

    /// <summary>The same of a halt, which without a strategy is the portfolio's.</summary>
    public string? Fault(HaltLine halt) => halt.Strategy is { } strategy ? Strategy(strategy) : null;

    private string? Symbol(string name) => _symbols.Contains(name) ? null : $"its symbol '{name}' is not one of the plan's: {string.Join(", ", _symbols)}";

    private string? Strategy(string name) => _strategies.Contains(name) ? null : $"its strategy '{name}' is not one of the plan's: {string.Join(", ", _strategies)}";
}
