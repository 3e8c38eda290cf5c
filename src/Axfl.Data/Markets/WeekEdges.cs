using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Data.Markets;

/// <summary>When the weeks of a file open, and what that says of its clock: true FX weeks open on Sunday 17:00 New York, the metals' an hour later.</summary>
/// <param name="zone">Zone in which the file's times were read.</param>
/// <param name="instrument">Instrument, if known.</param>
internal sealed class WeekEdges(DataZone zone, Instrument? instrument)
{
    /// <summary>A longer pause is a weekend, ms.</summary>
    public const long LongestNight = 30 * Hour;

    private const long Hour = 60 * EventTime.Minute, Near = Hour / 2, Far = 14 * Hour;

    // Clocks that brokers and vendors use, besides fixed offsets.
    private static readonly string[] Clocks = ["UTC", "America/New_York", "America/New_York+7", "Europe/Athens", "Europe/London", "Europe/Berlin"];

    private readonly TimeZoneInfo _newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private readonly long _later = Metals.Is(instrument) ? Hour : 0;
    private readonly List<long> _opens = [];
    private long _last = long.MinValue;

    /// <summary>For bars of an hour at the most: a longer one opens before the market does, and a day has no hours.</summary>
    public static WeekEdges? Of(DataZone zone, Instrument? instrument, Interval interval) => interval.Minutes <= 60 ? new WeekEdges(zone, instrument) : null;

    /// <summary>Takes the time of one bar.</summary>
    public void Take(long time)
    {
        if (_last != long.MinValue && time - _last > LongestNight) TakeAfterPause(time);
        _last = time;
    }

    /// <summary>Takes the first bar after a pause of more than <see cref="LongestNight"/>, where the others are left out.</summary>
    public void TakeAfterPause(long time)
    {
        if (Math.Abs(Shift(time)) <= Far) _opens.Add(time);
    }

    /// <summary>A warning when most weeks open hours away from their time, with the clock that would fit; null when they do not.</summary>
    public string? Advice()
    {
        var off = _opens.Count(o => Math.Abs(Shift(o)) > Near);
        if (_opens.Count == 0 || off <= _opens.Count / 3) return null;
        var hours = string.Join(" or ", _opens.Select(o => Math.Round(Shift(o) / (0.5 * Hour)) / 2).Where(h => h != 0).GroupBy(h => h)
            .OrderByDescending(g => g.Count()).Take(2).Select(g => g.Key.ToString("+0.#;-0.#", CultureInfo.InvariantCulture) + " h"));
        var (clock, weeks) = BestClock();
        var advice = weeks > _opens.Count / 2
            ? $"The clock that fits best is {clock} ({weeks} of {_opens.Count} weeks): give it as the time zone ({Spelling.Of("DataTimezone")}, data_timezone; of {Spelling.Command("Test-AxflData")} {Spelling.Of("Timezone")})"
            : $"Give the file's true zone ({Spelling.Of("DataTimezone")}, data_timezone; of {Spelling.Command("Test-AxflData")} {Spelling.Of("Timezone")})";
        return string.Create(CultureInfo.InvariantCulture,
            $"{off} of {_opens.Count} weeks open {hours} away from Sunday {(_later > 0 ? 18 : 17)}:00 New York: the time zone looks mislabelled. {advice}.");
    }

    // The clock in which most weeks would open when they should; fixed offsets win a tie, being the simpler rule.
    private (string Name, int Weeks) BestClock()
    {
        long[] local = [.. _opens.Select(zone.ToLocal)];
        var best = ("", 0);
        for (var half = -24; half <= 28; half++)
        {
            var weeks = local.Count(l => Math.Abs(Shift(l - half * Hour / 2)) <= Near / 2);
            if (weeks > best.Item2) best = (DataZone.Fixed(half * 30).Id, weeks);
        }

        foreach (var name in Clocks)
        {
            var candidate = DataZone.Find(name);
            var weeks = local.Count(l => Math.Abs(Shift(candidate.ToUtc(l))) <= Near / 2);
            if (weeks > best.Item2) best = (name, weeks);
        }

        return best;
    }

    // How long after the nearest opening of the market.
    private long Shift(long time)
    {
        var date = LocalTime.DateOf(_newYork, time);
        var sunday = date - (date % 7 + 11) % 7;
        var before = time - LocalTime.ToUtc(_newYork, sunday, 17 * 60) - _later;
        var after = time - LocalTime.ToUtc(_newYork, sunday + 7, 17 * 60) - _later;
        return Math.Abs(before) <= Math.Abs(after) ? before : after;
    }
}
