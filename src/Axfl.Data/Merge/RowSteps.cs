using Axfl.Contracts;
using Axfl.Data.Bars;

namespace Axfl.Data.Merge;

/// <summary>Steps of time from row to row of a file: how long its bars are, which way it runs, and where it leaves its order.</summary>
internal sealed class RowSteps
{
    // So many of the steps may go the other way in a file that is in order but for single rows.
    private const double MostAgainst = 0.05;

    private readonly Dictionary<long, int> _forward = [], _back = [];
    private long _previous = long.MinValue;

    /// <summary>Rows taken.</summary>
    public long Rows { get; private set; }

    /// <summary>Steps to a later row.</summary>
    public long Ascents { get; private set; }

    /// <summary>Steps to an earlier row.</summary>
    public long Descents { get; private set; }

    /// <summary>The first row that is earlier than the one before it: its line, its time and that of the one before, unix ms; null: none is.</summary>
    public (long Line, long Time, long After)? FirstBack { get; private set; }

    /// <summary>Whether the rows run from new to old.</summary>
    public bool IsDescending => Descents > Rows / 2 && Descents > 3 * Ascents;

    /// <summary>
    /// The most frequent step the way the file runs, ms, and how often it came; null: it says nothing, since there are no two rows, or they are not in order
    /// and no step is that of most of them.
    /// </summary>
    public (long Step, int Count)? Usual
    {
        get
        {
            var isBack = IsDescending || _forward.Count == 0;
            var (steps, along, against) = isBack ? (_back, Descents, Ascents) : (_forward, Ascents, Descents);
            if (steps.Count == 0) return null;
            var (usual, most) = (0L, 0);
            foreach (var (step, count) in steps)
                if (count > most || (count == most && step < usual)) (usual, most) = (step, count);
            return against <= MostAgainst * (along + against) || most * 2 > along ? (usual, most) : null;
        }
    }

    /// <summary>Steps to a later row, ms, by how often they came.</summary>
    public IReadOnlyDictionary<long, int> Forward => _forward;

    /// <summary>Takes the next readable row.</summary>
    public void Take(in RawBar row)
    {
        var time = row.Bar.Time;
        var step = time - _previous;
        if (Rows++ > 0 && step != 0)
        {
            var steps = step > 0 ? _forward : _back;
            steps[Math.Abs(step)] = steps.GetValueOrDefault(Math.Abs(step)) + 1;
            if (step > 0) Ascents++;
            else Descents++;
            if (step < 0) FirstBack ??= (row.Line, time, _previous);
        }

        _previous = time;
    }

    /// <summary>The interval that a step is.</summary>
    public static Interval IntervalOf(long step) => new((int)Math.Clamp(step / EventTime.Minute, 1, BarFile.LongestMinutes));
}
