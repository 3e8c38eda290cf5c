using System.Collections;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Completion;

/// <summary>Keys of the effective plan with their present values and what they do; behind the equals sign, values.</summary>
public sealed class SetCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound)
    {
        var keys = RuntimeHost.Runtime.PlanKeys.ToDictionary(k => k.Key, StringComparer.Ordinal);
        return RuntimeHost.Runtime.ImportSessions(Request(bound)).Values.SelectMany(v =>
        {
            var key = keys.GetValueOrDefault(v.Key);
            return Values(v, key).Select(word => new CompletionWord($"{v.Key}={word}", Tip(v, key)));
        });
    }

    // The key alone first, then what it may be: its words, zones, else what it is now. A strategy's parameters are in no table of keys.
    private static IEnumerable<string> Values(PlanValue value, PlanKeyInfo? key) => key switch
    {
        { Words.Count: > 0 } => ["", .. key.Words],
        { Type: "time zone" } => ["", .. TimeZoneCompleter.Zones],
        null when value.Value is "true" or "false" => ["", "true", "false"],
        null when value.Key.EndsWith(".timezone", StringComparison.Ordinal) => ["", .. TimeZoneCompleter.Zones],
        _ => ["", value.Value],
    };

    private static string Tip(PlanValue value, PlanKeyInfo? key)
    {
        var now = $"{value.Key} = {value.Value} ({value.Origin})";
        if (key is null) return now;
        // Words are offered themselves.
        var range = string.Join(", ", new[] { key.Words.Count > 0 ? "" : key.Range, key.Unit }.Where(t => t.Length > 0));
        return $"{now}: {key.Help}{(range.Length > 0 ? $" [{range}]" : "")}";
    }
}
