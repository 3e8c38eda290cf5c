using System.Globalization;
using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>Appends lines to a journal. One thread begins and ends lines and cuts; <see cref="Flush"/> and <see cref="Sync"/> are for any.</summary>
/// <remarks>A line is <c>{"n":number,"k":"kind",…,"h":"hash"}</c>. A line that cannot be written ends the run.</remarks>
internal sealed class JournalWriter : IJournal, IDisposable
{
    private readonly JournalChain _chain;
    private readonly JsonLine _line = new();
    private readonly byte[] _tail = new byte[JournalChain.TailLength + 1];
    private volatile JournalFile _file;

    private JournalWriter(JournalFile file, JournalChain chain)
    {
        _file = file;
        _chain = chain;
        _tail[^1] = (byte)'\n';
    }

    /// <summary>Lines so far.</summary>
    public long Lines => _chain.Lines;

    /// <summary>Bytes of the segment so far.</summary>
    public long Length => _file.Length;

    /// <summary>Chain up to the last line.</summary>
    public JournalChain Chain => _chain;

    /// <summary>Makes a journal.</summary>
    /// <exception cref="AxflException">The file exists or cannot be made.</exception>
    public static JournalWriter Create(string path)
    {
        var chain = new JournalChain();
        OutputErrors.Guard(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        return new JournalWriter(new JournalFile(path, FileMode.CreateNew, chain, 0), chain);
    }

    /// <summary>Goes on with a journal after its last whole line; what is torn behind it is cut.</summary>
    /// <param name="path">The segment.</param>
    /// <param name="chain">Chain at its last whole line.</param>
    /// <param name="length">Bytes up to its end.</param>
    public static JournalWriter Continue(string path, JournalChain chain, long length) =>
        new(new JournalFile(path, FileMode.Open, chain, length), chain);

    /// <summary>Goes on in another file, when what was written so far is on the disk.</summary>
    /// <param name="path">The next segment, a new file.</param>
    public void GoOnIn(string path)
    {
        var last = _file;
        last.Sync();
        OutputErrors.Guard(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        _file = new JournalFile(path, FileMode.CreateNew, _chain, 0);
        last.Dispose();
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

    /// <summary>Adds a line whose members were made before: a result that a killed process had no time to write.</summary>
    public void Append(ReadOnlySpan<byte> members)
    {
        var number = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{_chain.Lines + 1},"));
        Write([.. number, .. members]);
    }

    /// <summary>Gives all lines to the operating system: they survive the end of this process. From any thread.</summary>
    public void Flush() => _file.Flush();

    /// <summary>Waits until every line is on the disk, survives the end of the machine, and reads as it was written. From any thread.</summary>
    public void Sync() => _file.Sync();

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        _file.Dispose();
    }

    private void Write(ReadOnlySpan<byte> text)
    {
        _chain.Seal(text, _tail.AsSpan(0, JournalChain.TailLength));
        _file.Append(text, _tail);
    }
}
