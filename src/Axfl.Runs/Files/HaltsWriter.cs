using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Runs.Files;

/// <summary>Writes halts.jsonl: a line as a halt begins, one as it ends.</summary>
internal sealed class HaltsWriter(string path) : IDisposable
{
    private const int Decimals = 4;

    private readonly LineFile _file = new(path);
    private readonly JsonLine _line = new();

    /// <summary>Adds one.</summary>
    public void Append(in HaltRecord halt)
    {
        _line.Restart();
        var json = _line.Writer;
        json.WriteStartObject();
        json.WriteString("time", EventTime.ToIso(halt.Time));
        json.WriteString("halt", halt.Kind.Name);
        if (halt.Strategy.Length > 0) json.WriteString("strategy", halt.Strategy);
        else json.WriteNull("strategy");
        json.WriteBoolean("on", halt.Began);
        json.WriteDecimal("value", halt.Value, Decimals);
        json.WriteDecimal("limit", halt.Limit, Decimals);
        json.WriteEndObject();
        _file.Append(_line.Finish());
    }

    /// <summary>Gives everything to the operating system.</summary>
    public void Flush() => _file.Flush();

    /// <summary>Holds the file against what was written.</summary>
    public void Verify() => _file.Written.Verify();

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        _file.Dispose();
    }
}
