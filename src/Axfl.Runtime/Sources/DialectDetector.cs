using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Finds a file's dialect from its first lines.</summary>
internal static class DialectDetector
{
    private static readonly string[] Formats =
    [
        "yyyyMMdd HHmmss", "yyyyMMdd HHmm", "yyyyMMdd HH:mm:ss", "yyyyMMdd HH:mm", "yyyy.MM.dd HH:mm:ss", "yyyy.MM.dd HH:mm", "dd.MM.yyyy HH:mm:ss.fff", "dd.MM.yyyy HH:mm:ss",
    ];

    private static readonly string[][] PriceNames = [["open", "o"], ["high", "h"], ["low", "l"], ["close", "c"]];

    /// <summary>The dialect.</summary>
    /// <param name="path">Path, for errors; some vendors put the date into the name.</param>
    /// <param name="entry">Entry of an archive; null: none.</param>
    /// <param name="lines">The first lines that are not empty, without byte-order mark; at least one.</param>
    /// <exception cref="AxflException">None fits.</exception>
    public static Dialect Detect(string path, string? entry, IReadOnlyList<string> lines)
    {
        if (lines[0].TrimStart() is ['{' or '[', ..]) throw Unknown(path, lines[0]);
        var quotedTabs = lines[0].Contains('\t', StringComparison.Ordinal) && lines[0].StartsWith('"');
        var clean = quotedTabs ? [.. lines.Select(l => l.Trim('"'))] : lines;
        var delimiter = Delimiter(clean[0]);
        var first = Fields(clean[0], delimiter);
        var dialect = first[0].Any(char.IsAsciiLetter) && !LooksLikeTime(first[0])
            ? WithHeader(clean, delimiter) : clean.Select(l => WithoutHeader(Fields(l, delimiter), delimiter)).FirstOrDefault(d => d is not null);
        dialect ??= QuotesOfDay(Path.GetFileName(entry ?? path), Path.GetFileName(path), first);
        if (dialect is null) throw Unknown(path, lines[0]);

        // The canonical reader knows no quotes.
        var quoted = dialect.Name == "canonical" && lines.Any(l => l.Contains('"', StringComparison.Ordinal));
        return dialect with { QuotedTabs = quotedTabs, Name = quoted ? "columns" : dialect.Name };
    }

    private static string[] Fields(string line, char delimiter) => [.. line.Split(delimiter).Select(f => f.Trim('"', ' '))];

    // Milliseconds of the day, bid and ask; the date begins the file's name (the layout of QuantConnect's LEAN).
    private static Dialect? QuotesOfDay(string entry, string file, string[] fields)
    {
        if (fields.Length != 11 || !fields[0].All(char.IsAsciiDigit)) return null;
        foreach (var name in new[] { entry, file })
        {
            if (name.Length < 8 || !DateTime.TryParseExact(name.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) continue;
            return new Dialect
            {
                Name = "lean",
                Delimiter = ',',
                HasHeader = false,
                Time = 0,
                DayStart = EventTime.FromDateTime(date),
                Prices = [1, 2, 3, 4],
                Ask = [6, 7, 8, 9],
                ZoneIsGuess = true,
            };
        }

        return null;
    }

    private static char Delimiter(string line) => line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    private static Dialect? WithHeader(IReadOnlyList<string> lines, char delimiter)
    {
        var names = Fields(lines[0], delimiter).Select(Clean).ToArray();
        var time = Find(names, "time", "datetime", "date", "timestamp", "gmttime", "localtime", "utc", "opentime");
        if (time < 0) return null;
        var timeOfDay = names[time] == "date" ? Find(names, "time") : -1;
        int[] single = [.. PriceNames.Select(p => Find(names, p))];
        int[] bid = [.. PriceNames.Select(p => Find(names, "bid" + p[0], "bid" + p[1], p[0] + "bid"))];
        int[] ask = [.. PriceNames.Select(p => Find(names, "ask" + p[0], "ask" + p[1], p[0] + "ask"))];
        int[] mid = [.. PriceNames.Select(p => Find(names, "mid" + p[0], "mid" + p[1], p[0] + "mid"))];
        var sided = !bid.Contains(-1) && !ask.Contains(-1);
        if (!sided && single.Contains(-1)) return null;
        string[] texts = [.. lines.Skip(1).Select(l => Text(Fields(l, delimiter), time, timeOfDay)).OfType<string>()];
        var text = texts.FirstOrDefault(LooksLikeTime);
        if (text is null && texts.Length > 0) return null;
        var format = text is null || LooksIso(text) ? null : FormatOf(text);
        var canonical = !sided && delimiter == ',' && format is null && timeOfDay < 0 && time == 0 && single is [1, 2, 3, 4] && names.Length <= 6;
        var gmt = names[time] == "gmttime";
        var meta = names.Contains("tickvol") || lines[0].StartsWith("<DATE>", StringComparison.OrdinalIgnoreCase);
        return new Dialect
        {
            Name = canonical ? "canonical" : sided ? "bidask" : gmt ? "dukascopy" : meta ? "metatrader" : delimiter == ';' && names[time] == "datetime" ? "twelvedata" : "columns",
            Delimiter = delimiter,
            HasHeader = true,
            Time = time,
            TimeOfDay = timeOfDay,
            TimeFormat = format,
            Prices = sided ? bid : single,
            Ask = sided ? ask : null,
            Mid = sided && !mid.Contains(-1) ? mid : null,
            Volume = Find(names, "volume", "tickvolume", "tickvol", "vol", "v"),
            HasOffset = text is not null && HasOffset(text),
            ZoneIsGuess = !gmt && text is not null && !HasOffset(text),
        };
    }

    private static Dialect? WithoutHeader(string[] fields, char delimiter)
    {
        if (fields.Length >= 5 && FormatOf(fields[0]) is { } format && format.StartsWith("yyyyMMdd ", StringComparison.Ordinal))
        {
            return new Dialect
            {
                Name = "histdata",
                Delimiter = delimiter,
                HasHeader = false,
                Time = 0,
                TimeFormat = format,
                Prices = [1, 2, 3, 4],
                Volume = fields.Length > 5 ? 5 : -1,
                Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
            };
        }

        if (fields.Length >= 6 && FormatOf(fields[0] + " " + fields[1]) is { } split)
        {
            return new Dialect
            {
                Name = split.StartsWith("yyyy.", StringComparison.Ordinal) ? "metatrader" : "columns",
                Delimiter = delimiter,
                HasHeader = false,
                Time = 0,
                TimeOfDay = 1,
                TimeFormat = split,
                Prices = [2, 3, 4, 5],
                Volume = fields.Length > 6 ? 6 : -1,
                ZoneIsGuess = true,
            };
        }

        if (fields.Length < 5 || !LooksIso(fields[0])) return null;
        return new Dialect
        {
            Name = delimiter == ',' && fields.Length <= 6 ? "canonical" : "columns",
            Delimiter = delimiter,
            HasHeader = false,
            Time = 0,
            Prices = [1, 2, 3, 4],
            Volume = fields.Length > 5 ? 5 : -1,
            HasOffset = HasOffset(fields[0]),
            ZoneIsGuess = !HasOffset(fields[0]),
        };
    }

    private static string Clean(string name) => new([.. name.ToLowerInvariant().Where(char.IsAsciiLetter)]);

    private static int Find(string[] names, params string[] wanted) => Array.FindIndex(names, n => wanted.Contains(n));

    private static string? Text(string[] fields, int time, int timeOfDay) =>
        time >= fields.Length || timeOfDay >= fields.Length ? null : timeOfDay < 0 ? fields[time] : fields[time] + " " + fields[timeOfDay];

    private static string? FormatOf(string text) =>
        Formats.FirstOrDefault(f => DateTime.TryParseExact(text, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static bool LooksIso(string text) => text.Length >= 10 && text[4] == '-' && EventTime.TryParseIso(text, out _);

    private static bool LooksLikeTime(string text) => LooksIso(text) || FormatOf(text) is not null;

    private static bool HasOffset(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 9;

    private static AxflException Unknown(string path, string line) => new("DataDialectUnknown", ErrorKind.Data,
        $"{path}(1): no known layout of bars: '{(line.Length > 100 ? line[..100] : line)}'. Expected a header such as time,open,high,low,close,volume, or a "
        + "HistData, MetaTrader, Dukascopy or Twelve Data export with open, high, low and close.")
    { Target = path };
}
