using Axfl.Data.Threads;

namespace Axfl.Data.Tests.Threads;

/// <summary>A bounded queue between two threads.</summary>
public class HandOverTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Items_come_in_order_and_none_is_lost(int capacity)
    {
        var queue = new HandOver<string>(capacity);
        var giving = Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++) Assert.True(queue.Give($"{i}"));
            queue.Complete();
        });
        for (var i = 0; i < 10_000; i++) Assert.Equal($"{i}", queue.Take());
        Assert.Null(queue.Take());
        await giving;
    }

    [Fact]
    public async Task No_more_items_wait_than_there_is_room_for()
    {
        var queue = new HandOver<string>(4);
        for (var i = 0; i < 4; i++) queue.Give($"{i}");
        var fifth = Task.Run(() => queue.Give("4"));
        Assert.Equal("0", queue.Take());
        Assert.Equal("1", queue.Take());
        Assert.True(await fifth);
        for (var i = 2; i < 5; i++) Assert.Equal($"{i}", queue.Take());
    }

    [Fact]
    public void A_fault_comes_behind_the_last_item_each_time()
    {
        var queue = new HandOver<string>(4);
        queue.Give("a");
        queue.Complete(new InvalidOperationException("b"));
        queue.Complete();
        Assert.Equal("a", queue.Take());
        Assert.Equal("b", Assert.Throws<InvalidOperationException>(() => queue.Take()).Message);
        Assert.Equal("b", Assert.Throws<InvalidOperationException>(() => queue.Take()).Message);
    }

    [Fact]
    public async Task Whoever_waits_with_an_item_is_let_go_when_nobody_takes_any_more()
    {
        var queue = new HandOver<string>(1);
        queue.Give("a");
        var waiting = Task.Run(() => queue.Give("b"));
        queue.Close();
        Assert.False(await waiting);
        Assert.False(queue.Give("c"));
    }

    [Fact]
    public async Task Whoever_waits_for_an_item_is_let_go_at_the_end()
    {
        var queue = new HandOver<string>(1);
        var waiting = Task.Run(queue.Take);
        queue.Complete();
        Assert.Null(await waiting);
    }
}
