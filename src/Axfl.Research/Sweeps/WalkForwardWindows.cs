using System.Globalization;

namespace Axfl.Research.Sweeps;

/// <summary>How a walk-forward cuts its period.</summary>
/// <param name="Train">Length of training.</param>
/// <param name="Test">Length of a test.</param>
/// <param name="Step">From one test to the next, at least <paramref name="Test"/>.</param>
/// <param name="IsAnchored">Whether all training begins with the period.</param>
/// <param name="GapDays">Last trading days of training that are left out.</param>
/// <param name="ChooseBest">Whether the best trial is taken; else the one with the best neighbourhood.</param>
internal sealed record WalkForwardWindows(CalendarSpan Train, CalendarSpan Test, CalendarSpan Step, bool IsAnchored, int GapDays, bool ChooseBest);

/// <summary>A length of the calendar: days, weeks, months or years.</summary>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Unit"><c>d</c>, <c>w</c>, <c>mo</c> or <c>y</c>.</param>
internal readonly record struct CalendarSpan(int Count, string Unit)
{
    private static readonly string[] Units = ["mo", "d", "w", "y"];

    /// <summary>A time later by it.</summary>
    public DateTime After(DateTime time) => Times(time, 1);

    /// <summary>A time later by so many of it, each counted from the start: months do not wander.</summary>
    public DateTime Times(DateTime time, int times) => Unit switch
    {
        "d" => time.AddDays(Count * times),
        "w" => time.AddDays(7 * Count * times),
        "mo" => time.AddMonths(Count * times),
        _ => time.AddYears(Count * times),
    };

    /// <summary>Days of it, months as 30.4375, to compare lengths.</summary>
    public double Days => Count * (Unit switch { "d" => 1, "w" => 7, "mo" => 30.4375, _ => 365.25 });

    /// <summary>Reads <c>12mo</c>.</summary>
    public static bool TryParse(string text, out CalendarSpan span)
    {
        foreach (var unit in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            var isCount = int.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
            span = new CalendarSpan(count, unit);
            return isCount && count is > 0 and <= 36_500;
        }

        span = default;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}{Unit}");
}
