using System.Collections;
using Axfl.Contracts;
using Axfl.Indicators.Kinds;
using Skender.Stock.Indicators;

namespace Axfl.Indicators.Skender;

/// <summary>An indicator of the library as a strategy follows it: the last row over the bars it has been given, computed when it is asked for.</summary>
/// <remarks>
/// The library computes whole series. Nothing is kept from one bar to the next but the bars, so that a value cannot depend on anything else; an ask costs
/// time proportional to the bars it is computed from, once a bar: those that the indicator looks back over (<see cref="SkenderWindows"/>), or all.
/// </remarks>
internal sealed class SkenderFollowed(
    string name, Func<List<Quote>, IList> compute, SkenderResults results, IReadOnlyList<string> repaints, string why, int bars) : IIndicator
{
    private readonly List<Quote> _quotes = [];
    private object? _row;
    private bool _isComputed;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Results { get; } = [.. results.Names.Except(repaints)];

    /// <inheritdoc/>
    public double Value => Last is { } row ? results.Value(row) ?? double.NaN : double.NaN;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, object?>> Row
    {
        get
        {
            var row = Last;
            return [.. Results.Select(n => new KeyValuePair<string, object?>(n, row is null ? double.NaN : SkenderResults.Shown(results.Raw(row, results.IndexOf(n))) ?? double.NaN))];
        }
    }

    /// <inheritdoc/>
    public double this[string result]
    {
        get
        {
            var index = results.IndexOf(result);
            if (index < 0) throw IndicatorErrors.UnknownResult(name, result, [.. Results]);
            if (repaints.Contains(result, IndicatorNames.Same)) throw IndicatorErrors.Repaints(name, $"its result '{results.Names[index]}' repaints", why);
            return Last is { } row && SkenderResults.Number(results.Raw(row, index)) is { } number && double.IsFinite(number) ? number : double.NaN;
        }
    }

    /// <inheritdoc/>
    public void Add(in Bar bar)
    {
        // Cut now and then, not at each bar: a list is cut at its front by moving the rest.
        if (bars > 0 && _quotes.Count >= 2L * bars) _quotes.RemoveRange(0, _quotes.Count - bars + 1);
        _quotes.Add(SkenderIndicator.QuoteOf(name, bar));
        _isComputed = false;
    }

    private object? Last
    {
        get
        {
            if (_isComputed) return _row;
            var rows = compute(bars > 0 && _quotes.Count > bars ? _quotes.GetRange(_quotes.Count - bars, bars) : _quotes);
            _row = rows.Count > 0 ? rows[^1] : null;
            _isComputed = true;
            return _row;
        }
    }
}
