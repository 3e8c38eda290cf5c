using System.Net;
using System.Net.WebSockets;

namespace Axfl.FakeFeed;

/// <summary>A client's socket: reads its wishes, sends what is due.</summary>
/// <param name="context">The request, for its connection.</param>
/// <param name="socket">The accepted socket.</param>
/// <param name="session">What the client is sent.</param>
/// <param name="time">Clock.</param>
/// <param name="log">Where it says what happens.</param>
internal sealed class FakeFeedConnection(HttpListenerContext context, WebSocket socket, FakeFeedSession session, TimeProvider time, FakeFeedLog log)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(100);
    private const int LongestMessage = 4096;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Serves until the client leaves, the connection breaks or is dropped, or the server stops.</summary>
    /// <returns>Why it ended, for the log.</returns>
    public async Task<string> Serve(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        // The reader is not cancelled but aborted at the end: a cancelled read would break the connection before it is closed in order.
        var sending = Send(ended.Token);
        var reading = Read();
        var first = await Task.WhenAny(reading, sending);
        await ended.CancelAsync();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stopping.IsCancellationRequested) await CloseInOrder(reading);
        Drop();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await first;
            return "closed";
        }
        catch (Exception e) when (IsEnd(e))
        {
            return stopping.IsCancellationRequested ? "closed" : "lost";
        }
    }

    /// <summary>Breaks the connection without a word, as a provider's restart does.</summary>
    public void Drop()
    {
        socket.Abort();

        // The socket alone leaves the TCP connection open on Linux.
        context.Response.Abort();
    }

    private async Task Read()
    {
        var buffer = new byte[LongestMessage];
        var length = 0;
        while (length < buffer.Length)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close) return;
            length += part.Count;
            if (!part.EndOfMessage) continue;
            log.Say(session.Take(buffer.AsMemory(0, length), Now));
            length = 0;
        }

        log.Say("a message of more than 4096 bytes: this is not a feed's client");
    }

    private async Task Send(CancellationToken cancellationToken)
    {
        using var pulse = new PeriodicTimer(Pulse, time);
        var wasSilent = false;
        while (await pulse.WaitForNextTickAsync(cancellationToken))
        {
            var now = Now;
            foreach (var frame in session.Due(now)) await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            if (session.IsSilent(now) && !wasSilent) log.Say("silent from now on, still connected");
            wasSilent = session.IsSilent(now);
        }
    }

    // The client's answer is waited for: a connection dropped at once takes the close that is on its way with it.
    private async Task CloseInOrder(Task reading)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "the server stops", soon.Token);
            await reading.WaitAsync(TimeSpan.FromSeconds(1), soon.Token);
        }
        catch (Exception e) when (IsEnd(e))
        {
            // Gone already.
        }
    }

    // What a connection that is no more throws.
    private static bool IsEnd(Exception error) =>
        error is WebSocketException or HttpListenerException or IOException or OperationCanceledException or TimeoutException or ObjectDisposedException or InvalidOperationException;
}
