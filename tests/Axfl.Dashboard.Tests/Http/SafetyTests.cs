using System.Net;
using System.Net.Sockets;
using Axfl.Contracts;

namespace Axfl.Dashboard.Tests.Http;

/// <summary>Each rule of Safety, by a real request of a hostile client.</summary>
public sealed class SafetyTests : IAsyncDisposable
{
    private readonly Board _board = new();

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task The_key_is_exchanged_for_a_cookie_and_leaves_the_address()
    {
        using var client = await _board.Connect();
        await client.Send($"GET /?key={_board.Key} HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nSec-Fetch-Site: none\r\n\r\n");
        var answer = await client.Read();
        Assert.Equal((303, "/"), (answer.Status, answer.Field("Location")));
        var cookie = answer.Field("Set-Cookie")!;
        Assert.Matches($"^axfl_{_board.Port}=[0-9a-f]{{32}}; Path=/; HttpOnly; SameSite=Strict$", cookie);
        Assert.DoesNotContain(_board.Key, answer.Head, StringComparison.Ordinal);
        Assert.Equal(32, _board.Key.Length);

        await client.Send($"GET / HTTP/1.1\r\nHost: localhost:{_board.Port}\r\nSec-Fetch-Site: none\r\nCookie: other=1; {cookie.Split(';')[0]}\r\n\r\n");
        Assert.Equal(200, (await client.Read()).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Cookie: axfl_{port}=00000000000000000000000000000000\r\n")]
    [InlineData("Cookie: axfl_{port}=\r\n")]
    [InlineData("Cookie: axfl_1={cookie}\r\n")]
    [InlineData("Authorization: Bearer {key}\r\n")]
    public async Task Without_the_cookie_nothing_is_answered(string fields)
    {
        var cookie = (await _board.Cookie()).Split('=')[1];
        foreach (var target in new[] { "/", "/live.js", "/live.css", "/api/runs", "/api/runs/first", "/api/runs/first/events", "/runs/first/report", "/nothing", "/favicon.ico", "/live.js?key=" + _board.Key })
        {
            var answer = await Ask($"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\n{fields.Replace("{port}", $"{_board.Port}", StringComparison.Ordinal).Replace("{cookie}", cookie, StringComparison.Ordinal).Replace("{key}", _board.Key, StringComparison.Ordinal)}\r\n");
            Assert.Equal((401, "close"), (answer.Status, answer.Field("Connection")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("00000000000000000000000000000000")]
    public async Task A_wrong_key_opens_nothing(string key)
    {
        var answer = await Ask($"GET /?key={key} HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\n\r\n");
        Assert.Equal((401, null), (answer.Status, answer.Field("Set-Cookie")));
    }

    [Fact]
    public async Task A_key_of_another_start_opens_nothing()
    {
        await using var other = new Board();
        Assert.NotEqual(other.Key, _board.Key);
        Assert.Equal(401, (await Ask($"GET /?key={other.Key} HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\n\r\n")).Status);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("evil.example:{port}")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    [InlineData("localhost")]
    [InlineData("[::1]:{port}")]
    [InlineData("0.0.0.0:{port}")]
    [InlineData("127.1:{port}")]
    [InlineData("2130706433:{port}")]
    [InlineData("user@127.0.0.1:{port}")]
    [InlineData("")]
    public async Task A_foreign_host_is_refused_also_with_the_key(string host)
    {
        var named = host.Replace("{port}", $"{_board.Port}", StringComparison.Ordinal);
        Assert.Equal(403, (await Ask($"GET /?key={_board.Key} HTTP/1.1\r\nHost: {named}\r\n\r\n")).Status);
        Assert.Equal(403, (await Ask($"GET / HTTP/1.1\r\nHost: {named}\r\nCookie: {await _board.Cookie()}\r\n\r\n")).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Sec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site")]
    [InlineData("sec-fetch-site: anything")]
    [InlineData("Origin: http://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: https://127.0.0.1:{port}")]
    [InlineData("Origin: http://127.0.0.1:1")]
    [InlineData("Origin: http://127.0.0.1:{port}.evil.example")]
    public async Task A_request_that_another_site_caused_is_refused(string field) =>
        Assert.Equal(403, (await _board.Get("/api/runs", fields: field.Replace("{port}", $"{_board.Port}", StringComparison.Ordinal) + "\r\n")).Status);

    [Theory]
    [InlineData("Sec-Fetch-Site: same-origin")]
    [InlineData("Sec-Fetch-Site: none")]
    [InlineData("Origin: http://127.0.0.1:{port}")]
    [InlineData("Origin: http://localhost:{port}")]
    public async Task A_request_of_its_own_page_is_answered(string field) =>
        Assert.Equal(200, (await _board.Get("/api/runs", fields: field.Replace("{port}", $"{_board.Port}", StringComparison.Ordinal) + "\r\n")).Status);

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("get")]
    public async Task Other_methods_are_refused(string method)
    {
        var answer = await _board.Get("/api/runs", method);
        Assert.Equal((405, "GET, HEAD"), (answer.Status, answer.Field("Allow")));
    }

    [Fact]
    public async Task CONNECT_to_another_machine_is_refused() =>
        Assert.Equal(400, (await Ask($"CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\n\r\n")).Status);

    [Theory]
    [InlineData("/api/runs/..")]
    [InlineData("/api/runs/../../etc/passwd")]
    [InlineData("/api/runs/..%2f..%2fsecret")]
    [InlineData("/api/runs/%2e%2e")]
    [InlineData("/api/runs/%2e%2e%2fsecret")]
    [InlineData("/api/runs/%2fetc")]
    [InlineData("/api/runs/..%5csecret")]
    [InlineData("/api/runs/.")]
    [InlineData("/api/runs/")]
    [InlineData("/api/runs/first%2f..%2ffirst")]
    [InlineData("/api/runs/FIRST")]
    [InlineData("/runs/..%2f..%2fsecret/report")]
    [InlineData("/%2e%2e/secret")]
    [InlineData("//api/runs")]
    [InlineData("/live.js/")]
    [InlineData("/Assets/live.js")]
    [InlineData("/api/runs/first/trades.csv")]
    public async Task Nothing_but_the_fixed_routes_and_the_names_of_runs_is_found(string target)
    {
        _board.Run();
        Directory.CreateDirectory(Path.Combine(_board.Output, "secret"));
        Assert.Equal(404, (await _board.Get(target)).Status);
    }

    [Fact]
    public async Task Every_answer_has_the_headers_of_safety()
    {
        _board.Run();
        foreach (var target in new[] { "/", "/live.js", "/live.css", "/api/runs", "/api/runs/first", "/nothing" })
        {
            var answer = await _board.Get(target);
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
                answer.Field("Content-Security-Policy"));
            Assert.Equal(("nosniff", "no-referrer", "same-origin", "no-store"), (answer.Field("X-Content-Type-Options"), answer.Field("Referrer-Policy"), answer.Field("Cross-Origin-Resource-Policy"), answer.Field("Cache-Control")));
            Assert.DoesNotContain(answer.Fields, f => f.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase) || f.StartsWith("Server", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Neither_key_nor_cookie_is_in_any_answer_or_file()
    {
        _board.Run().Now().Add("trades.csv", RunFolder.Header + RunFolder.Trade(1));
        var cookie = (await _board.Cookie()).Split('=')[1];
        foreach (var target in new[] { "/", "/live.js", "/live.css", "/api/runs", "/api/runs/first", "/runs/first/report", "/nothing", "/?key=wrong" })
        {
            var answer = await _board.Get(target);
            Assert.DoesNotContain(_board.Key, answer.Head + answer.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(cookie, answer.Head + answer.Body, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(Directory.GetFiles(_board.Output, "*", SearchOption.AllDirectories), f => Assert.DoesNotContain(_board.Key, File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_report_is_served_under_its_own_policy_and_in_no_frame()
    {
        _board.Run();
        var answer = await _board.Get("/runs/first/report");
        Assert.Equal((200, Board.Report), (answer.Status, answer.Body));
        Assert.Equal("default-src 'none'; script-src 'sha256-abc='; frame-ancestors 'none'", answer.Field("Content-Security-Policy"));
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_alone()
    {
        var elsewhere = (await Dns.GetHostAddressesAsync(Dns.GetHostName())).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(elsewhere is null, "needs a machine with an address of its own besides 127.0.0.1");
        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(elsewhere!, _board.Port));
    }

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        var error = Assert.Throws<AxflException>(() => new Board(port: _board.Port));
        Assert.Equal(("DashboardPortTaken", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains($"port {_board.Port} of 127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    private async Task<RawAnswer> Ask(string request)
    {
        using var client = await _board.Connect();
        await client.Send(request);
        return await client.Read();
    }
}
