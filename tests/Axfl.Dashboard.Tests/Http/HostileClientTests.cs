using Axfl.Dashboard.Api;
using Axfl.Dashboard.Http;

namespace Axfl.Dashboard.Tests.Http;

/// <summary>What a client may send and do that no browser would.</summary>
public sealed class HostileClientTests : IAsyncDisposable
{
    private readonly Board _board = new();

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Theory]
    [InlineData("GET http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET * HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET /#part HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n", 505)]
    [InlineData("GET / HTTP/2.0\r\nHost: 127.0.0.1:{port}\r\n\r\n", 505)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505)]
    [InlineData("GET /\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET  / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1 x\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET / FTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("\r\n\r\nGET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost : 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n Host: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: a\r\n b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\nX: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\rX: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: \0\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: \u00e9\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nno colon\r\n\r\n", 400)]
    [InlineData("GET /%zz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET /%2 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET /%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\r\n\r\n", 400)]
    public async Task Requests_that_can_be_read_in_two_ways_are_refused_and_the_connection_ends(string request, int status)
    {
        using var client = await _board.Connect();
        await client.Send(request.Replace("{port}", $"{_board.Port}", StringComparison.Ordinal));
        var answer = await client.Read();
        Assert.Equal((status, "close"), (answer.Status, answer.Field("Connection")));
        Assert.Equal("", await client.ToEnd());
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nGET /\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: identity\r\n\r\n")]
    [InlineData("Content-Length: 5\r\n\r\nhello")]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: 0\r\nContent-Length: 44\r\n\r\n")]
    public async Task A_body_is_refused_and_nothing_in_it_is_taken_for_a_request(string rest)
    {
        using var client = await _board.Connect();
        await client.Send($"GET /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {await _board.Cookie()}\r\n{rest}");
        Assert.Equal(400, (await client.Read()).Status);
        Assert.Equal("", await client.ToEnd());
    }

    [Fact]
    public async Task A_head_of_more_than_8_KiB_is_refused()
    {
        using var client = await _board.Connect();
        await client.Send($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nX: {new string('a', HeadReader.MostBytes)}");
        Assert.Equal(431, (await client.Read()).Status);
        Assert.Equal("", await client.ToEnd());
    }

    [Fact]
    public async Task A_head_of_8_KiB_is_read()
    {
        using var client = await _board.Connect();
        var start = $"GET /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {await _board.Cookie()}\r\nX: ";
        await client.Send(start + new string('a', HeadReader.MostBytes - start.Length - 4) + "\r\n\r\n");
        Assert.Equal(200, (await client.Read()).Status);
    }

    [Fact]
    public async Task A_head_that_takes_more_than_ten_seconds_is_given_up()
    {
        using var client = await Begun();
        await Pass(Connection.HeadTime);
        Assert.Equal(408, (await client.Read()).Status);
        await Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("", await client.ToEnd());
    }

    [Fact]
    public async Task A_connection_on_which_nothing_comes_ends_without_a_word()
    {
        using var client = await _board.Connect();
        await Pass(Connection.HeadTime);
        await Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("", await client.ToEnd());
    }

    [Fact]
    public async Task Bytes_that_trickle_in_give_no_more_time()
    {
        using var client = await Begun();
        var due = await _board.Clock.Waits(l => l == Connection.HeadTime, Limit());
        _board.Clock.Advance(TimeSpan.FromSeconds(9));
        await client.Send("0.0.1:");
        Assert.Equal(due, await _board.Clock.Waits(l => l == Connection.HeadTime, Limit()));
        _board.Clock.MoveTo(due);
        Assert.Equal(408, (await client.Read()).Status);
    }

    [Fact]
    public async Task Requests_that_are_sent_at_once_are_answered_in_their_order()
    {
        _board.Run();
        using var client = await _board.Connect();
        var cookie = await _board.Cookie();
        string Request(string method, string target) => $"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {cookie}\r\n\r\n";
        await client.Send(Request("GET", "/api/runs") + Request("HEAD", "/live.css") + Request("GET", "/nothing") + Request("GET", "/api/runs/first"));
        Assert.Contains("\"runs\"", (await client.Read()).Body, StringComparison.Ordinal);
        var head = await client.Read(hasBody: false);
        Assert.Equal((200, "text/css; charset=utf-8"), (head.Status, head.Field("Content-Type")));
        Assert.Equal(404, (await client.Read()).Status);
        Assert.Contains("\"run\":\"first\"", (await client.Read()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_is_kept_and_is_closed_when_asked()
    {
        using var client = await _board.Connect();
        var cookie = await _board.Cookie();
        for (var i = 0; i < 50; i++)
        {
            await client.Send($"GET /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {cookie}\r\n\r\n");
            Assert.Equal("keep-alive", (await client.Read()).Field("Connection"));
        }

        await client.Send($"GET /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n");
        Assert.Equal("close", (await client.Read()).Field("Connection"));
        Assert.Equal("", await client.ToEnd());
    }

    [Fact]
    public async Task The_seventeenth_connection_is_told_so_and_the_sixteen_go_on()
    {
        var cookie = await _board.Cookie();
        var clients = new List<RawClient>();
        string Request() => $"GET /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {cookie}\r\n\r\n";
        for (var i = 0; i < Server.MostConnections; i++)
        {
            clients.Add(await _board.Connect());
            await clients[i].Send(Request());
            Assert.Equal(200, (await clients[i].Read()).Status);
        }

        using var late = await _board.Connect();
        Assert.Equal((503, "close"), ((await late.Read()) is var answer ? answer.Status : 0, answer.Field("Connection")));
        foreach (var client in clients)
        {
            await client.Send(Request());
            Assert.Equal(200, (await client.Read()).Status);
        }

        // When one has left there is room again.
        await clients[0].Send(Request().Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));
        await clients[0].Read();
        await clients[0].ToEnd();
        clients[0].Dispose();
        int status;
        do
        {
            using var next = await _board.Connect();
            await next.Send(Request());
            status = (await next.Read()).Status;
        }
        while (status == 503);
        Assert.Equal(200, status);
        clients.ForEach(c => c.Dispose());
    }

    [Fact]
    public async Task Clients_that_do_not_read_are_dropped_and_nobody_waits_for_them()
    {
        // More than the buffers of a connection hold.
        _board.Run().Add("decisions.jsonl", string.Concat(Enumerable.Repeat(RunFolder.Decision(1, detail: new string('x', 300)), 60_000)));
        var request = $"GET /api/runs/first/events?after=0-0-0-0 HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {await _board.Cookie()}\r\n\r\n";
        var deaf = new List<RawClient>();
        for (var i = 0; i < Routes.MostStreams; i++)
        {
            deaf.Add(await RawClient.Connect(_board.Port, receiveBuffer: 4096));
            await deaf[i].Send(request);
            Assert.Equal(200, (await deaf[i].Read(hasBody: false)).Status);
        }

        while (await Status(request) == 204) await Pass(PatientWriter.Patience);
        Assert.Equal(200, (await _board.Get("/api/runs")).Status);
        deaf.ForEach(d => d.Dispose());
    }

    [Fact]
    public async Task Stopping_ends_all_connections()
    {
        _board.Run();
        using var idle = await _board.Connect();
        using var listening = await _board.Connect();
        await listening.Send($"GET /api/runs/first/events HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {await _board.Cookie()}\r\n\r\n");
        await listening.Read(hasBody: false);
        await _board.Server.DisposeAsync();
        await idle.ToEnd();
        await listening.ToEnd();
        await _board.Server.Completion;
    }

    private async Task<int> Status(string request)
    {
        using var client = await _board.Connect();
        await client.Send(request);
        return (await client.Read(hasBody: false)).Status;
    }

    // A client of whose next head the server has a part: it came with the request that was answered.
    private async Task<RawClient> Begun()
    {
        var client = await _board.Connect();
        await client.Send($"GET /?key={_board.Key} HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\n\r\nGET / HTTP/1.1\r\nHost: 127.");
        Assert.Equal(303, (await client.Read()).Status);
        return client;
    }

    private Task Pass(TimeSpan time) => _board.Clock.Pass(time, Limit());

    private static CancellationToken Limit() => new CancellationTokenSource(Board.Patience).Token;
}
