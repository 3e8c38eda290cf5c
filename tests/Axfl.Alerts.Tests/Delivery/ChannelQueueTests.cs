using System.Threading.Channels;
using Axfl.Alerts.Channels;
using Axfl.Alerts.Delivery;
using Axfl.Alerts.Messages;
using Axfl.Alerts.Tests.Servers;
using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Alerts.Tests.Delivery;

public sealed class ChannelQueueTests : IDisposable
{
    private static readonly DateTimeOffset T0 = DateTimeOffset.FromUnixTimeMilliseconds(Sample.Time);

    private readonly SteppedClock _clock = new(T0);
    private readonly TimeProvider _view;
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(2));
    private readonly DeliveryCounts _counts = new();
    private readonly TemporaryFolder _folder = new();
    private readonly List<NoticeEvent> _notices = [];

    public ChannelQueueTests() => _view = _clock.View();

    [Fact]
    public async Task What_waits_is_sent_as_one_in_order_and_noted_for_each()
    {
        var channel = new HeldChannel(2000);
        var queue = Queue(channel);
        queue.Add(Sample.Alert("a", 1));
        await channel.Asked();
        for (var i = 2; i <= 4; i++) queue.Add(Sample.Alert("b", i));
        channel.Answer(SendResult.Taken("HTTP 200"));
        Assert.Equal(["run/opened/2", "run/opened/3", "run/opened/4"], (await channel.Asked()).Select(a => a.Id));
        channel.Answer(SendResult.Taken("HTTP 200"));
        await queue.Complete();
        Assert.Equal(new AlertStatus(4, 0, 0), _counts.Now);
        var lines = File.ReadAllLines(_folder["alerts.jsonl"]);
        Assert.Equal("""{"event":"run/opened/1","channel":"c","sent_at":"2026-01-13T07:00:00Z"}""", lines[0]);
        Assert.Equal(4, new AlertLog(_folder["alerts.jsonl"], _view).Read().Count);
    }

    [Fact]
    public async Task A_channel_that_takes_one_at_a_time_gets_one_at_a_time()
    {
        var channel = new HeldChannel(0);
        var queue = Queue(channel);
        for (var i = 1; i <= 3; i++) queue.Add(Sample.Alert(number: i));
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal($"run/opened/{i}", Assert.Single(await channel.Asked()).Id);
            channel.Answer(SendResult.Taken(""));
        }

        await queue.Complete();
    }

    [Fact]
    public async Task A_full_queue_drops_its_oldest_and_counts_it()
    {
        var channel = new HeldChannel(0);
        var queue = Queue(channel);
        queue.Add(Sample.Alert(number: 0));
        await channel.Asked();
        for (var i = 1; i <= ChannelQueue.Capacity + 3; i++) queue.Add(Sample.Alert(number: i));
        Assert.Equal(3, _counts.Now.Dropped);
        channel.Answer(SendResult.Taken(""));
        Assert.Equal("run/opened/4", Assert.Single(await channel.Asked()).Id);
        queue.Abandon();
        await queue.Complete();
        Assert.Equal(new AlertStatus(1, 0, 3 + ChannelQueue.Capacity), _counts.Now);
    }

    [Fact]
    public async Task It_waits_longer_each_time_and_as_long_as_it_is_asked_to()
    {
        var channel = new HeldChannel(0);
        var queue = Queue(channel);
        queue.Add(Sample.Alert());
        foreach (var (asked, waits) in ((TimeSpan?, int)[])[(null, 1), (null, 2), (TimeSpan.FromSeconds(37), 37), (TimeSpan.FromSeconds(3), 8), (null, 16), (null, 32), (null, 60), (null, 60)])
        {
            await channel.Asked();
            channel.Answer(SendResult.Later("HTTP 429", asked));
            await _clock.Pass(TimeSpan.FromSeconds(waits), _patience.Token);
        }

        await channel.Asked();
        channel.Answer(SendResult.Taken("HTTP 200"));
        await queue.Complete();
        Assert.Equal(new AlertStatus(1, 0, 0), _counts.Now);
        Assert.Equal(["Alerts: the channel c does not take messages (HTTP 429): they are tried again.", "Alerts: the channel c takes messages again."], _notices.Select(n => n.Message));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_waited_for_ten_seconds()
    {
        using var server = new HttpServer(Reply.Hang, Reply.Drop, Reply.Ok);
        var queue = Queue(Sample.Channel("webhook", server.Address, _view));
        queue.Add(Sample.Alert());
        var first = await server.Next();
        await _clock.Pass(TimeSpan.FromSeconds(10), _patience.Token);
        await _clock.Pass(TimeSpan.FromSeconds(1), _patience.Token);
        await server.Next();
        await _clock.Pass(TimeSpan.FromSeconds(2), _patience.Token);
        var last = await server.Next();
        await queue.Complete();
        Assert.Equal(first.Headers["X-Axfl-Event"], last.Headers["X-Axfl-Event"]);
        Assert.Equal(T0 + TimeSpan.FromSeconds(13), _clock.GetUtcNow());
        Assert.Equal(new AlertStatus(1, 0, 0), _counts.Now);
    }

    [Fact]
    public async Task What_is_refused_for_good_is_counted_and_the_next_goes_out()
    {
        var channel = new HeldChannel(0);
        var queue = Queue(channel);
        queue.Add(Sample.Alert(number: 1));
        queue.Add(Sample.Alert(number: 2));
        await channel.Asked();
        channel.Answer(SendResult.Refused("HTTP 404"));
        await channel.Asked();
        channel.Answer(SendResult.Taken(""));
        await queue.Complete();
        Assert.Equal(new AlertStatus(1, 1, 0), _counts.Now);
        Assert.Equal("run/opened/2", Assert.Single(new AlertLog(_folder["alerts.jsonl"], _view).Read()).Event);
    }

    [Fact]
    public async Task A_channel_that_throws_something_else_is_a_refusal_that_does_not_repeat_it()
    {
        var result = await ChannelQueue.Attempt(new BrokenChannel(), [Sample.Alert()], _view, CancellationToken.None);
        Assert.Equal(SendResult.Refused("unforeseen: InvalidOperationException"), result);
    }

    [Fact]
    public void A_line_of_the_log_that_a_kill_cut_is_none_and_the_next_begins_anew()
    {
        File.WriteAllText(_folder["alerts.jsonl"], "{\"event\":\"a\",\"channel\":\"c\",\"sent_at\":\"x\"}\n[]\n{\"event\":\"b\",\"chan");
        var log = new AlertLog(_folder["alerts.jsonl"], _view);
        Assert.Equal([("a", "c")], log.Read());
        log.Sent(["b"], "c");
        Assert.Equal([("a", "c"), ("b", "c")], log.Read());
    }

    public void Dispose()
    {
        _patience.Dispose();
        _folder.Dispose();
    }

    private ChannelQueue Queue(IAlertChannel channel) => new("c", channel, new AlertLog(_folder["alerts.jsonl"], _view), _counts, _view, _notices.Add);

    private sealed class HeldChannel(int most) : IAlertChannel
    {
        private readonly Channel<IReadOnlyList<Alert>> _asked = Channel.CreateUnbounded<IReadOnlyList<Alert>>();
        private readonly Channel<SendResult> _answers = Channel.CreateUnbounded<SendResult>();

        public int MostTogether => most;

        public async Task<IReadOnlyList<Alert>> Asked() => await _asked.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(2));

        public void Answer(SendResult result) => _answers.Writer.TryWrite(result);

        public async Task<SendResult> Send(IReadOnlyList<Alert> alerts, CancellationToken cancellation)
        {
            _asked.Writer.TryWrite(alerts);
            return await _answers.Reader.ReadAsync(cancellation);
        }

        public void Dispose()
        {
            // Nothing is open.
        }
    }

    private sealed class BrokenChannel : IAlertChannel
    {
        public int MostTogether => 0;

        public Task<SendResult> Send(IReadOnlyList<Alert> alerts, CancellationToken cancellation) => throw new InvalidOperationException("s3cret");

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}
