using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Appends lines to a journal. Not for use from several threads, except <see cref="Sync"/>.</summary>
/// <remarks>A line is <c>{"n":number,"k":"kind",…,"h":"hash"}</c>. A line that cannot be written ends the run.</remarks>
internal sealed class JournalWriter : IJournal, IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly JournalChain _chain;
    private readonly JsonLine _line = new();
    private readonly byte[] _tail = new byte[JournalChain.TailLength + 1];

    private JournalWriter(string path, FileStream stream, JournalChain chain)
    {
        _path = path;
        _stream = stream;
        _chain = chain;
        _tail[^1] = (byte)'\n';
    }

    /// <summary>Lines so far.</summary>
    public long Lines => _chain.Lines;

    /// <summary>Makes a journal.</summary>
    /// <exception cref="AxflException">The file exists or cannot be made.</exception>
    public static JournalWriter Create(string path) => new(path, Open(path, FileMode.CreateNew), new JournalChain());

    /// <summary>Goes on with a journal after its last whole line; what is torn behind it is cut.</summary>
    /// <param name="path">The file.</param>
    /// <param name="chain">Chain at its last whole line.</param>
    /// <param name="length">Bytes up to its end.</param>
    public static JournalWriter Continue(string path, JournalChain chain, long length)
    {
        var stream = Open(path, FileMode.Open);
        return OutputErrors.Guard(path, () =>
        {
            stream.SetLength(length);
            stream.Seek(0, SeekOrigin.End);
            return new JournalWriter(path, stream, chain);
        });
    }

    /// <inheritdoc/>
    public Utf8JsonWriter Begin(string kind)
    {
        _line.Restart();
        var json = _line.Writer;
        json.WriteStartObject();
        json.WriteNumber("n"u8, _chain.Lines + 1);
        json.WriteString("k"u8, kind);
        return json;
    }

    /// <inheritdoc/>
    public void End() => Write(_line.Finish());

    private void Write(ReadOnlySpan<byte> text)
    {
        _chain.Seal(text, _tail.AsSpan(0, JournalChain.TailLength));
        try
        {
            _stream.Write(text);
            _stream.Write(_tail);
        }
        catch (IOException e)
        {
            throw OutputErrors.NotWritable(_path, e);
        }
    }

    /// <summary>Adds a line whose members were made before: a result that a killed process had no time to write.</summary>
    public void Append(ReadOnlySpan<byte> members)
    {
        var number = System.Text.Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"n\":{_chain.Lines + 1},"));
        Write([.. number, .. members]);
    }

    /// <summary>Gives all lines to the operating system: they survive the end of this process.</summary>
    public void Flush() => OutputErrors.Guard(_path, () =>
    {
        _stream.Flush();
    });

    /// <summary>Waits until what the operating system has is on the disk: it survives the end of the machine. From any thread.</summary>
    public void Sync() => OutputErrors.Guard(_path, () =>
    {
        RandomAccess.FlushToDisk(_stream.SafeFileHandle);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        OutputErrors.Guard(_path, () =>
        {
            _stream.Dispose();
        });
    }

    private static FileStream Open(string path, FileMode mode) => OutputErrors.Guard(path, () =>
        new FileStream(path, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 64 * 1024));
}
