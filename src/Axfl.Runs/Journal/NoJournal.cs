using System.Text.Json;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>Forgets every line.</summary>
internal sealed class NoJournal : IJournal, IDisposable
{
    private readonly JsonLine _line = new();

    /// <inheritdoc/>
    public Utf8JsonWriter Begin(string kind)
    {
        _line.Restart();
        _line.Writer.WriteStartObject();
        return _line.Writer;
    }

    /// <inheritdoc/>
    public void End() => _line.Finish();

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
