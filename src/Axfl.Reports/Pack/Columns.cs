using System.Buffers;
using System.Text.Json;

namespace Axfl.Reports.Pack;

/// <summary>Rows as columns of numbers: JSON, gzip, base64. A column whose name ends with <c>~</c> holds differences to the row before.</summary>
/// <param name="rows">Number of rows; each column has as many.</param>
internal sealed class Columns(int rows)
{
    private readonly List<(string Name, Action<Utf8JsonWriter> Write)> _columns = [];

    /// <summary>A column of whole numbers, or null where there is none.</summary>
    public Columns Add(string name, Func<int, long?> value)
    {
        var column = new long?[rows];
        for (var i = 0; i < rows; i++) column[i] = value(i);
        return Add(name, json =>
        {
            foreach (var number in column)
            {
                if (number is { } n) json.WriteNumberValue(n);
                else json.WriteNullValue();
            }
        });
    }

    /// <summary>A column of differences.</summary>
    /// <param name="name">Its name without the <c>~</c>.</param>
    /// <param name="value">The value of a row; never null.</param>
    public Columns AddDelta(string name, Func<int, long> value) => Add(name + "~", json =>
    {
        var before = 0L;
        for (var i = 0; i < rows; i++)
        {
            var now = value(i);
            json.WriteNumberValue(now - before);
            before = now;
        }
    });

    /// <summary>A column of plain numbers, or null where there is none.</summary>
    public Columns AddNumbers(string name, Func<int, double?> value) => Add(name, json =>
    {
        for (var i = 0; i < rows; i++)
        {
            if (value(i) is { } n && double.IsFinite(n)) json.WriteNumberValue(n);
            else json.WriteNullValue();
        }
    });

    /// <summary>The columns, packed.</summary>
    public string Pack()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("n", rows);
            json.WriteStartObject("columns");
            foreach (var (name, write) in _columns)
            {
                json.WriteStartArray(name);
                write(json);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Squeezed.Of(buffer.WrittenSpan);
    }

    private Columns Add(string name, Action<Utf8JsonWriter> write)
    {
        _columns.Add((name, write));
        return this;
    }
}
