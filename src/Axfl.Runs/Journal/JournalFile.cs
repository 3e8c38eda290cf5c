using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Microsoft.Win32.SafeHandles;

namespace Axfl.Runs.Journal;

/// <summary>
/// Owns the handle of a journal that is being written, and takes appends, flushes and syncs as requests from any thread. What a sync has brought to
/// the disk is read back through a second handle and held against the chain, the last line of the time before too: a run notices at once when its
/// journal does not hold.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _handle, _second;
    private readonly object _appending = new(), _syncing = new();
    private readonly JournalChain _readBack;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private byte[] _read = new byte[64 * 1024];
    private int _buffered;
    private long _written, _synced, _checked;
    private AxflException? _fault;

    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it is made or gone on with.</param>
    /// <param name="chain">Chain up to its end; copied.</param>
    /// <param name="length">Bytes of its whole lines; what is behind them is cut.</param>
    /// <exception cref="AxflException">It cannot be written.</exception>
    public JournalFile(string path, FileMode mode, JournalChain chain, long length)
    {
        _path = path;
        _readBack = chain.Copy();
        _written = _synced = _checked = length;
        _handle = OutputErrors.Guard(path, () => File.OpenHandle(path, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));
        try
        {
            _second = OutputErrors.Guard(path, () =>
            {
                if (mode == FileMode.Open) RandomAccess.SetLength(_handle, length);
                else FolderSync.Of(path);
                return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            });
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    /// <summary>Bytes of all lines so far.</summary>
    public long Length
    {
        get
        {
            lock (_appending) return _written + _buffered;
        }
    }

    /// <summary>Adds a line.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="tail">Its hash and end.</param>
    public void Append(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tail)
    {
        lock (_appending)
        {
            Put(text);
            Put(tail);
        }
    }

    /// <summary>Gives all lines to the operating system: they survive the end of this process.</summary>
    public void Flush()
    {
        lock (_appending) Empty();
    }

    /// <summary>Waits until every line appended so far is on the disk, survives the end of the machine, and reads as it was written.</summary>
    /// <exception cref="AxflException">The disk refuses (<c>OutputNotWritable</c>), or has something else (<c>JournalNotHeld</c>).</exception>
    public void Sync()
    {
        lock (_syncing)
        {
            long until;
            lock (_appending)
            {
                Empty();
                until = _written;
            }

            if (until == _synced) return;
            Guard(() => RandomAccess.FlushToDisk(_handle));
            ReadBack(until);
            _synced = until;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_syncing)
        {
            lock (_appending)
            {
                if (_handle.IsClosed) return;
                try
                {
                    // A file that has failed before is left as it is: what was whole stays whole.
                    if (_fault is null) Empty();
                }
                finally
                {
                    _handle.Dispose();
                    _second.Dispose();
                }
            }
        }
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _buffered) Empty();
        if (bytes.Length > _buffer.Length)
        {
            Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += bytes.Length;
    }

    private void Empty()
    {
        if (_fault is not null) throw _fault;
        if (_buffered == 0) return;
        Write(_buffer.AsSpan(0, _buffered));
        _buffered = 0;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (_fault is not null) throw _fault;
        try
        {
            RandomAccess.Write(_handle, bytes, _written);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw _fault = OutputErrors.NotWritable(_path, e);
        }

        _written += bytes.Length;
    }

    // The last line stays in hand: it is looked at again with those that follow it.
    private void ReadBack(long until)
    {
        while (true)
        {
            var bytes = Read(until, out var isShort);
            for (int end; (end = bytes.IndexOf((byte)'\n')) >= 0; bytes = bytes[(end + 1)..])
            {
                var line = bytes[..end];
                if (!_readBack.Follows(line)) throw NotHeld(line);
                if (_checked + end + 1 == until) return;
                _readBack.Accept(line);
                _checked += end + 1;
            }

            // A line longer than what was read, or one that is not there.
            if (isShort || bytes.Length == until - _checked) throw NotHeld(bytes);
            if (bytes.Length == _read.Length) Array.Resize(ref _read, _read.Length * 2);
        }
    }

    private Span<byte> Read(long until, out bool isShort)
    {
        var wanted = (int)Math.Min(_read.Length, until - _checked);
        var got = 0;
        Guard(() =>
        {
            for (int n; got < wanted && (n = RandomAccess.Read(_second, _read.AsSpan(got, wanted - got), _checked + got)) > 0;) got += n;
        });
        isShort = got < wanted;
        return _read.AsSpan(0, got);
    }

    private void Guard(Action act)
    {
        try
        {
            OutputErrors.Guard(_path, act);
        }
        catch (AxflException e)
        {
            lock (_appending) _fault ??= e;
            throw;
        }
    }

    private AxflException NotHeld(ReadOnlySpan<byte> line)
    {
        var number = _readBack.Lines + 1;
        var shown = Encoding.UTF8.GetString(line[..Math.Min(80, line.Length)]);
        var fault = new AxflException("JournalNotHeld", ErrorKind.Output, string.Create(CultureInfo.InvariantCulture,
            $"{_path}({number}): read back from the disk, this line is not what was written: {(shown.Length == 0 ? "nothing" : shown)}. Another program writes to the file, or the disk fails. The run stops; the lines before it are intact."))
        {
            Target = _path,
            Line = number,
        };
        lock (_appending) _fault ??= fault;
        return fault;
    }
}
