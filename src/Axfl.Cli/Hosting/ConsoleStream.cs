namespace Axfl.Cli.Hosting;

/// <summary>Writes bytes to where a standard stream goes, all of them.</summary>
/// <returns>False when it gave up, because the process is to end and nobody reads.</returns>
internal delegate bool ConsoleWrite(ReadOnlySpan<byte> bytes);

/// <summary>
/// The guard of standard output and standard error: the first write that fails is a <see cref="ConsoleException"/>, and nothing is tried after it. What
/// is written later is dropped, so that whoever goes on all the same need not look.
/// </summary>
/// <param name="name"><c>standard output</c> or <c>standard error</c>.</param>
/// <param name="write">Writes.</param>
internal sealed class ConsoleStream(string name, ConsoleWrite write) : Stream
{
    private bool _gaveUp;

    /// <summary>What was wrong; null: nothing yet.</summary>
    public ConsoleException? Fault { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="ConsoleException">It cannot be written; the first time only.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_gaveUp || Fault is not null) return;
        try
        {
            _gaveUp = !write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw Fault = new ConsoleException(name, e.Message, e is ClosedPipeException, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
        // Every write goes to the system at once.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>The reader of a pipe has gone.</summary>
internal sealed class ClosedPipeException(string message) : IOException(message);
