using Axfl.Alerts.Channels;
using Axfl.Alerts.Delivery;
using Axfl.Contracts;

namespace Axfl.Alerts.Running;

/// <summary>Asks for an address while the run is healthy: a service that hears nothing for a while says so. The run's own clock drives it, so a run that hangs is silent too.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly HttpClient _http = HttpChannel.NewClient();
    private readonly Uri _address;
    private readonly long _every;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private Task _last = Task.CompletedTask;
    private long _due = long.MinValue;

    /// <param name="address">The address.</param>
    /// <param name="everySeconds">Seconds between two requests.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="ChannelUnfitException">It is no address that a secret may be sent to.</exception>
    public Heartbeat(Secret address, int everySeconds, TimeProvider time) => (_address, _every, _time) = (HttpChannel.AddressOf(address), everySeconds * 1000L, time);

    /// <summary>The clock of the run.</summary>
    public void OnClock(long now, bool isHealthy)
    {
        // A correction of the clock that ends sets the time back.
        if (!isHealthy || (now < _due && _due - now <= _every) || !_last.IsCompleted) return;
        _due = now + _every;
        _last = Task.Run(Beat);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _http.Dispose();
    }

    // Silence is the message: what becomes of a beat is nobody's concern here.
    private async Task Beat()
    {
        try
        {
            using var limit = new CancellationTokenSource(ChannelQueue.AttemptLimit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
            using var answer = await _http.GetAsync(_address, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The next one may get through.
        }
    }
}
