using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Files;
using Axfl.Data.Markets;

namespace Axfl.Data.Dialects;

/// <summary>Finds a file's dialect from its first lines.</summary>
internal static class DialectDetector
{
    private static string HowToState => $"State it: {Spelling.Of("Columns")} time,open,high,low,close,volume and {Spelling.Of("TimeFormat")} 'dd/MM/yyyy HH:mm' (keys data_columns, data_time_format).";

    // HistData's archives of most years; those of some are written in other clocks.
    private static readonly DataZone HistData = DataZone.Find("America/New_York");

    /// <summary>The dialect.</summary>
    /// <param name="file">Text of the file; some vendors put the date into the name.</param>
    /// <param name="lines">The first lines that are not empty, with their numbers; at least one.</param>
    /// <param name="stated">What is stated of the layout; null: nothing.</param>
    /// <exception cref="AxflException">None fits.</exception>
    public static Dialect Detect(DataText file, IReadOnlyList<TextLine> lines, StatedLayout? stated)
    {
        if (stated is null && lines[0].Text.TrimStart() is ['{' or '[', ..]) throw Unknown(file, lines[0]);
        var quotedTabs = lines[0].Text.Contains('\t', StringComparison.Ordinal) && lines[0].Text.StartsWith('"');
        var clean = quotedTabs ? [.. lines.Select(l => l.Text.Trim('"'))] : lines.Select(l => l.Text).ToArray();
        var delimiter = Delimiter(clean[0]);
        string[][] rows = [.. clean.Select(l => QuotedFields.Of(l, delimiter))];
        var dialect = stated?.Columns.Count > 0 ? Stated(file, lines, rows, delimiter, stated)
            : IsHeader(rows[0]) ? WithHeader(file, lines, rows, delimiter, stated?.Form)
            : WithoutHeader(file, lines, rows, delimiter, stated?.Form) ?? QuotesOfDay(file, rows[0]);
        if (dialect is null) throw Unknown(file, lines[0]);
        RefuseMoreFieldsThanColumns(file, lines, rows, dialect);

        // The canonical reader knows no quotes.
        var quoted = dialect.Name == "canonical" && clean.Any(l => l.Contains('"', StringComparison.Ordinal));
        return dialect with
        {
            QuotedTabs = quotedTabs,
            Name = quoted ? "columns" : dialect.Name,
            DecimalComma = delimiter != ',' && rows.Any(r => dialect.Prices.All(p => p < r.Length && r[p].Contains(',', StringComparison.Ordinal) && !r[p].Contains('.', StringComparison.Ordinal))),
        };
    }

    private static char Delimiter(string line) => line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    // A first line with letters that begins with no time; of a row that begins with its symbol the other fields are numbers.
    private static bool IsHeader(string[] first) =>
        first.Any(f => f.Any(char.IsAsciiLetter)) && TimeForm.Of(first[0]) is null && first.Count(IsNumber) < 4;

    private static Dialect? WithHeader(DataText file, IReadOnlyList<TextLine> lines, string[][] rows, char delimiter, TimeForm? stated)
    {
        var names = new ColumnNames(rows[0]);
        if (names.Time < 0 || !names.HasPrices) return null;
        if (ColumnNames.Twice(rows[0]) is { } twice) throw Unfit(file, lines[0], $"two columns are named '{twice}': nothing says which is meant. " + HowToState);
        var (_, sides) = names.Prices;
        var (form, open, hasOffset) = FormOf(file, [.. lines.Skip(1)], rows.Skip(1), names.Time, names.TimeOfDay, stated);
        var name = names[names.Time];
        var isUtc = name.Contains("gmt", StringComparison.Ordinal) || name.Contains("utc", StringComparison.Ordinal);
        var zone = ColumnNames.ZoneIn(rows[0][names.Time]);
        var canonical = sides is null && delimiter == ',' && form.IsIso && names.TimeOfDay < 0 && names.Time == 0 && names.Mid is [1, 2, 3, 4]
            && (rows[0].Length == 5 || (rows[0].Length == 6 && names.IsVolume(5)));
        return Layout(names, rows[0].Length, form) with
        {
            Name = canonical ? "canonical" : sides is not null ? "bidask" : name is "gmttime" or "localtime" || zone is not null ? "dukascopy"
                : names.Has("tickvol") || rows[0][0].StartsWith("<DATE>", StringComparison.OrdinalIgnoreCase) ? "metatrader"
                : delimiter == ';' && name == "datetime" ? "twelvedata" : "columns",
            Delimiter = delimiter,
            HasHeader = true,
            IsOrderOpen = open,
            HasOffset = hasOffset,
            Zone = zone ?? DataZone.Utc,
            ZoneIsGuess = !hasOffset && !isUtc && zone is null,
        };
    }

    private static Dialect Layout(ColumnNames names, int columns, TimeForm form) => new()
    {
        Name = "columns",
        Delimiter = ',',
        HasHeader = true,
        Columns = columns,
        Time = names.Time,
        TimeOfDay = names.TimeOfDay,
        Form = form,
        Prices = names.Prices.Prices,
        Sides = names.Prices.Sides,
        Volume = names.Volume,
        Symbol = names.Symbol,
    };

    private static Dialect? Stated(DataText file, IReadOnlyList<TextLine> lines, string[][] rows, char delimiter, StatedLayout stated)
    {
        var names = new ColumnNames(stated.Columns);

        // A first line whose prices are none is a header, whatever it says.
        var header = !names.Prices.Prices.All(p => p < rows[0].Length && IsNumber(rows[0][p].Replace(',', '.')));
        var skip = header ? 1 : 0;
        var (form, open, hasOffset) = FormOf(file, [.. lines.Skip(skip)], rows.Skip(skip), names.Time, names.TimeOfDay, stated.Form);
        return Layout(names, stated.Columns.Count, form) with
        {
            Name = "stated",
            Delimiter = delimiter,
            HasHeader = header,
            IsOrderOpen = open,
            HasOffset = hasOffset,
            ZoneIsGuess = !hasOffset,
        };
    }

    private static Dialect? WithoutHeader(DataText file, IReadOnlyList<TextLine> lines, string[][] rows, char delimiter, TimeForm? stated)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            for (var ticker = 0; ticker <= 1; ticker++)
            {
                if (ticker == 1 && !(rows[i][0].Length > 0 && char.IsAsciiLetter(rows[i][0][0]))) continue;
                if (Positions(rows[i], ticker, stated) is not { } at) continue;
                return OfPositions(file, [.. lines.Skip(i)], rows[i..], delimiter, at, stated);
            }
        }

        return null;
    }

    private static Dialect OfPositions(
        DataText file, IReadOnlyList<TextLine> lines, string[][] rows, char delimiter, (int Time, int TimeOfDay, int Open) at, TimeForm? stated)
    {
        var (form, open, hasOffset) = FormOf(file, lines, rows, at.Time, at.TimeOfDay, stated);
        var first = rows[0];
        var volume = at.Open + 4 < first.Length && IsNumber(first[at.Open + 4]) ? at.Open + 4 : -1;
        var text = first[at.Time];
        var histdata = at.TimeOfDay < 0 && text.Length is 13 or 15 && text[8] == ' ' && !text.Contains(':', StringComparison.Ordinal);
        var canonical = delimiter == ',' && form.IsIso && at is (0, -1, 1) && (first.Length == 5 || (first.Length == 6 && volume == 5));
        return new Dialect
        {
            Name = canonical ? "canonical" : histdata ? "histdata" : text.Length >= 10 && text[4] == '.' ? "metatrader" : "columns",
            Delimiter = delimiter,
            HasHeader = false,
            Columns = first.Length,
            Time = at.Time,
            TimeOfDay = at.TimeOfDay,
            Form = form,
            IsOrderOpen = open,
            Prices = [at.Open, at.Open + 1, at.Open + 2, at.Open + 3],
            Volume = volume,
            Symbol = at.Time > 0 ? at.Time - 1 : -1,
            HasOffset = hasOffset,
            Zone = histdata ? HistData : DataZone.Utc,
            ZoneIsGuess = !hasOffset,
        };
    }

    // Where time and prices stand in a row: a time and four numbers behind it, or date, time of day and four numbers.
    private static (int Time, int TimeOfDay, int Open)? Positions(string[] fields, int first, TimeForm? stated)
    {
        bool Prices(int at) => at + 4 <= fields.Length && fields.AsSpan(at, 4).ToArray().All(f => IsNumber(f.Replace(',', '.')));
        bool IsTime(string text) => stated?.Fits(text) ?? TimeForm.Of(text) is not null;
        if (first + 6 <= fields.Length && Prices(first + 2) && IsTimeOfDay(fields[first + 1], fields[first + 2]) && IsTime(fields[first] + " " + fields[first + 1]))
            return (first, first + 1, first + 2);
        return first < fields.Length && Prices(first + 1) && IsTime(fields[first]) ? (first, -1, first + 1) : null;
    }

    // 07:05, or 070500 before a price with a point: digits alone could be a price themselves.
    private static bool IsTimeOfDay(string text, string price) => text.Contains(':', StringComparison.Ordinal)
        || (text.Length is >= 1 and <= 6 && text.All(char.IsAsciiDigit) && price.Contains('.', StringComparison.Ordinal));

    // The form of a column of times, whether the order of day and month is open, and whether the texts say their offset.
    private static (TimeForm Form, bool IsOpen, bool HasOffset) FormOf(
        DataText file, IReadOnlyList<TextLine> lines, IEnumerable<string[]> rows, int time, int timeOfDay, TimeForm? stated)
    {
        string[] texts = [.. rows.Select(r => Text(r, time, timeOfDay) ?? "")];
        if (texts.Length == 0) return (stated ?? TimeForm.Iso, false, false);
        var at = Array.FindIndex(texts, t => (stated ?? TimeForm.Of(t)) is { } f && f.Fits(t));
        if (at < 0)
        {
            throw Unfit(file, lines[0], $"the time '{Cut(texts[0])}' cannot be read"
                + (stated is null ? ": it has none of the usual formats. " : " in the stated format. ") + HowToState);
        }

        var form = stated ?? TimeForm.Of(texts[at])!;
        var open = stated is null && form is WrittenForm && WrittenForm.IsOpen(texts[at]);
        if (stated is null && form is WrittenForm written && timeOfDay >= 0)
            form = WrittenForm.Of(written.Order, rows.Any(r => timeOfDay < r.Length && r[timeOfDay].Length is 5 or 6 && r[timeOfDay].All(char.IsAsciiDigit)));
        form.TryRead(texts[at], out _, out var hasOffset);
        return (form, open, hasOffset);
    }

    private static void RefuseMoreFieldsThanColumns(DataText file, IReadOnlyList<TextLine> lines, string[][] rows, Dialect dialect)
    {
        bool HasMore(string[] row) => row.Length > dialect.Columns && row.Skip(dialect.Columns).Any(f => f.Length > 0);
        var first = dialect.HasHeader ? 1 : 0;
        var count = rows.Skip(first).Count(HasMore);
        if (count > 0 && count * 2 >= rows.Length - first)
        {
            var at = Array.FindIndex(rows, first, r => HasMore(r));
            throw new AxflException("DataFieldsTooMany", ErrorKind.Data,
                $"{file.Name}({lines[at].Number}): the line has {rows[at].Length} fields where {(dialect.HasHeader ? "the header names" : "the layout has")} {dialect.Columns}: "
                + $"'{Cut(lines[at].Text)}'. If its decimals are commas, export it with points, or with ';' between the fields; if columns are missing from the header, name them all with {Spelling.Of("Columns")}.")
            { Target = file.Path, Line = lines[at].Number };
        }

        // Without a header 1,0850,1,0857,1,0850,1,0856 is nine fields of whole numbers.
        if (dialect.HasHeader || dialect.Delimiter != ',' || dialect.Sides is not null || dialect.Prices[0] + 8 > dialect.Columns) return;
        if (!rows.All(r => r.Length < dialect.Prices[0] + 8 || r.Skip(dialect.Prices[0]).Take(8).All(f => f.Length > 0 && f.All(char.IsAsciiDigit)))) return;
        throw new AxflException("DataDecimalCommas", ErrorKind.Data,
            $"{file.Name}({lines[0].Number}): the prices look like numbers with a decimal comma between commas: '{Cut(lines[0].Text)}'. "
            + $"Export them with points, or with ';' between the fields; if these are whole numbers, name the columns with {Spelling.Of("Columns")}.")
        { Target = file.Path, Line = lines[0].Number };
    }

    // Milliseconds of the day, bid and ask; the date begins the file's name (the layout of QuantConnect's LEAN).
    private static Dialect? QuotesOfDay(DataText file, string[] fields)
    {
        if (fields.Length != 11 || !fields[0].All(char.IsAsciiDigit)) return null;
        foreach (var name in new[] { Path.GetFileName(file.Entry ?? file.Path), Path.GetFileName(file.Path) })
        {
            if (name.Length < 8 || !DateTime.TryParseExact(name.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) continue;
            return new Dialect
            {
                Name = "lean",
                Delimiter = ',',
                HasHeader = false,
                Columns = fields.Length,
                Time = 0,
                Form = new OfDayForm(EventTime.FromDateTime(date)),
                Prices = [1, 2, 3, 4],
                Sides = new SideColumns([1, 2, 3, 4], [6, 7, 8, 9], false),
                ZoneIsGuess = true,
            };
        }

        return null;
    }

    private static string? Text(string[] fields, int time, int timeOfDay) =>
        time >= fields.Length || timeOfDay >= fields.Length ? null : timeOfDay < 0 ? fields[time] : fields[time] + " " + fields[timeOfDay];

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Cut(string text) => text.Length > 100 ? text[..100] : text;

    private static AxflException Unfit(DataText file, TextLine line, string what) => new("DataDialectUnknown", ErrorKind.Data,
        $"{file.Name}({line.Number}): {what}") { Target = file.Path, Line = line.Number };

    private static AxflException Unknown(DataText file, TextLine line) => Unfit(file, line,
        $"no known layout of bars: '{Cut(line.Text)}'. Expected a header with a time and open, high, low and close, or rows of a time (and a time of day) and four prices. " + HowToState);
}
