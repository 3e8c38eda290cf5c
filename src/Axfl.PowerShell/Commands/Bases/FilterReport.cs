using Axfl.Contracts;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>What filters over the rows of one run left out: a name that no row has is told from a pattern that matches none.</summary>
/// <param name="run">Run id.</param>
/// <param name="rows">What the rows are, in the plural: trades, decisions.</param>
internal sealed class FilterReport(string run, string rows)
{
    private readonly List<(string Parameter, string[] Names, string[] Patterns, HashSet<string> Seen)> _filters = [];
    private long _all, _taken;

    /// <summary>Adds a filter.</summary>
    /// <param name="parameter">Its parameter, with the hyphen.</param>
    /// <param name="given">What was given; nothing: no filter.</param>
    /// <param name="isPattern">Whether one has wildcards.</param>
    /// <param name="known">Values a row may well have that no row of this run has.</param>
    public void Add(string parameter, string[] given, Func<string, bool> isPattern, IEnumerable<string>? known = null)
    {
        if (given.Length == 0) return;
        var names = given.Where(g => !isPattern(g)).Except(known ?? [], StringComparer.OrdinalIgnoreCase);
        _filters.Add((parameter, [.. names], given, new HashSet<string>(StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Counts a row.</summary>
    /// <param name="taken">Whether the filters take it.</param>
    /// <param name="values">Its values, one for each parameter that may be given, in any order of rows but always the same.</param>
    public void Count(bool taken, params ReadOnlySpan<(string Parameter, string Value)> values)
    {
        _all++;
        if (taken) _taken++;
        foreach (var filter in _filters)
            foreach (var (parameter, value) in values)
                if (parameter == filter.Parameter) filter.Seen.Add(value);
    }

    /// <summary>Names that no row has, a sentence each: most likely misspelt.</summary>
    public IEnumerable<string> Warnings => _all == 0 ? [] : _filters.SelectMany(f => f.Names.Where(n => !f.Seen.Contains(n)).Select(n =>
        $"Run '{run}' has no {rows} with {f.Parameter} '{n}'; it has {string.Join(", ", f.Seen.Order(StringComparer.Ordinal))}.{Suggestion.Ask(n, f.Seen)}"));

    /// <summary>Why nothing comes out where that is no fault; null: something does, or a warning says it.</summary>
    public string? Detail => _taken > 0 || Warnings.Any() ? null
        : _all == 0 ? $"Run '{run}' has no {rows}."
        : FormattableString.Invariant($"None of the {_all} {rows} of run '{run}' matches {string.Join(" and ", _filters.Select(f => $"{f.Parameter} {string.Join(", ", f.Patterns)}"))}.");
}
