using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Bars;

namespace Axfl.Data.Dialects;

/// <summary>
/// Rows of a file without the odd one out: a row more than 14 days after the one before it, while the next three readable ones lie before it and go on in
/// order from there, is an error of its line and not the new present.
/// </summary>
/// <param name="inner">The rows; owned.</param>
internal sealed class CheckedRows(RawBarReader inner) : RawBarReader
{
    /// <summary>A step longer than this is looked at, ms.</summary>
    public const long Leap = 14 * EventTime.Day;

    private const int Witnesses = 3, MostAhead = 64;
    private readonly Queue<Row> _ahead = new();
    private Row? _current;

    // The latest time so far; before the first row far enough back that this one is looked at.
    private long _latest = -Leap - 1;
    private bool _any;

    /// <inheritdoc/>
    public override string CurrentText => _current is { } row ? row.Text : inner.CurrentText;

    /// <inheritdoc/>
    public override string? CurrentFile => _current is { } row ? row.File : inner.CurrentFile;

    /// <inheritdoc/>
    public override bool TryRead(out RawBar bar)
    {
        if (_ahead.Count > 0)
        {
            _current = _ahead.Dequeue();
            bar = _current.Bar;
        }
        else
        {
            _current = null;
            if (!inner.TryRead(out bar)) return false;
        }

        if (bar.Error is not null || bar.Bar.Time <= _latest) return true;
        if (bar.Bar.Time - _latest > Leap && IsContradicted(bar))
        {
            bar = bar with { Error = Describe(bar.Bar.Time) };
            return true;
        }

        _latest = bar.Bar.Time;
        _any = true;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => inner.Dispose();

    private bool IsContradicted(in RawBar bar)
    {
        _current ??= new Row(bar, inner.CurrentText, inner.CurrentFile);
        var latest = _any ? _latest : long.MinValue;
        var witnesses = 0;
        foreach (var row in Ahead())
        {
            if (row.Bar.Error is not null) continue;
            var time = row.Bar.Bar.Time;

            // Of the first row nothing says what came before: it must be as far away from the next ones.
            if (time < latest || time >= bar.Bar.Time || (!_any && bar.Bar.Time - time <= Leap)) return false;
            latest = time;
            if (++witnesses == Witnesses) return true;
        }

        return false;
    }

    private IEnumerable<Row> Ahead()
    {
        foreach (var row in _ahead.ToArray()) yield return row;
        while (_ahead.Count < MostAhead && inner.TryRead(out var next))
        {
            var row = new Row(next, inner.CurrentText, inner.CurrentFile);
            _ahead.Enqueue(row);
            yield return row;
        }
    }

    private string Describe(long time) => _any
        ? string.Create(CultureInfo.InvariantCulture,
            $"its time, {EventTime.ToIso(time)}, is {(time - _latest) / EventTime.Day} days after the row before, and the rows behind it go on from there")
        : $"its time, {EventTime.ToIso(time)}, is far after the rows behind it";

    private sealed record Row(RawBar Bar, string Text, string? File);
}
