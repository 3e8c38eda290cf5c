using Axfl.Contracts;

namespace Axfl.Alerts.Delivery;

/// <summary>What became of messages, over all channels; counted from any thread.</summary>
internal sealed class DeliveryCounts
{
    private long _sent, _failed, _dropped;

    /// <summary>The counts so far.</summary>
    public AlertStatus Now => new(Interlocked.Read(ref _sent), Interlocked.Read(ref _failed), Interlocked.Read(ref _dropped));

    /// <summary>A channel took some.</summary>
    public void Sent(int count) => Interlocked.Add(ref _sent, count);

    /// <summary>A channel refused some for good.</summary>
    public void Failed(int count) => Interlocked.Add(ref _failed, count);

    /// <summary>Some will not be sent.</summary>
    public void Dropped(int count) => Interlocked.Add(ref _dropped, count);
}
