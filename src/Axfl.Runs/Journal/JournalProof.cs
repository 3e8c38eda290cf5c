using System.Globalization;
using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>Takes the results of a run that is folded again and holds each against the journal: the same inputs must give the same results.</summary>
/// <param name="reader">Reads the journal, for errors.</param>
internal sealed class JournalProof(JournalReader reader) : IJournal, IDisposable
{
    private readonly JsonLine _line = new();
    private readonly Queue<byte[]> _made = new();

    /// <summary>Results made that the journal has not shown yet, in order: after the last line, those the run was stopped before writing.</summary>
    public IReadOnlyCollection<byte[]> Made => _made;

    /// <inheritdoc/>
    public Utf8JsonWriter Begin(string kind)
    {
        _line.Restart();
        _line.Writer.WriteStartObject();
        _line.Writer.WriteString("k"u8, kind);
        return _line.Writer;
    }

    /// <inheritdoc/>
    public void End() => _made.Enqueue(_line.Finish()[1..].ToArray());

    /// <summary>A result as the journal has it: it must be the next one made.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number.</param>
    /// <exception cref="AxflException">It is another (<c>JournalDisagrees</c>).</exception>
    public void Compare(ReadOnlySpan<byte> line, long number)
    {
        var written = line[(line.IndexOf((byte)',') + 1)..^JournalChain.TailLength];
        if (_made.TryDequeue(out var made) && written.SequenceEqual(made)) return;
        throw Disagrees(number, Encoding.UTF8.GetString(written), made is null ? "nothing" : Encoding.UTF8.GetString(made));
    }

    /// <summary>An input follows: every result before it must have been shown.</summary>
    /// <exception cref="AxflException">One is missing.</exception>
    public void ExpectNone(long number)
    {
        if (_made.TryPeek(out var made)) throw Disagrees(number, "nothing", Encoding.UTF8.GetString(made));
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private AxflException Disagrees(long number, string written, string made) => new("JournalDisagrees", ErrorKind.Data, string.Create(
        CultureInfo.InvariantCulture,
        $"{reader.Path}: the inputs before line {number} of the journal now give {made}, where it says {written}. The run was made by another version of Axfl or of a strategy; go on with that one, or start a new run."))
    {
        Target = reader.Path,
        Line = number,
    };
}
