using System.Text.Json;
using Axfl.Dashboard.Api;

namespace Axfl.Dashboard.Tests.Api;

public sealed class ApiTests : IAsyncDisposable
{
    private readonly Board _board = new();

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task Without_a_run_the_list_is_empty_and_runs_that_begin_later_are_there()
    {
        Assert.Empty(Json(await _board.Get("/api/runs")).GetProperty("runs").EnumerateArray());
        _board.Run("zürich and more").Now();
        var run = Assert.Single(Json(await _board.Get("/api/runs")).GetProperty("runs").EnumerateArray());
        Assert.Equal("zürich and more", run.GetProperty("run").GetString());
        Assert.Equal(200, (await _board.Get("/api/runs/z%C3%BCrich%20and%20more")).Status);
    }

    [Fact]
    public async Task A_run_that_cannot_be_read_is_listed_as_failed_with_the_reason()
    {
        _board.Run("whole").Now();
        using (var summary = File.Create(_board.Run("damaged").Add("trades.csv", RunFolder.Header)["summary.json"])) summary.SetLength((1 << 24) + 1);
        var runs = Json(await _board.Get("/api/runs")).GetProperty("runs").EnumerateArray().ToDictionary(static r => r.GetProperty("run").GetString()!);
        Assert.Equal(["damaged", "whole"], runs.Keys.Order());
        Assert.Equal("failed", runs["damaged"].GetProperty("state").GetString());
        Assert.Contains("summary.json", runs["damaged"].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_given_at_once_and_its_events_follow_behind_it()
    {
        var run = _board.Run().Now().Journal().Add("trades.csv", RunFolder.Header + RunFolder.Trade(1)).Add("decisions.jsonl", RunFolder.Decision(1));
        var all = Json(await _board.Get("/api/runs/first"));
        Assert.Equal(("first", 1, 1), (all.GetProperty("run").GetString(), all.GetProperty("trades").GetArrayLength(), all.GetProperty("decisions").GetArrayLength()));
        using var client = await Listen($"?after={all.GetProperty("id").GetString()}");
        var status = await client.Event();
        Assert.Equal("status", status.Name);

        run.Add("trades.csv", RunFolder.Trade(2)[..20]);
        await Look();
        run.Add("trades.csv", RunFolder.Trade(2)[20..]);
        await Look();
        var trade = await client.Event();
        Assert.Equal(("trade", 2), (trade.Name, JsonDocument.Parse(trade.Data).RootElement.GetProperty("trade_id").GetInt32()));

        // The page is away for a while; the browser says what it saw last, whatever the address says.
        run.Add("trades.csv", RunFolder.Trade(3)).Add("decisions.jsonl", RunFolder.Decision(2));
        using var again = await Listen("?after=0-0-0-0", $"Last-Event-ID: {trade.Id}\r\n");
        Assert.Equal(3, JsonDocument.Parse((await again.Event()).Data).RootElement.GetProperty("trade_id").GetInt32());
        Assert.Equal("decision", (await again.Event()).Name);
    }

    [Fact]
    public async Task A_page_that_asks_now_and_then_is_told_the_same()
    {
        var run = _board.Run().Now().Journal().Add("trades.csv", RunFolder.Header);
        var id = Json(await _board.Get("/api/runs/first")).GetProperty("id").GetString();
        run.Add("trades.csv", string.Concat(Enumerable.Range(1, 3000).Select(i => RunFolder.Trade(i))));
        var trades = new List<int>();
        bool isMore;
        do
        {
            var answer = Json(await _board.Get("/api/runs/first?after=" + id));
            trades.AddRange(answer.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("data").GetProperty("trade_id").GetInt32()));
            Assert.Equal("running", answer.GetProperty("status").GetProperty("state").GetString());
            (id, isMore) = (answer.GetProperty("id").GetString(), answer.GetProperty("more").GetBoolean());
        }
        while (isMore);
        Assert.Equal(Enumerable.Range(1, 3000), trades);
        Assert.Equal(400, (await _board.Get("/api/runs/first?after=nonsense")).Status);
    }

    [Fact]
    public async Task A_connection_on_which_nothing_happens_is_shown_to_live()
    {
        _board.Run().Now();
        using var client = await Listen("");
        Assert.Equal("status", (await client.Event()).Name);
        var beat = client.Until("\n:\n\n");
        var began = _board.Clock.GetUtcNow();
        while (!beat.IsCompleted) await Look();
        await beat;
        Assert.True(_board.Clock.GetUtcNow() - began >= EventFeed.Beat);
    }

    [Fact]
    public async Task The_sixth_page_is_told_to_ask_instead()
    {
        _board.Run().Now();
        var clients = new List<RawClient>();
        for (var i = 0; i < Routes.MostStreams; i++)
        {
            clients.Add(await Listen(""));
            await clients[i].Event();
        }

        Assert.Equal(204, (await _board.Get("/api/runs/first/events")).Status);
        clients.ForEach(c => c.Dispose());
        while ((await _board.Get("/api/runs/first/events", "HEAD")).Status != 200)
        {
        }
    }

    [Fact]
    public async Task The_end_is_told_and_a_run_of_other_files_begins_anew()
    {
        var run = _board.Run().Now().Add("trades.csv", RunFolder.Header + RunFolder.Trade(1));
        using var client = await Listen("");
        await client.Event();
        run.Write("summary.json", "{}").Now("2026-01-13T07:30:01.000Z", "stopped");
        await Look();
        Assert.Equal("status", (await client.Event()).Name);
        Assert.Equal("end", (await client.Event()).Name);
        run.Write("trades.csv", RunFolder.Header + RunFolder.Trade(9, r: -1) + RunFolder.Trade(2));
        await Look();
        Assert.Contains("\"changed\"", (await client.Event()).Data, StringComparison.Ordinal);
        await client.ToEnd();
    }

    [Fact]
    public async Task An_unreadable_run_hides_no_other()
    {
        _board.Run("good").Now();
        _board.Run("bad").Write("now.json", "[]").Write("trades.csv", "\0\0\0").Write("decisions.jsonl", "\n\n\0").Write("summary.json", "{").Add("journal/000001.jsonl", "\0");
        _board.Run("empty");
        Assert.Equal(3, Json(await _board.Get("/api/runs")).GetProperty("runs").GetArrayLength());
        foreach (var id in new[] { "good", "bad", "empty" }) Assert.Equal(200, (await _board.Get("/api/runs/" + id)).Status);
    }

    private async Task<RawClient> Listen(string query, string fields = "")
    {
        var client = await _board.Connect();
        await client.Send($"GET /api/runs/first/events{query} HTTP/1.1\r\nHost: 127.0.0.1:{_board.Port}\r\nCookie: {await _board.Cookie()}\r\n{fields}\r\n");
        var answer = await client.Read(hasBody: false);
        Assert.Equal((200, "text/event-stream"), (answer.Status, answer.Field("Content-Type")));
        return client;
    }

    // Until the server waits for its next look at the files; then it looks.
    private Task Look() => _board.Clock.Pass(EventFeed.Look, new CancellationTokenSource(Board.Patience).Token);

    private static JsonElement Json(RawAnswer answer)
    {
        Assert.Equal(200, answer.Status);
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
