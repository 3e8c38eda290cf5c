using System.Management.Automation;
using Axfl.PowerShell.Progress;

namespace Axfl.PowerShell.Tests.Progress;

public class BackgroundWorkTests
{
    [Fact]
    public void Reports_are_shown_on_the_calling_thread_and_the_last_is_among_them()
    {
        var threads = new HashSet<int>();
        var shown = new List<int>();
        var result = BackgroundWork.Do<int, string>((reports, _) =>
        {
            for (var i = 1; i <= 100; i++) reports.Report(i);
            return Task.FromResult("done");
        }, report =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            shown.Add(report);
        }, CancellationToken.None);
        Assert.Equal("done", result);
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
        Assert.Equal(100, shown[^1]);
        Assert.Equal(shown.Order(), shown);
    }

    [Fact]
    public void Of_work_that_tells_things_each_is_heard_on_the_calling_thread_whoever_says_it()
    {
        var threads = new HashSet<int>();
        var heard = new List<string>();
        BackgroundWork.DoEach<Action, int>((calls, _) =>
        {
            calls.Report(() => heard.Add("first"));
            var other = new Thread(() => Parallel.For(0, 100, i => calls.Report(() => heard.Add("other"))));
            other.Start();
            other.Join();
            calls.Report(() => heard.Add("last"));
            return Task.FromResult(0);
        }, call =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            call();
        }, CancellationToken.None);
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
        Assert.Equal(["first", .. Enumerable.Repeat("other", 100), "last"], heard);
    }

    [Fact]
    public void An_error_of_the_work_is_the_error_of_the_call() =>
        Assert.Throws<FormatException>(() => BackgroundWork.Do<int, int>((_, _) => throw new FormatException(), static _ => { }, CancellationToken.None));

    [Fact]
    public void A_stopped_pipeline_ends_the_work_first()
    {
        using var pipeline = new CancellationTokenSource();
        var ended = false;
        Assert.Throws<PipelineStoppedException>(() => BackgroundWork.Do<int, int>(async (reports, stop) =>
        {
            reports.Report(1);
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => ended = true, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            stop.ThrowIfCancellationRequested();
            return 0;
        }, _ => pipeline.Cancel(), pipeline.Token));
        Assert.True(ended);
    }

    [Fact]
    public void A_picture_that_fails_ends_the_work_first()
    {
        var ended = false;
        Assert.Throws<InvalidOperationException>(() => BackgroundWork.Do<int, int>(async (reports, stop) =>
        {
            reports.Report(1);
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => ended = true, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return 0;
        }, _ => throw new InvalidOperationException(), CancellationToken.None));
        Assert.True(ended);
    }

    [Theory]
    [InlineData(0.256, 25)]
    [InlineData(1.5, 100)]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, -1)]
    public void A_fraction_is_shown_in_percent(double fraction, int percent) => Assert.Equal(percent, BackgroundWork.Percent(fraction));
}
