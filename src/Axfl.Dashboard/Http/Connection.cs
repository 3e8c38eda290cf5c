using System.Net.Sockets;

namespace Axfl.Dashboard.Http;

/// <summary>One client: its requests are answered one after the other until it leaves, is refused, or lets the server wait.</summary>
/// <param name="socket">The connection.</param>
/// <param name="safety">What a request must be.</param>
/// <param name="routes">Answers what may be answered.</param>
/// <param name="time">Clock.</param>
internal sealed class Connection(Socket socket, Safety safety, Func<Request, CancellationToken, Task<Response>> routes, TimeProvider time) : IDisposable
{
    /// <summary>How long a head may take, from when it is waited for.</summary>
    public static readonly TimeSpan HeadTime = TimeSpan.FromSeconds(10);

    private const int MostLeftBytes = 64 * 1024;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    /// <summary>Serves to the end of the connection.</summary>
    public async Task Serve(CancellationToken stopping)
    {
        var reader = new HeadReader(_stream);
        var writer = new PatientWriter(_stream, time);
        try
        {
            while (await Next(reader, stopping) is (var request, var refusal))
            {
                var response = refusal ?? safety.Refuse(request!) ?? await routes(request!, stopping);
                if (!await Answer(request, response, writer, stopping)) break;
            }

            await End(stopping);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has left or does not read, or the server stops: the connection breaks.
        }
    }

    /// <summary>Answers a client that is one too many, whatever it asks for.</summary>
    public async Task Refuse(CancellationToken stopping)
    {
        try
        {
            await Answer(null, Response.Refusal(503, "Too many connections: close pages of this dashboard."), new PatientWriter(_stream, time), stopping);
            await End(stopping);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It has left.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    // A request, or why there is none to answer; neither: the client has left.
    private async Task<(Request? Request, Response? Refusal)?> Next(HeadReader reader, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(HeadTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        try
        {
            var (request, refusal) = await reader.Read(both.Token);
            if (request is not null) return (request, null);
            return refusal == 0 ? null : (null, Response.Refusal(refusal, "This is not a request that this server reads."));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            return reader.HasBegun ? (null, Response.Refusal(408, "The request took too long.")) : null;
        }
    }

    // Whether the connection goes on.
    private async Task<bool> Answer(Request? request, Response response, PatientWriter writer, CancellationToken stopping)
    {
        var closes = response.Closes || response.Stream is not null || request is not { KeepsConnection: true };
        var head = response.Head(time.GetUtcNow(), closes);
        var hasBody = response.Stream is null && request is not { IsHead: true };
        await writer.Write(hasBody ? (byte[])[.. head, .. response.Body.Span] : head, stopping);
        if (response.Stream is { } stream && request is { IsHead: false }) await Follow(stream, new EventStream(writer), stopping);
        return !closes;
    }

    // What a client that listens sends meanwhile is nothing that anybody would answer: it ends the stream, as its leaving does.
    private async Task Follow(Func<EventStream, CancellationToken, Task> stream, EventStream events, CancellationToken stopping)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var watch = Watch(left);
        try
        {
            await stream(events, left.Token);
        }
        finally
        {
            await left.CancelAsync();
            await watch;
        }
    }

    private async Task Watch(CancellationTokenSource left)
    {
        try
        {
            _ = await _stream.ReadAsync(new byte[1], left.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // As good as a word.
        }

        await left.CancelAsync();
    }

    // What is unread when a connection is closed takes the last answer with it: the client is given a moment to read it and to leave by itself.
    private async Task End(CancellationToken stopping)
    {
        socket.Shutdown(SocketShutdown.Send);
        using var patience = new CancellationTokenSource(Farewell, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        var buffer = new byte[4096];
        for (int read, left = MostLeftBytes; left > 0 && (read = await _stream.ReadAsync(buffer, both.Token)) > 0;) left -= read;
    }
}
