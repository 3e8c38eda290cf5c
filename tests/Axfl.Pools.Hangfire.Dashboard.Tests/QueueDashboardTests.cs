using System.Net;
using System.Net.NetworkInformation;
using Axfl.Contracts;
using Axfl.Testing;
using Hangfire;
using Hangfire.States;

namespace Axfl.Pools.Hangfire.Dashboard.Tests;

/// <summary>The pages, over a real queue.</summary>
public sealed class QueueDashboardTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    private static readonly string[] Pages =
    [
        "/", "/jobs/enqueued", $"/jobs/enqueued/{SweepQueueAttribute.Of("spring")}", "/jobs/processing", "/jobs/scheduled", "/jobs/succeeded", "/jobs/failed", "/jobs/deleted", "/jobs/awaiting",
        "/jobs/details/1", "/jobs/details/4", "/retries", "/recurring", "/servers",
    ];

    [Fact]
    public async Task All_pages_answer_and_none_has_the_password()
    {
        await using var shown = await Shown.Start(Queues.New(server));
        foreach (var page in Pages)
        {
            using var answer = await shown.Client.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
            var text = await answer.Content.ReadAsStringAsync() + answer.Headers;
            Assert.DoesNotContain(PostgreSqlServer.Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Username", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Jobs_are_called_by_their_sweep_and_trials()
    {
        await using var shown = await Shown.Start(Queues.New(server));
        var waiting = await shown.Client.GetStringAsync($"/jobs/enqueued/{SweepQueueAttribute.Of("spring")}");
        Assert.Contains("spring, trials 1 to 10", waiting, StringComparison.Ordinal);
        Assert.Contains("spring, trials 11 to 20", waiting, StringComparison.Ordinal);
        Assert.Contains("spring, trials 21 to 30", await shown.Client.GetStringAsync("/jobs/succeeded"), StringComparison.Ordinal);
        Assert.Contains("spring, trials 31 to 40", await shown.Client.GetStringAsync("/jobs/scheduled"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunk_that_failed_says_why()
    {
        await using var shown = await Shown.Start(Queues.New(server));
        Assert.Contains(Queues.Trouble, await shown.Client.GetStringAsync("/jobs/details/4"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("axfl.example")]
    [InlineData("axfl.example:80")]
    [InlineData("127.0.0.1.axfl.example")]
    [InlineData("localhost.axfl.example")]
    [InlineData("0.0.0.0")]
    public async Task A_page_of_another_name_is_refused(string host)
    {
        await using var shown = await Shown.Start(Queues.New(server));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs/enqueued") { Headers = { Host = host } };
        using var answer = await shown.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("spring", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    // As through a tunnel from another port.
    [InlineData("localhost:9000")]
    public async Task A_page_of_this_machine_is_answered(string host)
    {
        await using var shown = await Shown.Start(Queues.New(server));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs/enqueued") { Headers = { Host = host } };
        using var answer = await shown.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/jobs/enqueued/delete", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/jobs/scheduled/enqueue", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/jobs/actions/requeue/1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/STATS/../jobs/enqueued/delete", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/stats", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/jobs/details/1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/jobs/enqueued/delete", HttpStatusCode.Unauthorized)]
    public async Task Nothing_can_be_changed(string method, string page, HttpStatusCode expected)
    {
        var connection = Queues.New(server);
        await using var shown = await Shown.Start(connection);
        var before = server.Sql(connection, "select id, statename from hangfire.job order by id");
        using var request = new HttpRequestMessage(new HttpMethod(method), page);
        if (method != "GET") request.Content = new FormUrlEncodedContent([KeyValuePair.Create("jobs[]", "1")]);
        using var answer = await shown.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(before, server.Sql(connection, "select id, statename from hangfire.job order by id"));
    }

    [Fact]
    public async Task The_counts_on_the_pages_are_answered()
    {
        await using var shown = await Shown.Start(Queues.New(server));
        using var asked = new FormUrlEncodedContent([KeyValuePair.Create("metrics[]", "succeeded:count")]);
        using var answer = await shown.Client.PostAsync("/stats", asked);
        Assert.Contains("\"intValue\":1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_database_itself_refuses_what_the_dashboard_would_change()
    {
        var connection = Queues.New(server);
        var client = new BackgroundJobClient(HangfireSettings.StorageToRead(connection));
        var refused = Assert.ThrowsAny<Exception>(() => client.Create(Queues.JobOf(Queues.Chunk(41)), new EnqueuedState()));
        Assert.Contains("read-only", refused.GetBaseException().Message, StringComparison.Ordinal);
        Assert.Equal("4", server.Sql(connection, "select count(*) from hangfire.job"));
    }

    [Fact]
    public async Task A_user_who_may_only_read_will_do()
    {
        var connection = Queues.New(server);
        server.Sql(connection, "create role reader login password 'reads-only'; grant usage on schema hangfire to reader; grant select on all tables in schema hangfire to reader");
        await using var shown = await Shown.Start(connection + ";Username=reader;Password=reads-only");
        foreach (var page in Pages)
        {
            using var answer = await shown.Client.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_alone()
    {
        await using var shown = await Shown.Start(Queues.New(server));
        var port = new Uri(shown.Dashboard.Address).Port;
        Assert.Equal([IPAddress.Loopback], IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == port).Select(l => l.Address));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        var connection = Queues.New(server);
        await using var shown = await Shown.Start(connection);
        var port = new Uri(shown.Dashboard.Address).Port;
        var taken = await Assert.ThrowsAsync<AxflException>(() => QueueDashboard.StartAsync(Queues.Dialect(connection), port));
        Assert.Equal(("DashboardPortTaken", ErrorKind.Configuration), (taken.ErrorId, taken.Kind));
        Assert.Contains($"port {port} of 127.0.0.1", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_gone_is_told_on_the_page_and_back_again_it_is_shown()
    {
        await using var shown = await Shown.Start(Queues.New(server));
        server.Stop();
        try
        {
            using var answer = await shown.Client.GetAsync("/jobs/succeeded");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains($"on 127.0.0.1:{server.Port} cannot be opened", text, StringComparison.Ordinal);
            Assert.DoesNotContain(PostgreSqlServer.Password, text, StringComparison.Ordinal);
        }
        finally
        {
            server.Start();
        }

        Assert.Contains("spring, trials 21 to 30", await shown.Client.GetStringAsync("/jobs/succeeded"), StringComparison.Ordinal);
    }

    private sealed class Shown : IAsyncDisposable
    {
        private Shown(QueueDashboard dashboard) => (Dashboard, Client) = (dashboard, new HttpClient { BaseAddress = new Uri(dashboard.Address) });

        public QueueDashboard Dashboard { get; }

        public HttpClient Client { get; }

        public static async Task<Shown> Start(string connection) => new(await QueueDashboard.StartAsync(Queues.Dialect(connection), 0));

        public ValueTask DisposeAsync()
        {
            Client.Dispose();
            return Dashboard.DisposeAsync();
        }
    }
}
