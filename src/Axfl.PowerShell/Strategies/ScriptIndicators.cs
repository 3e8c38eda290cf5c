using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>The indicators a script strategy asks for on one symbol, kept from bar to bar by name and parameters.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="isUsed">Whether the script mentions indicators: only then its bars are kept.</param>
internal sealed class ScriptIndicators(IIndicators source, bool isUsed)
{
    private readonly Dictionary<string, IIndicator> _followed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<IIndicator, StrictTable> _rows = [];
    private readonly List<Bar> _bars = [];

    /// <summary>What is wrong with the first result asked for at this bar that is not there; null: nothing.</summary>
    public string? Unknown => _rows.Count == 0 ? null : _rows.Values.Select(r => r.Unknown).FirstOrDefault(u => u is not null);

    /// <summary>Takes a complete bar, before the script is called for it.</summary>
    public void Add(in Bar bar)
    {
        if (!isUsed) return;
        _rows.Clear();
        _bars.Add(bar);
        foreach (var indicator in _followed.Values) indicator.Add(bar);
    }

    /// <summary>The results at the present bar: a table that also has Value, the main line.</summary>
    public Hashtable At(string name, IDictionary? parameters, int bars)
    {
        if (!isUsed) throw new InvalidOperationException("Indicators are not followed in this script: write the call as $desk.Indicator(...) in its script block.");
        var indicator = Follow(name, parameters, bars);
        if (_rows.TryGetValue(indicator, out var known)) return known;
        var row = indicator.Row;
        var main = row.Any(r => r.Key.Equals("value", StringComparison.OrdinalIgnoreCase)) ? [] : new[] { new KeyValuePair<string, object?>("Value", indicator.Value) };
        return _rows[indicator] = new StrictTable(row.Concat(main), (key, names) => $"The indicator {indicator.Name} has no result '{key}'. Its results are {string.Join(", ", names)}.");
    }

    private IIndicator Follow(string name, IDictionary? parameters, int bars)
    {
        var values = (parameters ?? new Hashtable()).Cast<DictionaryEntry>().OrderBy(e => e.Key.ToString(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(e => e.Key.ToString()!, e => e.Value is PSObject wrapped ? wrapped.BaseObject : e.Value, StringComparer.OrdinalIgnoreCase);
        var key = $"{name}|{bars.ToString(CultureInfo.InvariantCulture)}|{string.Join("|", values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}={v.Value}")))}";
        if (_followed.TryGetValue(key, out var followed)) return followed;
        var indicator = source.Open(name, values, bars);
        foreach (ref readonly var bar in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bars)) indicator.Add(bar);
        return _followed[key] = indicator;
    }
}
