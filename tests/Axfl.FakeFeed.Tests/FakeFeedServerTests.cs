using System.Net;
using System.Net.WebSockets;
using System.Text;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Runs.Fold;
using Axfl.Runtime;
using Axfl.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.FakeFeed.Tests;

public sealed class FakeFeedServerTests
{
    private const long T0 = FeedHarness.T0;
    private static readonly Instrument[] Symbols = [FeedHarness.EurUsd, FeedHarness.XauUsd];

    [Fact]
    public async Task Bars_that_the_products_client_builds_are_the_simulated_bars_and_the_candles()
    {
        await using var fake = new FakeFeedHarness(new FakeFeedRequest { TicksPerSecond = 2 }, Symbols);
        var builder = new BarBuilder(2, new Interval(1), TimeSpan.FromSeconds(2));
        await fake.Said("subscribed OANDA:EUR_USD");
        await fake.Said("subscribed OANDA:XAU_USD");
        var built = new List<Bar>[] { [], [] };
        var expected = Symbols.Select(s => new SimulatedTicks(s, 120)).ToArray();
        for (var second = 0; second < 190; second++)
        {
            var before = fake.Now;
            fake.Time.Advance(TimeSpan.FromSeconds(1));
            foreach (var tick in await fake.NextTicks(expected.Sum(e => e.Between(before, fake.Now).Count()))) Assert.True(builder.Add(tick.Symbol, tick.Tick));
            foreach (var bar in builder.OnClock(fake.Now).SelectMany(s => s.Bars)) built[bar.Bar.Symbol].Add(bar.Bar.Bar);
        }

        using var http = new HttpClient();
        for (var i = 0; i < Symbols.Length; i++)
        {
            var simulated = SimulatedMarket.Bars(Symbols[i], new Interval(1), T0, T0 + 180_000);
            Assert.Equal(3, simulated.Count);
            Assert.Equal(simulated.Select(b => b with { Volume = 0 }), built[i]);
            var name = Uri.EscapeDataString($"OANDA:{Symbols[i].Base}_{Symbols[i].Quote}");
            var body = await http.GetByteArrayAsync(Address(fake, $"/forex/candle?symbol={name}&resolution=1&from={T0 / 1000}&to={T0 / 1000 + 600}&token=anything"));
            Assert.Equal(simulated, FakeCandlesTests.Bars(body));
        }
    }

    [Fact]
    public async Task Connections_are_dropped_as_asked_and_the_client_comes_back()
    {
        await using var fake = new FakeFeedHarness(new FakeFeedRequest { DropEvery = TimeSpan.FromSeconds(20) }, FeedHarness.EurUsd);
        await fake.Said("subscribed OANDA:EUR_USD");
        fake.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(5, (await fake.NextTicks(5)).Count);
        fake.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("dropped 1 connection on purpose", await fake.Said("dropped"));
        var backing = await fake.Next<StateEvent>(s => s.State == FeedState.BackingOff);
        Assert.Equal(FeedErrorClass.Transient, backing.Error);
        await fake.Said("lost, 0 open");
        await fake.Redial(backing);
        await fake.Said("subscribed OANDA:EUR_USD");
        fake.Time.Advance(TimeSpan.FromSeconds(3));
        await fake.Next<TickEvent>(t => t.Tick.Time > backing.Received);
    }

    [Fact]
    public async Task A_stopped_server_closes_its_sockets_in_order_and_its_log_ends()
    {
        var fake = new FakeFeedHarness(new FakeFeedRequest());
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(fake.Server.Address, "/?token=secret"), default);
        Assert.Equal("connected, 1 open", await fake.Said("connected"));
        await fake.Server.DisposeAsync();
        var last = await socket.ReceiveAsync(new byte[10], default);
        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.EndpointUnavailable), (last.MessageType, socket.CloseStatus));
        Assert.True(fake.Server.Completion.IsCompletedSuccessfully);
        Assert.Equal("closed, 0 open", await fake.Said("closed"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => fake.Said("anything more"));
        await fake.DisposeAsync();
    }

    [Fact]
    public async Task A_client_that_leaves_in_order_is_let_go()
    {
        await using var fake = new FakeFeedHarness(new FakeFeedRequest());
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(fake.Server.Address, default);
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"type":"subscribe","symbol":"OANDA:EUR_XXX"}"""), WebSocketMessageType.Text, true, default);
        await fake.Said("refused: Invalid symbol OANDA:EUR_XXX");
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", default);
        Assert.Equal("closed, 0 open", await fake.Said("closed"));
    }

    [Theory]
    [InlineData("/forex/candle?symbol=OANDA%3AEUR_USD&resolution=5&from=1772545800&to=1772546400", 200)]
    [InlineData("/api/v1/forex/candle?symbol=OANDA%3AEUR_USD&resolution=5&from=1772545800&to=1772546400&token=anything", 200)]
    [InlineData("/forex/candle?symbol=OANDA%3AEUR_USD", 400)]
    [InlineData("/", 404)]
    [InlineData("/api/v1/quote?symbol=AAPL", 404)]
    public async Task Candles_are_at_both_paths_and_nothing_else_is_anywhere(string path, int status)
    {
        await using var fake = new FakeFeedHarness(new FakeFeedRequest());
        using var http = new HttpClient();
        using var answer = await http.GetAsync(Address(fake, path));
        Assert.Equal((status, "application/json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(status == 200 ? "\"s\":\"ok\"" : "\"error\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_the_log_have_the_time_and_no_control_characters_of_clients()
    {
        var log = new FakeFeedLog(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(T0)));
        log.Say("subscribed \u001b[31mX\n");
        log.Say(new string('x', 5000));
        log.End();
        var lines = log.Lines.ToBlockingEnumerable().ToArray();
        Assert.Equal("14:05:00 subscribed ?[31mX?", lines[0]);
        Assert.Equal("14:05:00 " + new string('x', 200) + "...", lines[1]);
    }

    [Fact]
    public async Task Keys_are_not_in_the_log()
    {
        var fake = new FakeFeedHarness(new FakeFeedRequest());
        using var http = new HttpClient();
        (await http.GetAsync(Address(fake, "/api/v1/quote?token=SECRET"))).Dispose();
        Assert.Equal("GET /api/v1/quote: not found", await fake.Said("GET"));
        await fake.DisposeAsync();
    }

    [Fact]
    public async Task The_server_is_found_under_the_name_localhost_too()
    {
        await using var fake = new FakeFeedHarness(new FakeFeedRequest());
        using var http = new HttpClient();
        var address = new UriBuilder(Address(fake, "/")) { Host = "localhost" }.Uri;
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error_that_says_what_to_do()
    {
        await using var fake = new FakeFeedHarness(new FakeFeedRequest());
        var port = fake.Server.Address.Port;
        var error = Assert.Throws<AxflException>(() => new AxflRuntime().StartFakeFeed(new FakeFeedRequest { Port = port }));
        Assert.Equal(("FakeFeedPortTaken", ErrorKind.Feed), (error.ErrorId, error.Kind));
        Assert.Contains($"Cannot listen on port {port} of 127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<FakeFeedRequest> BadRequests =>
    [
        new FakeFeedRequest { Port = -1 }, new FakeFeedRequest { Port = 65536 }, new FakeFeedRequest { TicksPerSecond = 0.05 },
        new FakeFeedRequest { TicksPerSecond = 21 }, new FakeFeedRequest { TicksPerSecond = double.NaN },
        new FakeFeedRequest { DropEvery = TimeSpan.FromSeconds(0.5) }, new FakeFeedRequest { DropEvery = TimeSpan.FromDays(2) },
        new FakeFeedRequest { SilenceAfter = TimeSpan.FromSeconds(-1) },
    ];

    [Theory]
    [MemberData(nameof(BadRequests))]
    public void A_number_out_of_range_is_refused(FakeFeedRequest request) =>
        Assert.Equal("FakeFeedRequestInvalid", Assert.Throws<AxflException>(() => new AxflRuntime().StartFakeFeed(request)).ErrorId);

    private static Uri Address(FakeFeedHarness fake, string path) => new(FeedAddress.Http(fake.Server.Address), path);
}
