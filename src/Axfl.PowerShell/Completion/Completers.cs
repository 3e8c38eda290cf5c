using System.Collections;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Completion;

/// <summary>Profiles of the sessions file given before.</summary>
public sealed class ProfileCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        RuntimeHost.Runtime.GetProfiles(Request(bound).SessionsPath).Select(p => new CompletionWord(p));
}

/// <summary>Channels of the alerts of the profile given before.</summary>
public sealed class AlertChannelCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        (RuntimeHost.Runtime.ImportSessions(Request(bound)).Values.FirstOrDefault(v => v.Key == "alerts.channels")?.Value ?? "").Trim('[', ']')
        .Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(c => new CompletionWord(c));
}

/// <summary>Time zones by IANA name.</summary>
public sealed class TimeZoneCompleter : AxflCompleter
{
    /// <summary>Their names.</summary>
    internal static IEnumerable<string> Zones => TimeZoneInfo.GetSystemTimeZones()
        .Select(z => z.HasIanaId ? z.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(z.Id, out var iana) ? iana : "").Where(z => z.Length > 0).Order(StringComparer.Ordinal);

    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => Zones.Select(z => new CompletionWord(z));
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
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => Interval.Names.Select(n => new CompletionWord(n));
}

/// <summary>Indicators, with what they give.</summary>
public sealed class IndicatorCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound)
    {
        var all = RuntimeHost.Runtime.Indicators.Indicators;
        // A bare name is offered where it is enough: the library's where ours has none.
        return all.Select(i => Word(i.Name, i)).Concat(all.Where(i => i.Name.Contains(':', StringComparison.Ordinal)).Select(i => Word(i.Name[(i.Name.IndexOf(':', StringComparison.Ordinal) + 1)..], i)));
    }

    private static CompletionWord Word(string name, IndicatorInfo info) =>
        new(name, $"{string.Join(", ", info.Results)} ({info.Source}){(info.Repaints.Count > 0 ? " repaints" : "")}");
}

/// <summary>Parameters of the indicator named before: a table of all with their defaults, then each by itself.</summary>
public sealed class IndicatorParameterCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound)
    {
        if (Text(bound, "Name") is not { } name) return [];
        var parameters = RuntimeHost.Runtime.DescribeIndicator(name, new Dictionary<string, object?>()).Parameters;
        return parameters.Count == 0 ? [] :
            [new(Table(parameters.Where(p => p.Required || p.Default is not null)), "all parameters that have a default or need a value"), .. parameters.Select(p => new CompletionWord(Table([p]), Tip(p)))];
    }

    private static string Table(IEnumerable<IndicatorParameterInfo> parameters) => $"@{{ {string.Join("; ", parameters.Select(p => $"{p.Name} = {Literal(p)}"))} }}";

    private static string Literal(IndicatorParameterInfo parameter) => parameter.Default switch
    {
        bool truth => truth ? "$true" : "$false",
        null => parameter.Choices.Count > 0 ? $"'{parameter.Choices[0]}'" : parameter.Type switch { "boolean" => "$false", "date" => "'2025-01-01'", _ => "14" },
        string word => $"'{word}'",
        var number => Convert.ToString(number, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    private static string Tip(IndicatorParameterInfo parameter) =>
        $"{parameter.Name}: {(parameter.Choices.Count > 0 ? string.Join(", ", parameter.Choices) : parameter.Type)}{(parameter.Required ? ", required" : "")}";
}

/// <summary>Results of decisions: the gates in their order, and what is not a block.</summary>
public sealed class ResultCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => RuntimeHost.Runtime.DecisionResults.Select(r => new CompletionWord(r));
}
