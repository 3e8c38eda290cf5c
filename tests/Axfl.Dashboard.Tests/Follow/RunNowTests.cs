using Axfl.Dashboard.Follow;
using Axfl.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Dashboard.Tests.Follow;

public sealed class RunNowTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 13, 7, 30, 0, TimeSpan.Zero));
    private readonly RunFolder _run;

    public RunNowTests() => _run = new RunFolder(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_replaced_is_seen_and_what_is_not_is_not_told_again()
    {
        _run.Now(r: 1);
        var now = new RunNow(_folder.Path, _time);
        Assert.True(now.Look());
        Assert.False(now.Look());
        _run.Now("2026-01-13T07:30:01.000Z", r: 22.5);
        Assert.True(now.Look());
        Assert.Equal(22.5, now.Content!.Value.GetProperty("status").GetProperty("today").GetProperty("r_total").GetDouble());
        Assert.Equal(("running", null), (now.State, now.Error));
    }

    [Fact]
    public void A_file_that_is_no_JSON_leaves_what_was_seen()
    {
        _run.Now();
        var now = new RunNow(_folder.Path, _time);
        now.Look();
        _run.Write("now.json", "{\"status\":");
        Assert.False(now.Look());
        Assert.NotNull(now.Content);
        _run.Now("2026-01-13T07:30:02.000Z", r: 3);
        Assert.True(now.Look());
    }

    [Fact]
    public void Members_of_another_kind_are_as_none()
    {
        _run.Write("now.json", "{\"status\":{\"day\":1,\"now\":[]},\"written_at\":2,\"pid\":\"x\",\"state\":{}}\n");
        var now = new RunNow(_folder.Path, _time);
        Assert.True(now.Look());
        Assert.Equal((null, File.GetLastWriteTimeUtc(_run["now.json"])), (now.Now, now.WrittenAt!.Value));
    }

    [Fact]
    public void A_run_whose_process_is_gone_is_dead()
    {
        _run.Write("now.json", $"{{\"status\":{RunFolder.Status()},\"written_at\":\"2026-01-13T07:30:00.000Z\",\"pid\":{int.MaxValue},\"state\":\"running\"}}\n").Journal();
        _run.Write("run.lock", $"{{\"pid\":\"{int.MaxValue}\",\"host\":\"{Environment.MachineName}\"}}");
        var now = new RunNow(_folder.Path, _time);
        Assert.True(now.Look());
        Assert.Equal("killed", now.State);
        Assert.Contains("is gone without a summary", now.Error, StringComparison.Ordinal);

        // Resumed by this process.
        using var held = _run.Lock();
        _run.Now("2100-01-01T00:00:00.000Z");
        Assert.True(now.Look());
        Assert.Equal(("running", null), (now.State, now.Error));
    }

    [Fact]
    public void A_copy_of_the_directory_of_a_run_is_dead_however_new_its_words_are()
    {
        using var original = new TemporaryFolder();
        var run = new RunFolder(original.Path).Journal().Now("2100-01-01T00:00:00.000Z");
        using var held = run.Lock();
        foreach (var file in Directory.GetFiles(original.Path)) _run.Write(Path.GetFileName(file), Path.GetExtension(file) == ".held" ? "" : File.ReadAllText(file));
        _run.Journal();
        var (now, copy) = (new RunNow(original.Path, _time), new RunNow(_folder.Path, _time));
        Assert.True(now.Look() && copy.Look());
        Assert.Equal(("running", "killed"), (now.State, copy.State));
        Assert.Contains($"Process {Environment.ProcessId}, which its lock names, does not hold it", copy.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_now_json_the_last_status_line_serves_also_of_the_next_file()
    {
        var now = new RunNow(_folder.Path, _time);
        _run.Add("portfolio_live_202601.jsonl", RunFolder.Status("2026-01-30T07:00:00Z", 1) + "\n" + RunFolder.Status("2026-01-31T07:00:00Z", 2) + "\n{\"torn");
        now.Look();
        Assert.Equal(RunFolder.At("2026-01-31T07:00:00Z"), new DateTimeOffset(now.Now!.Value).ToUnixTimeMilliseconds());
        _run.Add("portfolio_live_202602.jsonl", RunFolder.Status("2026-02-01T07:00:00Z", 3) + "\n");
        Assert.True(now.Look());
        Assert.Equal(RunFolder.At("2026-02-01T07:00:00Z"), new DateTimeOffset(now.Now!.Value).ToUnixTimeMilliseconds());
        Assert.NotNull(now.WrittenAt);
    }
}
