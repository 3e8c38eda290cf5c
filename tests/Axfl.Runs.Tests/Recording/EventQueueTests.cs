using Axfl.Contracts;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Tests.Recording;

/// <summary>Batches of events between the thread that writes them down and their reader.</summary>
public class EventQueueTests
{
    private static readonly CancellationToken NoStop = CancellationToken.None;

    [Fact]
    public async Task A_reader_who_waits_is_woken_by_a_batch_and_by_the_end()
    {
        var queue = new EventQueue(2, dropsOldest: false);
        var batch = Batch(1);
        var waiting = queue.WaitAsync().AsTask();
        Assert.False(waiting.IsCompleted);
        queue.Add(batch, NoStop);
        Assert.True(await waiting);
        Assert.Same(batch, queue.TryTake());
        Assert.Null(queue.TryTake());
        waiting = queue.WaitAsync().AsTask();
        queue.Complete(null);
        Assert.False(await waiting);
        Assert.False(await queue.WaitAsync());
    }

    [Fact]
    public async Task A_fault_comes_behind_the_last_batch()
    {
        var queue = new EventQueue(2, dropsOldest: false);
        queue.Add(Batch(1), NoStop);
        queue.Complete(new InvalidOperationException("gone"));
        queue.Complete(null);
        Assert.True(await queue.WaitAsync());
        Assert.NotNull(queue.TryTake());
        Assert.Equal("gone", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await queue.WaitAsync())).Message);
    }

    [Fact]
    public async Task A_reader_who_waits_gets_the_fault()
    {
        var queue = new EventQueue(2, dropsOldest: false);
        var waiting = queue.WaitAsync().AsTask();
        queue.Complete(new InvalidOperationException("gone"));
        Assert.Equal("gone", (await Assert.ThrowsAsync<InvalidOperationException>(() => waiting)).Message);
    }

    [Fact]
    public async Task The_writer_waits_for_room_and_nothing_is_lost()
    {
        var queue = new EventQueue(2, dropsOldest: false);
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++) queue.Add(Batch(i), NoStop);
            queue.Complete(null);
        });
        var next = 0L;
        while (await queue.WaitAsync())
            while (queue.TryTake() is { } batch) Assert.Equal(next++, Number(batch));
        await writing;
        Assert.Equal(1000, next);
    }

    [Fact]
    public async Task After_a_stop_the_writer_waits_no_longer_for_a_reader_who_has_gone()
    {
        using var stop = new CancellationTokenSource();
        var queue = new EventQueue(1, dropsOldest: false);
        queue.Add(Batch(1), stop.Token);
        var writing = Task.Run(() => queue.Add(Batch(2), stop.Token));
        await stop.CancelAsync();
        await writing;
        queue.Add(Batch(3), stop.Token);
        queue.Complete(null);
        Assert.Equal(1, Number(queue.TryTake()));
        Assert.Null(queue.TryTake());
        Assert.False(await queue.WaitAsync());
    }

    [Fact]
    public void The_oldest_make_room_where_the_writer_must_not_wait_and_lost_statuses_are_counted()
    {
        var queue = new EventQueue(2, dropsOldest: true);
        queue.Add([new StatusEvent(null!, false), new StatusEvent(null!, false)], NoStop);
        queue.Add(Batch(1), NoStop);
        queue.Add(Batch(2), NoStop);
        queue.Add(Batch(3), NoStop);
        Assert.Equal((2, 0), (queue.TakeDropped(), queue.TakeDropped()));
        Assert.Equal(2, Number(queue.TryTake()));
        Assert.Equal(3, Number(queue.TryTake()));
    }

    private static RunEvent[] Batch(long number) => [new ProgressEvent(0, number, 0, default)];

    private static long? Number(RunEvent[]? batch) => ((ProgressEvent?)batch?[0])?.Bars;
}
