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
    private const int FarHalves = (int)(Far / (Hour / 2));

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
        var hours = string.Join(" or ", UsualHours());
        var (clock, weeks) = BestClock();
        var advice = weeks > _opens.Count / 2
            ? $"The clock that fits best is {clock} ({weeks} of {_opens.Count} weeks): give it as the time zone ({Spelling.Of("DataTimezone")}, data_timezone; of {Spelling.Command("Test-AxflData")} {Spelling.Of("Timezone")})"
            : $"Give the file's true zone ({Spelling.Of("DataTimezone")}, data_timezone; of {Spelling.Command("Test-AxflData")} {Spelling.Of("Timezone")})";
        return string.Create(CultureInfo.InvariantCulture,
            $"{off} of {_opens.Count} weeks open {hours} away from Sunday {(_later > 0 ? 18 : 17)}:00 New York: the time zone looks mislabelled. {advice}.");
    }

    // The one or two half hours by which most weeks are off.
    private List<string> UsualHours()
    {
        var weeks = new int[2 * FarHalves + 1];
        foreach (var open in _opens) weeks[FarHalves + (int)Math.Round(Shift(open) / (0.5 * Hour))]++;
        weeks[FarHalves] = 0;
        var hours = new List<string>();
        while (hours.Count < 2)
        {
            var most = 0;
            for (var i = 1; i < weeks.Length; i++)
                if (weeks[i] > weeks[most]) most = i;
            if (weeks[most] == 0) break;
            weeks[most] = 0;
            hours.Add((0.5 * (most - FarHalves)).ToString("+0.#;-0.#", CultureInfo.InvariantCulture) + " h");
        }

        return hours;
    }

    // The clock in which most weeks would open when they should; fixed offsets win a tie, being the simpler rule.
    private (string Name, int Weeks) BestClock()
    {
        var local = _opens.ConvertAll(zone.ToLocal);

        // The next opening is days away: by how much a clock is moved, by so much the weeks are.
        var shifts = local.ConvertAll(Shift);
        var best = ("", 0);
        for (var half = -24; half <= 28; half++) Compare(DataZone.Fixed(half * 30), shifts.FindAll(s => IsNear(s - half * Hour / 2)).Count);
        foreach (var clock in Clocks()) Compare(clock, local.FindAll(l => IsNear(Shift(clock.ToUtc(l)))).Count);
        return best;

        void Compare(DataZone clock, int weeks)
        {
            if (weeks > best.Item2) best = (clock.Id, weeks);
        }

        static bool IsNear(long shift) => Math.Abs(shift) <= Near / 2;
    }

    // Clocks that brokers and vendors use, besides fixed offsets.
    private static DataZone[] Clocks() =>
        [DataZone.Find("America/New_York"), DataZone.NewYorkClose(), DataZone.Find("Europe/Athens"), DataZone.Find("Europe/London"), DataZone.Find("Europe/Berlin")];

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
