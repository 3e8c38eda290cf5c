using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Axfl.FakeHost;
using Axfl.Runs.Health;
using Axfl.Runs.Tests.Live;

namespace Axfl.Runs.Tests.Health;

public class ClockCheckTests
{
    [Theory]
    [InlineData(0, "ok", "0.0 s ahead of 127.0.0.1")]
    [InlineData(-3, "ok", "3.0 s ahead of")]
    [InlineData(-4, "warning", "4.0 s ahead of")]
    [InlineData(4, "warning", "4.0 s behind")]
    [InlineData(30, "warning", "30.0 s behind")]
    [InlineData(31, "failed", "31.0 s behind")]
    [InlineData(-31, "failed", "31.0 s ahead of")]
    public async Task Over_3_s_is_a_warning_and_over_30_s_fails(int serverIsAhead, string state, string seen)
    {
        using var stage = new HealthStage();
        await using var server = await FakeRest.Start(_ => Answer(stage, serverIsAhead));
        stage.Feed = new ScriptedFeed { Server = server.Address };
        var row = Assert.Single(await stage.Run(new ClockCheck()));
        if (state == "ok") row.IsOk();
        else if (state == "warning") row.Warns(seen, "timedatectl set-ntp true");
        else row.Fails(seen, "w32tm /resync");
        row.Seen(seen);
    }

    [Fact]
    public async Task Half_the_round_trip_is_subtracted()
    {
        using var stage = new HealthStage();
        await using var server = await FakeRest.Start(_ =>
        {
            stage.Time.Advance(TimeSpan.FromSeconds(4));
            var answer = Answer(stage, 0);
            stage.Time.Advance(TimeSpan.FromSeconds(4));
            return answer;
        });
        stage.Feed = new ScriptedFeed { Server = server.Address };
        Assert.Single(await stage.Run(new ClockCheck())).IsOk().Seen("0.0 s ahead of 127.0.0.1, which answered in 8.00 s");
    }

    [Fact]
    public async Task No_key_in_the_address_is_sent_or_told()
    {
        using var stage = new HealthStage();
        await using var server = await FakeRest.Start(_ => Answer(stage, 40));
        stage.Feed = new ScriptedFeed { Server = new Uri($"ws://me:SECRET-ONE@127.0.0.1:{server.Address.Port}/prices?token=SECRET-TWO") };
        var row = Assert.Single(await stage.Run(new ClockCheck()));
        Assert.DoesNotContain("SECRET", row.ToString(), StringComparison.Ordinal);
        Assert.All(server.Calls, c => Assert.Equal(("/", "", false), (c.Path, c.QueryText, c.Headers.ContainsKey("Authorization"))));
    }

    [Fact]
    public async Task A_server_that_does_not_tell_the_time_is_a_warning()
    {
        using var stage = new HealthStage();
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var answering = AnswerWithoutDate(server);
        stage.Feed = new ScriptedFeed { Server = new Uri($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}") };
        Assert.Single(await stage.Run(new ClockCheck())).Warns("no header Date", "timedatectl");
        await answering;
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_fails_with_the_cause()
    {
        using var stage = new HealthStage { Feed = new ScriptedFeed { Server = new Uri($"ws://127.0.0.1:{ClosedPort()}") } };
        Assert.Single(await stage.Run(new ClockCheck())).Fails("127.0.0.1 cannot be reached", "network, proxy, address");
    }

    [Fact]
    public async Task Without_a_feed_there_is_nobody_to_ask()
    {
        using var stage = new HealthStage();
        Assert.Single(await stage.Run(new ClockCheck())).Warns("there is no feed", "'feed'");
    }

    private static RestReply Answer(HealthStage stage, int ahead) => new(404, "")
    {
        Headers = new Dictionary<string, string> { ["Date"] = stage.Time.GetUtcNow().AddSeconds(ahead).ToString("R", CultureInfo.InvariantCulture) },
    };

    private static async Task AnswerWithoutDate(TcpListener server)
    {
        for (var i = 0; i < 2; i++)
        {
            using var client = await server.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[4096];
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal)) request.Append(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            await stream.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray());
        }
    }

    private static int ClosedPort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
