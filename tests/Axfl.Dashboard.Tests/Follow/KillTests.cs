using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Axfl.Dashboard.Follow;
using Axfl.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Dashboard.Tests.Follow;

/// <summary>A live run in a process of its own (tests/LiveHost) that is killed and resumed while it is followed.</summary>
public sealed class KillTests : IDisposable
{
    private const int Ticks = 9_000;
    // As often as the server looks; nothing is timed by it.
    private const int Look = 260;
    private static readonly int[] Kills = [1_900, 3_700, 3_701, 5_600, 7_400];

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _ended = new();

    public void Dispose()
    {
        _ended.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Of_a_run_killed_and_resumed_again_and_again_every_trade_and_decision_is_told_once()
    {
        var directory = Directory.CreateDirectory(Path.Combine(_folder.Path, "runs", "killed")).FullName;
        Directory.Delete(directory);
        var following = Task.Run(() => Follow(directory));
        foreach (var point in Kills) Assert.Equal(137, await Host(point));
        Assert.Equal(0, await Host(-1));
        await _ended.CancelAsync();
        var events = await following.WaitAsync(Board.Patience);

        var trades = File.ReadAllLines(Path.Combine(directory, "trades.csv")).Length - 1;
        Assert.True(trades > 20, $"only {trades} trades");
        Assert.Equal(Enumerable.Range(1, trades), events.Where(e => e.Name == "trade").Select(e => JsonDocument.Parse(e.Data).RootElement.GetProperty("trade_id").GetInt32()));
        Assert.Equal(File.ReadAllLines(Path.Combine(directory, "decisions.jsonl")).Length, events.Count(e => e.Name == "decision"));
    }

    // As a page does that is away now and then: it returns with the id of what it has seen.
    private List<PageEvent> Follow(string directory)
    {
        var (events, time) = (new List<PageEvent>(), new FakeTimeProvider());
        var tail = new RunTail(directory, default(RunPosition), time);
        for (var look = 0; ; look++)
        {
            var isLast = _ended.IsCancellationRequested;
            var before = events.Count;
            while (Read(tail, events))
            {
            }

            Assert.False(tail.IsChanged);
            if (isLast) return events;
            if (events.Count > before && look % 3 == 0) tail = new RunTail(directory, RunPosition.Parse(events[^1].After.ToString()), time);
            _ended.Token.WaitHandle.WaitOne(Look);
        }
    }

    private static bool Read(RunTail tail, List<PageEvent> events)
    {
        try
        {
            return tail.Read(events);
        }
        catch (IOException)
        {
            // It is being put in the place of another.
            return false;
        }
    }

    private async Task<int> Host(int killAt)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Axfl.LiveHost.dll"), _folder.Path, "killed", "1", Ticks.ToString(CultureInfo.InvariantCulture), killAt.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await Task.WhenAll(output, errors);
        return process.ExitCode;
    }
}
