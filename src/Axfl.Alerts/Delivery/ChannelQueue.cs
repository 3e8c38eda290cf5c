using System.Threading.Channels;
using Axfl.Alerts.Channels;
using Axfl.Alerts.Messages;
using Axfl.Contracts;

namespace Axfl.Alerts.Delivery;

/// <summary>A channel's own queue and task: whatever one channel does, the run and the other channels do not notice.</summary>
internal sealed class ChannelQueue : IDisposable
{
    /// <summary>Messages that wait at most; the oldest is dropped for the next.</summary>
    public const int Capacity = 256;

    /// <summary>How long an attempt may take.</summary>
    public static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(10);

    private readonly string _name;
    private readonly IAlertChannel _channel;
    private readonly AlertLog? _log;
    private readonly DeliveryCounts _counts;
    private readonly TimeProvider _time;
    private readonly Action<NoticeEvent> _notify;
    private readonly Channel<Alert> _queue;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _task;
    private bool _isFailing;

    /// <param name="name">Name of the channel.</param>
    /// <param name="channel">The channel; disposed with the queue.</param>
    /// <param name="log">Notes what was sent; null: nobody does.</param>
    /// <param name="counts">Counts.</param>
    /// <param name="time">Clock.</param>
    /// <param name="notify">Takes what people should know of the channel, from any thread.</param>
    public ChannelQueue(string name, IAlertChannel channel, AlertLog? log, DeliveryCounts counts, TimeProvider time, Action<NoticeEvent> notify)
    {
        (_name, _channel, _log, _counts, _time, _notify) = (name, channel, log, counts, time, notify);
        _queue = Channel.CreateBounded<Alert>(
            new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest }, _ => _counts.Dropped(1));
        _task = Task.Run(Run);
    }

    /// <summary>Queues a message; never waits.</summary>
    public void Add(Alert alert)
    {
        if (!_queue.Writer.TryWrite(alert)) _counts.Dropped(1);
    }

    /// <summary>Takes no more: what is queued goes out, until <see cref="Abandon"/>.</summary>
    public Task Complete()
    {
        _queue.Writer.TryComplete();
        return _task;
    }

    /// <summary>Sends nothing any more; what is left is dropped.</summary>
    public void Abandon() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private async Task Run()
    {
        var left = 0;
        try
        {
            while (await _queue.Reader.WaitToReadAsync(_stop.Token))
            {
                var together = Next();
                left = together.Count;
                await Deliver(together);
                left = 0;
            }
        }
        catch (OperationCanceledException)
        {
            while (_queue.Reader.TryRead(out _)) left++;
            _counts.Dropped(left);
        }
        finally
        {
            _channel.Dispose();
        }
    }

    // As many as go into one.
    private List<Alert> Next()
    {
        var together = new List<Alert>();
        var length = 0;
        while (_queue.Reader.TryPeek(out var next))
        {
            length += next.Shown.Length + 1;
            if (together.Count > 0 && length > _channel.MostTogether) break;
            if (!_queue.Reader.TryRead(out next)) break;
            together.Add(next);
        }

        return together;
    }

    private async Task Deliver(List<Alert> together)
    {
        // A peek that met the dropping of the oldest may leave nothing.
        if (together.Count == 0) return;
        var backOff = new BackOff();
        while (true)
        {
            var delivery = await Attempt(together);
            Tell(delivery);
            switch (delivery.Kind)
            {
                case SendOutcome.Taken:
                    _counts.Sent(together.Count);
                    _log?.Sent(together.Select(static a => a.Id), _name);
                    return;
                case SendOutcome.Refused:
                    _counts.Failed(together.Count);
                    return;
                default:
                    await Task.Delay(backOff.Next(delivery.RetryAfter), _time, _stop.Token);
                    break;
            }
        }
    }

    /// <summary>One attempt, within its limit.</summary>
    private Task<SendResult> Attempt(List<Alert> together) => Attempt(_channel, together, _time, _stop.Token);

    /// <summary>One attempt to send, within <see cref="AttemptLimit"/>.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<SendResult> Attempt(IAlertChannel channel, IReadOnlyList<Alert> alerts, TimeProvider time, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(AttemptLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await channel.Send(alerts, either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return SendResult.Later("no answer within 10 s");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Its text may have what is secret.
            return SendResult.Refused($"unforeseen: {e.GetType().Name}");
        }
    }

    // Once when it begins, once when it is over.
    private void Tell(SendResult delivery)
    {
        var isFailing = delivery.Kind != SendOutcome.Taken;
        if (isFailing == _isFailing) return;
        _isFailing = isFailing;
        _notify(isFailing ? new AlertChannelFailed(_name, delivery.Answer, delivery.Kind == SendOutcome.Later) : new AlertChannelBack(_name));
    }
}
