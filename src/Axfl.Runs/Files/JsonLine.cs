using System.Buffers;
using System.Text.Json;

namespace Axfl.Runs.Files;

/// <summary>A reused buffer in which one line of JSON is written.</summary>
internal sealed class JsonLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>A writer at the beginning of a line.</summary>
    public JsonLine() =>
        Writer = new Utf8JsonWriter(_buffer, ReadableJson.Options());

    /// <summary>The writer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Starts a new line.</summary>
    public void Restart()
    {
        _buffer.ResetWrittenCount();
        Writer.Reset();
    }

    /// <summary>The line written since the restart; valid until the next.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        Writer.Flush();
        return _buffer.WrittenSpan;
    }

    /// <inheritdoc/>
    public void Dispose() => Writer.Dispose();
}
