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

/// <summary>Runs of this process and of the output directory.</summary>
public sealed class RunCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        RunRegistry.Ids.Concat(RuntimeHost.Runtime.ListRuns(Path.GetFullPath(Text(bound, "OutputDirectory") ?? "logs", WorkingDirectory)))
            .Select(r => new CompletionWord(r));
}

/// <summary>Runs under way.</summary>
public sealed class RunningRunCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => RunRegistry.Running.Select(r => new CompletionWord(r.RunId, r.Directory));
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
        "accepted", "filled", "warmup", "session", "portfolio_halted", "drawdown", "strategy_daily_stop", "strategy_daily_trades", "cooldown",
        "position_open", "max_symbol_positions", "max_open_positions", "spread", "risk_distance", "size",
    ];

    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => Results.Select(r => new CompletionWord(r));
}

/// <summary>Sources of prices.</summary>
public sealed class SourceCompleter : AxflCompleter
{
    private static readonly string[] Sources = ["auto", "csv", "simulated", "twelvedata", "finnhub", "oanda", "dukascopy"];

    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => Sources.Select(s => new CompletionWord(s));
}
