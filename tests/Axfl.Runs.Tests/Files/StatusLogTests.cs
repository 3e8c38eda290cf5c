using System.Text;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

public sealed class StatusLogTests : IDisposable
{
    private readonly TemporaryFolder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Each_trading_day_has_a_file_with_a_line_a_status()
    {
        Write("2025-10-16", "2025-10-17", "2025-10-17");
        Assert.Equal(
            ["portfolio_live_20251016.jsonl", "portfolio_live_20251017.jsonl"],
            Directory.GetFiles(_run.Path).Select(Path.GetFileName).Order());
        Assert.Equal(StatusJson.Write(SampleStatus.Quiet with { Mode = "ws", Day = "2025-10-16" }) + "\n", File.ReadAllText(_run["portfolio_live_20251016.jsonl"]));
        Assert.Equal(2, File.ReadAllLines(_run["portfolio_live_20251017.jsonl"]).Length);
    }

    [Fact]
    public void In_a_replay_each_month_of_event_time_has_a_file()
    {
        using (var log = new StatusLog(_run.Path))
        {
            foreach (var now in new[] { "2025-09-30T23:55:00Z", "2025-10-01T00:00:00Z", "2025-10-31T16:00:00Z" })
                log.Append(SampleStatus.Quiet with { Now = EventTime.ToDateTime(SampleRecords.At(now)) });
        }

        Assert.Equal(
            ["portfolio_live_202509.jsonl", "portfolio_live_202510.jsonl"], Directory.GetFiles(_run.Path).Select(Path.GetFileName).Order());
        Assert.Equal([30, 1, 31], StatusFiles.Read(_run.Path).Select(s => s.Now.Day));
        Assert.Equal(31, StatusFiles.Last(_run.Path).Now.Day);
    }

    [Fact]
    public void A_status_with_a_member_that_stands_in_it_twice_is_a_damaged_line()
    {
        var line = StatusJson.Write(SampleStatus.Busy).Replace("\"USDJPY\":0.8", "\"EURUSD\":0.8", StringComparison.Ordinal);
        _run.File("portfolio_live_20251017.jsonl", line + "\n");
        var error = Assert.Throws<AxflException>(() => StatusFiles.Last(_run.Path));
        Assert.Equal(("StatusInvalid", ErrorKind.Data), (error.ErrorId, error.Kind));
    }

    [Fact]
    public void Statuses_read_back_in_order_and_the_newest_alone()
    {
        Write("2025-12-31", "2026-01-01", "2026-01-02");
        Assert.Equal(["2025-12-31", "2026-01-01", "2026-01-02"], StatusFiles.Read(_run.Path).Select(s => s.Day));
        Assert.Equal("2026-01-02", StatusFiles.Last(_run.Path).Day);
    }

    [Fact]
    public void A_status_can_be_read_as_soon_as_it_is_flushed()
    {
        using var log = new StatusLog(_run.Path);
        var line = log.Append(SampleStatus.Busy);
        log.Flush();
        Assert.Equal(StatusJson.Write(SampleStatus.Busy), Encoding.UTF8.GetString(line));
        Assert.Equal("oanda", StatusFiles.Last(_run.Path).Source);
    }

    [Fact]
    public void A_resumed_run_goes_on_in_the_same_file()
    {
        Write("2025-10-17");
        Write("2025-10-17");
        Assert.Equal(2, StatusFiles.Read(_run.Path).Count());
    }

    [Fact]
    public void A_torn_last_line_is_left_out_even_when_it_is_the_only_one_of_its_day()
    {
        Write("2025-10-16");
        _run.File("portfolio_live_20251017.jsonl", """{"ok":true,"mode":"rep""");
        Assert.Equal("2025-10-16", Assert.Single(StatusFiles.Read(_run.Path)).Day);
        Assert.Equal("2025-10-16", StatusFiles.Last(_run.Path).Day);
    }

    [Fact]
    public void A_damaged_line_is_an_error_that_names_file_and_line()
    {
        var path = _run.File("portfolio_live_20251017.jsonl", StatusJson.Write(SampleStatus.Quiet) + "\nnonsense\n");
        var error = Assert.Throws<AxflException>(() => StatusFiles.Read(_run.Path).ToArray());
        Assert.Equal(("StatusInvalid", path), (error.ErrorId, error.Target));
        Assert.Contains($"{path}(2)", error.Message);
    }

    [Fact]
    public void A_directory_without_a_status_is_an_error() =>
        Assert.Equal("StatusNotFound", Assert.Throws<AxflException>(() => StatusFiles.Last(_run["absent"])).ErrorId);

    [Fact]
    public void A_run_directory_that_vanished_is_an_output_error()
    {
        using var log = new StatusLog(_run["absent"]);
        Assert.Equal("OutputNotWritable", Assert.Throws<AxflException>(() => log.Append(SampleStatus.Quiet)).ErrorId);
    }

    private void Write(params string[] days)
    {
        using var log = new StatusLog(_run.Path);
        foreach (var day in days) log.Append(SampleStatus.Quiet with { Mode = "ws", Day = day });
    }
}
