using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Axfl.Alerts.Tests.Servers;

/// <summary>A server of this machine that answers requests as a test says, one after the other, and keeps what it was asked.</summary>
internal sealed class HttpServer : LoopbackServer
{
    private readonly ConcurrentQueue<Reply> _replies = new();
    private readonly ConcurrentQueue<HttpAsked> _asked = new();
    private readonly SemaphoreSlim _came = new(0);
    private int _taken;

    public HttpServer(params Reply[] replies)
    {
        foreach (var reply in replies) _replies.Enqueue(reply);
    }

    /// <summary>Its address, with a path that must stay secret.</summary>
    public string Address => $"http://{Place}/hooks/s3cret-path";

    /// <summary>What it was asked so far.</summary>
    public IReadOnlyList<HttpAsked> Asked => [.. _asked];

    /// <summary>The next request.</summary>
    public async Task<HttpAsked> Next()
    {
        await _came.WaitAsync(TimeSpan.FromMinutes(2));
        return Asked[_taken++];
    }

    protected override async Task Talk(NetworkStream stream)
    {
        var asked = await Read(stream);
        var reply = _replies.TryDequeue(out var next) ? next : Reply.Ok;
        _asked.Enqueue(asked);
        _came.Release();
        if (reply.Kind == ReplyKind.Drop) return;
        if (reply.Kind == ReplyKind.Hang) await Task.Delay(Timeout.Infinite, Stopped);
        var body = Encoding.UTF8.GetBytes(reply.Body);
        var head = $"HTTP/1.1 {reply.Status} X\r\n{reply.Headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. reply.Status == 204 ? [] : body], Stopped);
    }

    private async Task<HttpAsked> Read(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (bytes.Count < 4 || !bytes.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, Stopped) == 0) throw new IOException("half a request");
            bytes.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. bytes]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines[1..].Select(l => l.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, Stopped);
        return new HttpAsked(lines[0].Split(' ')[0], lines[0].Split(' ')[1], headers, body);
    }
}

/// <summary>A request.</summary>
internal sealed record HttpAsked(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>An answer.</summary>
internal sealed record Reply(int Status, string Body = "", string Headers = "", ReplyKind Kind = ReplyKind.Answer)
{
    public static Reply Ok { get; } = new(200, "ok");

    public static Reply Hang { get; } = new(0, Kind: ReplyKind.Hang);

    public static Reply Drop { get; } = new(0, Kind: ReplyKind.Drop);
}

internal enum ReplyKind
{
    Answer,
    Hang,
    Drop,
}
