using System.Collections;

namespace Axfl.PowerShell;

/// <summary>Profiles of the sessions file given before.</summary>
public sealed class ProfileCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        RuntimeHost.Runtime.GetProfiles(Request(bound).SessionsPath).Select(p => new CompletionWord(p));
}

/// <summary>Keys of the effective plan, with their present values.</summary>
public sealed class SetCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        RuntimeHost.Runtime.ImportSessions(Request(bound)).Values.Select(v => new CompletionWord(v.Key + "=", $"{v.Key} = {v.Value} ({v.Origin})"));
}

/// <summary>Strategies.</summary>
public sealed class StrategyCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        RuntimeHost.Runtime.GetStrategies([], StrategyRegistry.Described).Select(s => new CompletionWord(s.Name, s.Summary));
}

/// <summary>Symbols of the profile.</summary>
public sealed class SymbolCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        RuntimeHost.Runtime.ImportSessions(Request(new Hashtable())).Symbols.Select(s => new CompletionWord(s));
}

/// <summary>Bar lengths.</summary>
public sealed class IntervalCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => Axfl.Contracts.Interval.Names.Select(n => new CompletionWord(n));
}

/// <summary>Indicators.</summary>
public sealed class IndicatorCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => RuntimeHost.Runtime.Indicators.Names.Select(n => new CompletionWord(n));
}

/// <summary>Results of decisions: the gates in their order, and what is no refusal.</summary>
public sealed class ResultCompleter : AxflCompleter
{
    private static readonly string[] Results =
    [
        "accepted", "filled", "warmup", "session", "stale", "portfolio_halted", "drawdown", "strategy_daily_stop", "strategy_daily_trades", "cooldown",
        "position_open", "max_symbol_positions", "max_open_positions", "spread", "risk_distance", "size",
    ];

    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => Results.Select(r => new CompletionWord(r));
}
