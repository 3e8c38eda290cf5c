using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Dialects;
using Axfl.Data.Disk;
using Axfl.Data.Files;
using Axfl.Data.Markets;
using Axfl.Data.Merge;

namespace Axfl.Data.Check;

/// <summary>Reports what a file of bars is and what is wrong with it.</summary>
public static class DataCheck
{
    private const int SuspectsNamed = 5;

    /// <summary>One report a file (of a folder: each file; of an archive: each entry).</summary>
    /// <exception cref="AxflException">The path does not exist or may not be read, or a file has no known layout.</exception>
    public static IReadOnlyList<DataReport> Run(DataCheckRequest request, IProgress<double>? progress, CancellationToken cancellation)
    {
        var zone = request.Timezone is { } name ? DataZone.Find(name) : null;
        var stated = StatedLayout.Of(request.Columns, request.TimeFormat);
        var paths = Paths(request.Path);
        var reports = new List<DataReport>();
        for (var i = 0; i < paths.Length; i++)
        {
            var texts = Attempt(paths[i], () => DataText.Of(paths[i]), paths.Length == 1, reports) ?? [];
            foreach (var text in texts)
            {
                cancellation.ThrowIfCancellationRequested();
                var alone = paths.Length == 1 && texts.Count == 1;
                if (Attempt(text.Name, () => Report(BarFile.InspectOne(text, zone, stated), cancellation), alone, reports) is { } report) reports.Add(report);
            }

            progress?.Report((i + 1.0) / paths.Length);
        }

        return reports;
    }

    private static string[] Paths(string path)
    {
        if (!Directory.Exists(path)) return [path];
        string[] files = [.. InputErrors.Guard(path, () => Directory.GetFiles(path)).Where(f => SymbolFiles.IsBarsName(Path.GetFileName(f))).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new AxflException("DataFolderEmpty", ErrorKind.Data,
            $"{path} has no file that ends in .csv, .txt, .gz or .zip: give the folder of the bars, or a file.") { Target = path };
    }

    // One strange file of a folder, or entry of an archive, does not hide the others.
    private static T? Attempt<T>(string name, Func<T> act, bool alone, List<DataReport> reports)
        where T : class
    {
        try
        {
            return InputErrors.Guard(name, act, BarFile.NotReadable);
        }
        catch (AxflException e) when (!alone)
        {
            reports.Add(new DataReport
            {
                Path = name, Symbol = GuessSymbol(name), Dialect = "unknown", Timezone = "", Interval = "", Bars = 0, Refusal = e.Message, Warnings = [e.Message],
            });
            return null;
        }
    }

    private static RowSteps StepsOf(BarFile file, CancellationToken cancellation)
    {
        var steps = new RowSteps();
        using var reader = file.Open();
        while (reader.TryRead(out var raw))
        {
            cancellation.ThrowIfCancellationRequested();
            if (raw.Error is null) steps.Take(raw);
        }

        return steps;
    }

    private static DataReport Report(BarFile file, CancellationToken cancellation)
    {
        var steps = StepsOf(file, cancellation);
        var usual = steps.Usual;
        var interval = RowSteps.IntervalOf(usual?.Step ?? EventTime.Minute);
        var symbol = GuessSymbol(file.Path);
        var instrument = symbol is null ? null : new Instrument(symbol, symbol[..3], symbol[3..], 0.0001, 5, 0);
        var tally = new DataTally();
        var filter = new BarFilter(interval);
        var gaps = new GapCounter(instrument, interval);
        var sanity = new BarSanity(instrument, interval, PriceLimits.Atr, 0);
        var share = new RejectedShare(file.Name, false);
        var fx = new FxWeek();
        var week = WeekEdges.Of(file.Zone, instrument, interval);
        var sizes = new SortedDictionary<int, (string Name, int Count)>();
        long first = long.MaxValue, last = long.MinValue, highestPrice = 0, rows = 0, weekend = 0;
        using var reader = file.Open();
        while (reader.TryRead(out var raw))
        {
            cancellation.ThrowIfCancellationRequested();
            rows++;
            var verdict = raw.Error is null ? filter.Take(raw.Bar) : default;
            if (raw.Error is not null || verdict > BarVerdict.Duplicate)
            {
                var reason = raw.Error ?? filter.Describe(verdict, raw.Bar);
                share.Reject(reader.CurrentFile, raw.Line, reason);
                tally.Reject(reader.CurrentFile ?? file.Name, raw.Line, reason, reader.CurrentText);
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
            week?.Take(raw.Bar.Time);
            if (fx.IsClosed(raw.Bar.Time)) weekend++;
            if (raw.IsCrossed) tally.Crossed++;
            var before = sanity.LastClose;
            if (!sanity.Take(raw.Bar) && usual is not null) tally.Suspicious(file.Name, raw.Line, BarSanity.Describe(raw.Bar, before), reader.CurrentText);
            if (gaps.Next(raw.Bar.Time) is > 0 and var missing && usual is not null) Count(sizes, missing);
        }

        var refusal = share.Refusal(rows) ?? NoBars(file, tally);
        return new DataReport
        {
            Path = file.Name,
            Symbol = symbol,
            Dialect = file.Dialect.Name,
            Timezone = file.Dialect.HasOffset ? "offset in file" : file.Zone.Id,
            Interval = usual is null ? "unknown" : interval.ToString(),
            Bars = tally.Bars,
            First = tally.Bars > 0 ? EventTime.ToDateTime(first) : null,
            Last = tally.Bars > 0 ? EventTime.ToDateTime(last) : null,
            Duplicates = tally.Duplicates,
            Rejected = tally.Rejected,
            WeekendBars = weekend,
            Crossed = tally.Crossed,
            Gaps = sizes.Values.Sum(s => s.Count),
            GapSizes = [.. sizes.Values.Select(s => new GapBucket(s.Name, s.Count))],
            LargestGaps = usual is null ? [] : [.. gaps.Largest.Select(g => new GapPlace(EventTime.ToDateTime(g.From), EventTime.ToDateTime(g.Until), g.Bars))],
            RejectedLines = tally.Lines,
            Refusal = refusal,
            Warnings = [.. refusal is null ? Array.Empty<string>() : [refusal], .. Warnings(file, usual is null ? null : interval, week, steps, highestPrice), .. Suspects(tally), .. Outside(tally.Bars, gaps.OutsideHours)],
        };
    }

    private static string? NoBars(BarFile file, DataTally tally) => tally.Bars > 0 ? null
        : tally.Rejected == 0 ? $"{file.Name} has a header but no rows."
        : $"{file.Name} has no bar: all {tally.Rejected} lines are rejected, the first is line {tally.Lines[0].Line}: {tally.Lines[0].Reason}.";

    private static void Count(SortedDictionary<int, (string Name, int Count)> sizes, long missing)
    {
        var (key, name) = missing switch { 1 => (1, "1"), < 12 => (2, "2-11"), < 288 => (3, "12-287"), _ => (4, "288+") };
        sizes[key] = (name, sizes.TryGetValue(key, out var had) ? had.Count + 1 : 1);
    }

    private static IEnumerable<string> Warnings(BarFile file, Interval? interval, WeekEdges? week, RowSteps steps, long highestPrice)
    {
        if (file.ZoneIsGuess)
        {
            yield return file.Zone.IsUtc ? "The file does not say its time zone: UTC is assumed."
                : $"The file does not say its time zone: {file.Zone.Id} is assumed, as in most archives of its vendor; those of some years are in another clock.";
        }

        if (file.RowSymbol is { } row && GuessSymbol(file.Path) is { } named && row != named) yield return $"The rows are of {row}, and the file's name says {named}.";
        if (week?.Advice() is { } advice) yield return advice;
        if (steps.FirstBack is { } back)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The rows are not in order of time: {steps.Descents} of them go back, the first in line {back.Line}, {EventTime.ToIso(back.Time)} after {EventTime.ToIso(back.After)}. Sort the file by time.");
        }

        if (interval is { } usual)
            foreach (var mixed in Mixed(usual, steps)) yield return mixed;

        if (highestPrice > 20_000)
            yield return string.Create(CultureInfo.InvariantCulture, $"Prices reach {highestPrice}: they look scaled (times 100,000?).");
    }

    private static IEnumerable<string> Mixed(Interval interval, RowSteps steps) => steps.Forward
        .Where(s => s.Value > steps.Ascents / 20 && s.Key != interval.Milliseconds)

        // A weekend is no step of its own, nor a weekend beside a holiday.
        .Where(s => interval.Minutes < 1440 || s.Key % EventTime.Day != 0 || s.Key > 5 * EventTime.Day)
        .OrderBy(s => s.Key)
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"Mixed intervals: {s.Value} steps of {s.Key / EventTime.Minute} minutes beside {interval}."));

    private static IEnumerable<string> Suspects(DataTally tally)
    {
        foreach (var line in tally.Suspects.Take(SuspectsNamed)) yield return $"{line.File}({line.Line}): {line.Reason}: {line.Text}";
        if (tally.Suspect > SuspectsNamed) yield return string.Create(CultureInfo.InvariantCulture, $"... and {tally.Suspect - SuspectsNamed} more bars like these.");
    }

    private static IEnumerable<string> Outside(long bars, long outside)
    {
        if (outside > bars / 100) yield return string.Create(CultureInfo.InvariantCulture,
            $"{outside} of {bars} bars lie outside trading hours (Sunday 17:00 to Friday 17:00 New York; metals rest 17:00 to 18:00): a replay trades them as given.");
    }

    private static string? GuessSymbol(string path) => GivenPath.SymbolIn(Path.GetFileName(path));
}
