using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Reports what a file of bars is and what is wrong with it.</summary>
internal static class DataCheck
{
    private static readonly string[] Patterns = ["*.csv", "*.txt", "*.gz", "*.zip"];

    /// <summary>One report a file (of a folder: each file; of an archive: each entry).</summary>
    /// <exception cref="AxflException">The path does not exist, or a file has no known layout.</exception>
    public static IReadOnlyList<DataReport> Run(DataCheckRequest request, IProgress<double>? progress, CancellationToken cancellation)
    {
        var zone = request.Timezone is { } name ? ZoneTime.Find(name) : null;
        string[] paths = Directory.Exists(request.Path)
            ? [.. Patterns.SelectMany(p => Directory.GetFiles(request.Path, p)).Distinct().Order(StringComparer.Ordinal)]
            : File.Exists(request.Path) ? [request.Path]
            : throw new AxflException("DataFileNotFound", ErrorKind.Data, $"{request.Path} does not exist.") { Target = request.Path };
        var reports = new List<DataReport>();
        for (var i = 0; i < paths.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                reports.AddRange(BarFile.Inspect(paths[i], zone).Select(f => Report(f, cancellation)));
            }
            catch (AxflException e) when (paths.Length > 1)
            {
                // One strange file of a folder does not hide the others.
                reports.Add(new DataReport { Path = paths[i], Symbol = GuessSymbol(paths[i]), Dialect = "unknown", Timezone = "", Interval = "", Bars = 0, Warnings = [e.Message] });
            }

            progress?.Report((i + 1.0) / paths.Length);
        }

        return reports;
    }

    private static DataReport Report(BarFile file, CancellationToken cancellation)
    {
        try
        {
            return Report(file, StepsOf(file, cancellation), cancellation);
        }
        catch (Exception e) when (BarFile.IsUnreadable(e))
        {
            throw file.Unreadable(e);
        }
    }

    // Steps between rows, ascending ones alone, by how often they come.
    private static Dictionary<long, int> StepsOf(BarFile file, CancellationToken cancellation)
    {
        var steps = new Dictionary<long, int>();
        var last = long.MinValue;
        using var reader = file.Open();
        while (reader.TryRead(out var raw))
        {
            cancellation.ThrowIfCancellationRequested();
            if (raw.Error is not null || raw.Bar.Time <= last) continue;
            if (last != long.MinValue) steps[raw.Bar.Time - last] = steps.GetValueOrDefault(raw.Bar.Time - last) + 1;
            last = raw.Bar.Time;
        }

        return steps;
    }

    private static DataReport Report(BarFile file, Dictionary<long, int> steps, CancellationToken cancellation)
    {
        var usual = steps.Count == 0 ? file.Interval.Milliseconds : steps.OrderByDescending(s => s.Value).ThenBy(s => s.Key).First().Key;
        var interval = new Interval((int)Math.Clamp(usual / EventTime.Minute, 1, BarFile.LongestMinutes));
        var symbol = GuessSymbol(file.Path);
        var instrument = symbol is null ? null : new Instrument(symbol, symbol[..3], symbol[3..], 0.0001, 5, 0);
        var tally = new DataTally();
        var filter = new BarFilter(interval);
        var gaps = new GapCounter(instrument, interval);
        var week = new WeekEdges(file.Zone, instrument);
        var sizes = new SortedDictionary<int, (string Name, int Count)>();
        long first = long.MaxValue, last = long.MinValue, highestPrice = 0;
        using var reader = file.Open();
        while (reader.TryRead(out var raw))
        {
            cancellation.ThrowIfCancellationRequested();
            var verdict = raw.Error is null ? filter.Take(raw.Bar) : default;
            if (raw.Error is not null || verdict > BarVerdict.Duplicate)
            {
                tally.Reject(file.Name, raw.Line, raw.Error ?? BarFilter.Describe(verdict, interval), reader.CurrentText);
                continue;
            }

            if (verdict == BarVerdict.Duplicate)
            {
                tally.Duplicates++;
                continue;
            }

            tally.Bars++;
            first = Math.Min(first, raw.Bar.Time);
            last = raw.Bar.Time;
            highestPrice = Math.Max(highestPrice, (long)Math.Min(raw.Bar.High, 1e15));
            week.Take(raw.Bar.Time);
            if (gaps.Next(raw.Bar.Time) is > 0 and var missing) Count(sizes, missing);
        }

        return new DataReport
        {
            Path = file.Name,
            Symbol = symbol,
            Dialect = file.Dialect.Name,
            Timezone = file.Dialect.HasOffset ? "offset in file" : file.Zone.Id,
            Interval = interval.ToString(),
            Bars = tally.Bars,
            First = tally.Bars > 0 ? EventTime.ToDateTime(first) : null,
            Last = tally.Bars > 0 ? EventTime.ToDateTime(last) : null,
            Duplicates = tally.Duplicates,
            Rejected = tally.Rejected,
            WeekendBars = week.WeekendBars,
            Gaps = sizes.Values.Sum(s => s.Count),
            GapSizes = [.. sizes.Values.Select(s => new GapBucket(s.Name, s.Count))],
            RejectedLines = tally.Lines,
            Warnings = [.. Warnings(file, interval, week, steps, highestPrice)],
        };
    }

    private static void Count(SortedDictionary<int, (string Name, int Count)> sizes, long missing)
    {
        var (key, name) = missing switch { 1 => (1, "1"), < 12 => (2, "2-11"), < 288 => (3, "12-287"), _ => (4, "288+") };
        sizes[key] = (name, sizes.TryGetValue(key, out var had) ? had.Count + 1 : 1);
    }

    private static IEnumerable<string> Warnings(BarFile file, Interval interval, WeekEdges week, Dictionary<long, int> steps, long highestPrice)
    {
        if (file.Dialect.ZoneIsGuess && file.Zone.Equals(TimeZoneInfo.Utc)) yield return "The file does not say its time zone: UTC is assumed.";
        if (week.Advice() is { } advice) yield return advice;
        var total = steps.Values.Sum();
        foreach (var (step, count) in steps.Where(s => s.Value > total / 20 && s.Key > 0).OrderBy(s => s.Key))
        {
            if (step == interval.Milliseconds) continue;
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Mixed intervals: {count} steps of {step / EventTime.Minute} minutes beside {interval}.");
        }

        if (highestPrice > 20_000)
            yield return string.Create(CultureInfo.InvariantCulture, $"Prices reach {highestPrice}: they look scaled (times 100,000?).");
    }

    private static string? GuessSymbol(string path)
    {
        var name = new string([.. Path.GetFileName(path).ToUpperInvariant().Where(char.IsAsciiLetter)]);
        string[] currencies = ["EUR", "USD", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "XAU", "XAG"];
        for (var i = 0; i + 6 <= name.Length; i++)
            if (currencies.Contains(name.Substring(i, 3)) && currencies.Contains(name.Substring(i + 3, 3))) return name.Substring(i, 6);
        return null;
    }
}
