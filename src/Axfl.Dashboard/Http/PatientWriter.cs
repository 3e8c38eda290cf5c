namespace Axfl.Dashboard.Http;

/// <summary>Writes to a client that may have stopped reading: it is dropped after a time, never waited for.</summary>
/// <param name="stream">The connection.</param>
/// <param name="time">Clock.</param>
internal sealed class PatientWriter(Stream stream, TimeProvider time)
{
    /// <summary>How long a client may take to read what is sent at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Writes all of it.</summary>
    /// <exception cref="OperationCanceledException">The client does not read, or the server stops.</exception>
    /// <exception cref="IOException">The client has left.</exception>
    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        await stream.WriteAsync(bytes, both.Token);
    }
}
