using System.Text.Json;
using Axfl.Contracts;
using Axfl.Engine.Status;
using Axfl.Runs.Files;
using Axfl.Runs.Recording;
using Axfl.Runtime;
using Axfl.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Runs.Tests.Files;

/// <summary>now.json: when it is written, and what is in it.</summary>
public sealed class NowFileTests : IDisposable
{
    private readonly TemporaryFolder _run = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 13, 8, 0, 0, TimeSpan.Zero));

    private string Path => _run["now.json"];

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_changed_state_is_due_once_a_second()
    {
        using var now = new NowWriter(Path, _time);
        Assert.True(now.IsDue);
        now.Write(Content(1));
        Assert.False(now.IsDue);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(now.IsDue);
        now.Write(Content(2));
        Assert.Equal((2, "2026-01-13T08:00:01Z"), (Trades(), WrittenAt()));
    }

    [Fact]
    public void A_state_that_did_not_change_is_written_again_after_five_seconds()
    {
        using var now = new NowWriter(Path, _time);
        now.Write(Content(1));
        _time.Advance(TimeSpan.FromSeconds(3));
        now.Write(Content(1));
        Assert.Equal("2026-01-13T08:00:00Z", WrittenAt());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("2026-01-13T08:00:05Z", WrittenAt());
    }

    [Fact]
    public void A_run_that_waits_for_its_next_bar_gives_signs_of_life_all_the_same()
    {
        using var now = new NowWriter(Path, _time);
        now.Write(Content(1));
        for (var i = 0; i < 12; i++) _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("2026-01-13T08:00:10Z", WrittenAt());
    }

    [Fact]
    public void The_end_is_written_at_once_and_stays()
    {
        using var now = new NowWriter(Path, _time);
        now.Write(Content(1));
        now.End(null, RunStates.Failed);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((RunStates.Failed, Environment.ProcessId, "2026-01-13T08:00:00Z"), (Text("state"), Json().GetProperty("pid").GetInt32(), WrittenAt()));
        Assert.Equal("now.json", System.IO.Path.GetFileName(Assert.Single(Directory.GetFiles(_run.Path))));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_an_output_error_that_names_it()
    {
        using var now = new NowWriter(_run["absent/now.json"], _time);
        var error = Assert.Throws<AxflException>(() => now.Write(Content(1)));
        Assert.Equal(("OutputNotWritable", ErrorKind.Output, _run["absent/now.json"]), (error.ErrorId, error.Kind, error.Target));
    }

    [Fact]
    public void Members_stand_in_the_documented_order_with_the_whole_status_first()
    {
        using var now = new NowWriter(Path, _time);
        now.Write(Content(1));
        Assert.Equal(
            ["status", "written_at", "pid", "state", "prices", "windows", "limits", "halts", "last_trades", "last_refusals"],
            Json().EnumerateObject().Select(p => p.Name));
        Assert.Equal(StatusJson.Write(Content(1).Status), Json().GetProperty("status").GetRawText());
        Assert.Equal("""{"symbol":"EURUSD","mid":1.1,"bid":1.09995,"ask":1.10005,"stamped":"2026-01-13T07:59:59Z","received":"2026-01-13T08:00:00Z","fresh":true,"why":null}""",
            Json().GetProperty("prices")[0].GetRawText());
        Assert.Equal("""{"strategy":"lsg","start":"2026-01-13T07:00:00Z","end":"2026-01-13T10:00:00Z"}""", Json().GetProperty("windows")[0].GetRawText());
        Assert.Equal("""{"strategy":null,"r":-1.5,"stop_r":-5.0,"trades":2,"max_trades":null}""", Json().GetProperty("limits")[0].GetRawText());
        Assert.Equal("""{"halt":"drawdown","strategy":null,"until":"2026-01-13T09:00:00Z"}""", Json().GetProperty("halts")[0].GetRawText());
    }

    [Fact]
    public void A_price_of_which_nobody_knows_when_it_was_received_has_null_there()
    {
        using var now = new NowWriter(Path, _time);
        var tick = new Tick(0, 1.1, double.NaN);
        now.Write(Content(1) with { Prices = [NowPrice.OfTick("EURUSD", tick, received: long.MinValue, why: null)] });
        Assert.Equal("""{"symbol":"EURUSD","mid":1.1,"bid":null,"ask":null,"stamped":"1970-01-01T00:00:00Z","received":null,"fresh":true,"why":null}""",
            Json().GetProperty("prices")[0].GetRawText());
    }

    [Fact]
    public async Task A_replay_leaves_its_end_with_last_prices_trades_and_refusals()
    {
        await using var run = new AxflRuntime().Start(new RunRequest
        {
            Source = "simulated", Since = new DateTime(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 8, 2, 0, 0, 0, DateTimeKind.Utc),
            OutputDirectory = _run.Path, RunId = "r",
        }, CancellationToken.None);
        await foreach (var _ in run.Events)
        {
            // To its end.
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(run.Directory, "now.json")));
        var now = document.RootElement;
        Assert.Equal(RunStates.Ended, now.GetProperty("state").GetString());
        Assert.Equal(StatusFiles.Last(run.Directory).LedgerHash, now.GetProperty("status").GetProperty("ledger_hash").GetString());
        Assert.All(now.GetProperty("prices").EnumerateArray(), p => Assert.True(p.GetProperty("fresh").GetBoolean()));
        var trades = TradesCsv.Read(System.IO.Path.Combine(run.Directory, "trades.csv")).TakeLast(5).Select(t => t.TradeId);
        Assert.Equal(trades, now.GetProperty("last_trades").EnumerateArray().Select(t => t.GetProperty("trade_id").GetInt32()));
        var refusals = DecisionsFile.Read(System.IO.Path.Combine(run.Directory, "decisions.jsonl"))
            .Where(d => d.Stage != "cancel" && d.Result is not ("accepted" or "filled" or "warmup")).TakeLast(5).Select(d => d.Detail);
        Assert.Equal(refusals, now.GetProperty("last_refusals").EnumerateArray().Select(t => t.GetProperty("detail").GetString()));
        Assert.Equal(5, now.GetProperty("last_refusals").GetArrayLength());
        Assert.Equal(["portfolio_live_202507.jsonl", "portfolio_live_202508.jsonl"],
            Directory.GetFiles(run.Directory, "portfolio_live_*").Select(System.IO.Path.GetFileName).Order());
    }

    private static NowContent Content(int trades)
    {
        static long At(string time) => EventTime.TryParseIso(time, out var t) ? t : throw new FormatException(time);
        var status = SampleStatus.Quiet with { Total = new TotalStatus(0, 0, trades, 1, 0) };
        var tick = new Tick(At("2026-01-13T07:59:59Z"), 1.1, 0.0001);
        return new NowContent(
            status, [NowPrice.OfTick("EURUSD", tick, At("2026-01-13T08:00:00Z"), null)],
            [new NowWindow("lsg", At("2026-01-13T07:00:00Z"), At("2026-01-13T10:00:00Z"))],
            new RiskView([], [new LimitView(null, -1.5, -5, 2, null)], [new HaltView("drawdown", null, At("2026-01-13T09:00:00Z"))]), [], []);
    }

    private JsonElement Json()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path));
        return document.RootElement.Clone();
    }

    private string? Text(string name) => Json().GetProperty(name).GetString();

    private string? WrittenAt() => Text("written_at");

    private int Trades() => Json().GetProperty("status").GetProperty("total").GetProperty("trades").GetInt32();
}
