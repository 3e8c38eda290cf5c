using System.Globalization;
using System.IO.Compression;
using Axfl.LiveHost;

namespace Axfl.Runs.Tests.Live;

/// <summary>Quotes of one symbol for the chaos tests: made ones, or a real day named by AXFL_TICKS (a zip of lines <c>ms of day,bid,ask</c>).</summary>
internal static class ChaosTicks
{
    /// <summary>Seeds of the fault schedules each protocol is put through: 5 from 0 on; AXFL_CHAOS (how many) and AXFL_CHAOS_FROM say otherwise.</summary>
    public static IEnumerable<int> Seeds => Enumerable.Range(Number("AXFL_CHAOS_FROM", 0), Number("AXFL_CHAOS", 5));

    /// <summary>Time, bid and ask, ascending; the first a second after <paramref name="start"/> or later.</summary>
    public static List<(long Time, double Bid, double Ask)> Of(long start)
    {
        if (Environment.GetEnvironmentVariable("AXFL_TICKS") is { Length: > 0 } path) return Real(path, start);
        var shift = start - MadeTicks.Start;
        return [.. MadeTicks.Of(11, 1500, 1).Select(t => (t.Tick.Time + shift, t.Tick.Price - t.Tick.Spread / 2, t.Tick.Price + t.Tick.Spread / 2))
            .Select(t => (t.Item1, Math.Round(t.Item2, 5), Math.Round(t.Item3, 5)))];
    }

    // AXFL_TICKS_FROM and AXFL_TICKS_TO cut hours out of the day.
    private static List<(long Time, double Bid, double Ask)> Real(string path, long start)
    {
        var (from, to) = (Hours("AXFL_TICKS_FROM", 0), Hours("AXFL_TICKS_TO", 24));
        using var archive = ZipFile.OpenRead(path);
        using var reader = new StreamReader(archive.Entries[0].Open());
        var quotes = new List<(long, double, double)>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
            if (fields[0] >= from && fields[0] < to) quotes.Add((start + 1000 + (long)(fields[0] - from), fields[1], fields[2]));
        }

        return quotes;
    }

    private static int Number(string name, int fallback) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? fallback.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double Hours(string name, double fallback) =>
        double.Parse(Environment.GetEnvironmentVariable(name) ?? fallback.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) * 3_600_000;
}
