using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Axfl.Dashboard.Tests;

/// <summary>A client that sends what it is told, byte for byte.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly byte[] _buffer = new byte[1 << 16];
    private string _read = "";

    private RawClient(TcpClient client) => (_client, _stream) = (client, client.GetStream());

    public static async Task<RawClient> Connect(int port, int? receiveBuffer = null)
    {
        var client = new TcpClient(AddressFamily.InterNetwork);
        if (receiveBuffer is { } bytes) client.ReceiveBufferSize = bytes;
        await client.ConnectAsync(IPAddress.Loopback, port);
        return new RawClient(client);
    }

    public Task Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    public async Task Send(byte[] bytes) => await _stream.WriteAsync(bytes);

    /// <summary>The next answer.</summary>
    public async Task<RawAnswer> Read(bool hasBody = true)
    {
        var head = await Until("\r\n\r\n");
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var answer = new RawAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), [.. lines.Skip(1)], "", head);
        if (!hasBody || answer.Field("Content-Length") is not { } length) return answer;
        var count = int.Parse(length, CultureInfo.InvariantCulture);
        while (_read.Length < count) Assert.True(await More(), "The body ended early.");
        var body = _read[..count];
        _read = _read[count..];
        return answer with { Body = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)) };
    }

    /// <summary>The next event of a stream: its id, name and data.</summary>
    public async Task<(string Id, string Name, string Data)> Event()
    {
        while (true)
        {
            var lines = (await Until("\n\n")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines is [":"]) continue;
            string Of(string name) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(lines.Single(l => l.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..]));
            return (Of("id"), Of("event"), Of("data"));
        }
    }

    /// <summary>Text up to an end, which is taken too.</summary>
    public async Task<string> Until(string end)
    {
        int at;
        while ((at = _read.IndexOf(end, StringComparison.Ordinal)) < 0) Assert.True(await More(), $"The connection ended after '{_read}'.");
        var text = _read[..(at + end.Length)];
        _read = _read[(at + end.Length)..];
        return text;
    }

    /// <summary>Whether the server ends the connection, at last; what it sends before is read.</summary>
    public async Task<string> ToEnd()
    {
        while (await More())
        {
        }

        return _read;
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> More()
    {
        try
        {
            var read = await _stream.ReadAsync(_buffer).AsTask().WaitAsync(Board.Patience);
            _read += Encoding.Latin1.GetString(_buffer, 0, read);
            return read > 0;
        }
        catch (IOException)
        {
            // Broken, which is an end too.
            return false;
        }
    }
}

/// <summary>An answer as it came.</summary>
internal sealed record RawAnswer(int Status, string[] Fields, string Body, string Head)
{
    public string? Field(string name) =>
        Fields.FirstOrDefault(f => f.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
}
