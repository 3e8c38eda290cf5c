using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Data.Dialects;

/// <summary>A layout of bars that is stated instead of detected: what stands in which column, and how times are written.</summary>
public sealed record StatedLayout
{
    /// <summary>Names of the columns in their order; empty: detected. A name that means nothing here is a column to pass over.</summary>
    public IReadOnlyList<string> Columns { get; private init; } = [];

    /// <summary>Form of times; null: detected.</summary>
    public TimeForm? Form { get; private init; }

    /// <summary>The layout of two texts.</summary>
    /// <param name="columns">Names separated by commas: <c>time,open,high,low,close,volume</c>; null: detected.</param>
    /// <param name="timeFormat"><c>iso</c>, <c>unix</c>, <c>unix_ms</c> or a pattern such as <c>dd/MM/yyyy HH:mm</c>; null: detected.</param>
    /// <returns>Null when nothing is stated.</returns>
    /// <exception cref="AxflException">A text is no such thing.</exception>
    public static StatedLayout? Of(string? columns, string? timeFormat)
    {
        if (columns is not null && FaultOfColumns(columns) is { } fault)
            throw new AxflException("DataColumnsInvalid", ErrorKind.Configuration, $"The list of columns '{columns}' ({Spelling.Of("Columns")}, data_columns) {fault}") { Target = columns };
        if (timeFormat is not null && FaultOfTimeFormat(timeFormat) is { } unfit)
            throw new AxflException("DataTimeFormatInvalid", ErrorKind.Configuration, $"The time format '{timeFormat}' ({Spelling.Of("TimeFormat")}, data_time_format) {unfit}") { Target = timeFormat };
        return columns is null && timeFormat is null ? null
            : new StatedLayout { Columns = columns is null ? [] : Names(columns), Form = timeFormat is null ? null : FormOf(timeFormat) };
    }

    /// <summary>What is wrong with a list of columns; null: nothing.</summary>
    public static string? FaultOfColumns(string columns)
    {
        var names = Names(columns);
        if (ColumnNames.Twice(names) is { } twice) return $"has '{twice}' twice: name each column once.";
        string[] missing = [.. ColumnNames.Missing(names)];
        return missing.Length == 0 ? null
            : $"has no {string.Join(", ", missing)}. Name the file's columns in their order, like time,open,high,low,close,volume; '-' skips one.";
    }

    /// <summary>What is wrong with a form of times; null: nothing.</summary>
    public static string? FaultOfTimeFormat(string format)
    {
        if (format is "iso" or "unix" or "unix_ms") return null;
        const string Forms = "use iso, unix (seconds), unix_ms, or a pattern such as dd/MM/yyyy HH:mm:ss (d day, M month, y year, H hour, m minute, s second, zzz offset).";
        try
        {
            // A form that can be used gives a time back to the minute, or to the day.
            var time = new DateTimeOffset(2013, 11, 23, 17, 48, 0, TimeSpan.Zero);
            var text = time.ToString(format, CultureInfo.InvariantCulture);
            return new PatternForm(format).Fits(text) && new PatternForm(format).TryRead(text, out var read, out _)
                && (read == time.ToUnixTimeMilliseconds() || (read == new DateTimeOffset(time.Date, TimeSpan.Zero).ToUnixTimeMilliseconds() && format.IndexOfAny(['H', 'h', 'm']) < 0))
                ? null : "does not say the year, month and day, and hour and minute (24 hours: H, or h with tt): " + Forms;
        }
        catch (FormatException)
        {
            return "is not a format of times: " + Forms;
        }
    }

    private static TimeForm FormOf(string format) => format switch
    {
        "iso" => TimeForm.Iso,
        "unix" => UnixForm.Seconds,
        "unix_ms" => UnixForm.Milliseconds,
        _ => new PatternForm(format),
    };

    private static string[] Names(string columns) => columns.Split(',', StringSplitOptions.TrimEntries);
}
