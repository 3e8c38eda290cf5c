using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Axfl.Alerts.Channels;
using Axfl.Alerts.Secrets;
using Axfl.Alerts.Tests.Servers;
using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Tests.Channels;

public class HttpChannelTests
{
    public static TheoryData<string> Kinds => ["discord", "telegram", "slack", "ntfy", "webhook"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_posts_its_own_form_and_takes_200_and_204_for_done(string kind)
    {
        using var server = new HttpServer(Reply.Ok, new Reply(204));
        using var channel = Sample.Channel(kind, server.Address);
        Assert.Equal(SendResult.Taken("HTTP 200"), await channel.Send([Sample.Alert("a <b> & @everyone")], CancellationToken.None));
        Assert.Equal(SendResult.Taken("HTTP 204"), await channel.Send([Sample.Alert()], CancellationToken.None));
        var asked = await server.Next();
        Assert.Equal(("POST", kind == "telegram" ? $"/bot{Sample.Token}/sendMessage" : "/hooks/s3cret-path"), (asked.Method, asked.Path));
        switch (kind)
        {
            case "discord": Assert.Equal("""{"content":"a <b> & @everyone","allowed_mentions":{"parse":[]}}""", Plain(asked)); break;
            case "telegram": Assert.Equal($$"""{"chat_id":"{{Sample.Chat}}","text":"a <b> & @everyone"}""", Plain(asked)); break;
            case "slack": Assert.Equal("""{"text":"a &lt;b&gt; &amp; @everyone"}""", Plain(asked)); break;
            case "ntfy": Assert.Equal(("a <b> & @everyone", "Axfl portfolio"), (asked.Text, asked.Headers["Title"])); break;
            default: Assert.Equal("run/opened/1", asked.Headers["X-Axfl-Event"]); break;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Many_requests_and_failures_of_the_server_are_tried_again_later(string kind)
    {
        using var server = new HttpServer(new Reply(429, Headers: "Retry-After: 7\r\n"), new Reply(500), new Reply(503, Headers: "Retry-After: Tue, 13 Jan 2026 07:00:30 GMT\r\n"));
        using var channel = Sample.Channel(kind, server.Address, new Testing.SteppedClock(DateTimeOffset.FromUnixTimeMilliseconds(Sample.Time)).View());
        Assert.Equal(SendResult.Later("HTTP 429", TimeSpan.FromSeconds(7)), await Send(channel));
        Assert.Equal(SendResult.Later("HTTP 500"), await Send(channel));
        Assert.Equal(SendResult.Later("HTTP 503", TimeSpan.FromSeconds(30)), await Send(channel));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Refusals_and_redirects_are_final(string kind)
    {
        using var elsewhere = new HttpServer();
        using var server = new HttpServer(new Reply(404), new Reply(401), new Reply(302, Headers: $"Location: {elsewhere.Address}\r\n"));
        using var channel = Sample.Channel(kind, server.Address);
        foreach (var answer in (string[])["HTTP 404", "HTTP 401", "HTTP 302"]) Assert.Equal(SendResult.Refused(answer), await Send(channel));
        Assert.Empty(elsewhere.Asked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_dropped_line_and_nobody_there_are_tried_again_and_say_nothing_of_the_address(string kind)
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        using var nobody = Sample.Channel(kind, $"http://127.0.0.1:{port}/hooks/s3cret-path");
        Assert.Equal(SendResult.Later("no connection (ConnectionRefused)"), await Send(nobody));
        using var server = new HttpServer(Reply.Drop);
        using var channel = Sample.Channel(kind, server.Address);
        var dropped = await Send(channel);
        Assert.Equal(SendOutcome.Later, dropped.Kind);
        Assert.DoesNotContain("127.0.0.1", dropped.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telegram_says_in_the_body_how_long_to_wait()
    {
        using var server = new HttpServer(new Reply(429, """{"ok":false,"error_code":429,"parameters":{"retry_after":35}}"""), new Reply(429, "no json"));
        using var channel = Sample.Channel("telegram", server.Address);
        Assert.Equal(SendResult.Later("HTTP 429", TimeSpan.FromSeconds(35)), await Send(channel));
        Assert.Equal(SendResult.Later("HTTP 429"), await Send(channel));
    }

    [Fact]
    public async Task A_long_text_for_ntfy_ends_with_a_whole_character()
    {
        using var server = new HttpServer();
        using var channel = Sample.Channel("ntfy", server.Address);
        await channel.Send([Sample.Alert(text: new string('a', 4095) + "äöü")], CancellationToken.None);
        Assert.Equal(new string('a', 4095), (await server.Next()).Text);
    }

    [Fact]
    public async Task A_wait_is_an_hour_at_most()
    {
        using var server = new HttpServer(new Reply(429, Headers: "Retry-After: 999999\r\n"));
        using var channel = Sample.Channel("ntfy", server.Address);
        Assert.Equal(TimeSpan.FromHours(1), (await Send(channel)).RetryAfter);
    }

    [Fact]
    public async Task A_webhook_is_signed_over_the_bytes_of_its_body_and_has_the_facts()
    {
        using var server = new HttpServer();
        using var channel = Sample.Channel("webhook", server.Address);
        await Send(channel);
        var asked = await server.Next();
        var expected = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Sample.HookSecret), asked.Body)).ToLowerInvariant();
        Assert.Equal("sha256=" + expected, asked.Headers["X-Axfl-Signature"]);
        Assert.Equal(
            """{"id":"run/opened/1","event":"trade","action":"opened","time":"2026-01-13T07:00:00Z","run":"run","profile":"portfolio","late":false,"text":"EURUSD orb opened long","facts":{"action":"opened","symbol":"EURUSD","units":1000,"price":1.1,"day_r":-0.5}}""",
            asked.Text);
    }

    [Fact]
    public async Task Several_messages_are_lines_of_one_where_they_fit()
    {
        using var server = new HttpServer();
        using var channel = Sample.Channel("discord", server.Address);
        await channel.Send([Sample.Alert("one"), Sample.Alert("two") with { IsLate = true }], CancellationToken.None);
        await channel.Send([Sample.Alert(new string('x', 5000))], CancellationToken.None);
        Assert.Equal("one\n[late] two", Content(await server.Next()));
        Assert.Equal(2000, Content(await server.Next()).Length);
    }

    [Theory]
    [InlineData("http://hooks.example.org/s3cret", "http://, by which everybody")]
    [InlineData("ftp://hooks.example.org/s3cret", "not an https:// address")]
    [InlineData("https://me:s3cret@hooks.example.org", "not an https:// address")]
    [InlineData("s3cret", "not an https:// address")]
    public void An_address_that_would_tell_the_secret_is_refused_without_repeating_it(string address, string why)
    {
        var error = Assert.Throws<ChannelUnfitException>(() => Sample.Channel("slack", address));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_that_are_not_there_are_named_by_where_they_should_be()
    {
        var secrets = new SecretResolver(static _ => null, static name => name == "broken" ? throw new InvalidOperationException("s3cret") : null);
        Assert.Equal("the environment variable AXFL_X is not set", Assert.Throws<SecretMissingException>(() => secrets.Read(new SecretName(false, "AXFL_X"))).Message);
        Assert.Equal("no vault has a secret hook", Assert.Throws<SecretMissingException>(() => secrets.Read(new SecretName(true, "hook"))).Message);
        Assert.DoesNotContain("s3cret", Assert.Throws<SecretMissingException>(() => secrets.Read(new SecretName(true, "broken"))).Message, StringComparison.Ordinal);
        Assert.Contains("only the PowerShell module", Assert.Throws<SecretMissingException>(() => new SecretResolver(static _ => null, null).Read(new SecretName(true, "hook"))).Message, StringComparison.Ordinal);
        Assert.Equal("v", new SecretResolver(static _ => null, static _ => new Secret("v")).Read(new SecretName(true, "hook")).Reveal());
        Assert.Equal("(hidden)", $"{new Secret("v")}");
    }

    private static Task<SendResult> Send(IAlertChannel channel) => channel.Send([Sample.Alert()], CancellationToken.None);

    // JSON may escape what it likes.
    private static string Plain(HttpAsked asked) => System.Text.RegularExpressions.Regex.Unescape(asked.Text);

    private static string Content(HttpAsked asked)
    {
        using var json = JsonDocument.Parse(asked.Body);
        return json.RootElement.GetProperty("content").GetString()!;
    }
}
