using System.Threading.Channels;
using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Runs.Live;

/// <summary>
/// Everything a live run has to deal with as one queue with one reader: the feed's events, the clock, answers of history, the wish to stop. Its
/// bound pushes back on the feed alone, whose own queue is the one that may overflow.
/// </summary>
internal sealed class LiveSignals : IAsyncDisposable
{
    private const int FeedEventsAhead = 1024;

    /// <summary>How long after one look at the clock the next is due.</summary>
    internal static readonly TimeSpan ClockEvery = TimeSpan.FromMilliseconds(100);

    private static readonly ClockSignal Clock = new();

    private readonly Channel<LiveSignal> _queue = Channel.CreateUnbounded<LiveSignal>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _room = new(FeedEventsAhead);
    private readonly CancellationTokenSource _ended = new();
    private readonly ITimer _timer;
    private Task _pump = Task.CompletedTask;
    private bool _clockTaken;

    public LiveSignals(TimeProvider time) => _timer = time.CreateTimer(_ => Post(Clock), null, ClockEvery, Timeout.InfiniteTimeSpan);

    /// <summary>Stops with the queue.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Whether nothing waits at the moment.</summary>
    public bool IsEmpty => !_queue.Reader.TryPeek(out _);

    /// <summary>Begins to take the feed's events.</summary>
    public void Listen(ITickFeed feed, IReadOnlyList<Instrument> symbols) => _pump = Task.Run(() => Pump(feed, symbols));

    /// <summary>Adds a signal.</summary>
    public void Post(LiveSignal signal) => _queue.Writer.TryWrite(signal);

    /// <summary>The next signal. The clock is set anew when its last signal has been dealt with, so that never two of them wait.</summary>
    public async ValueTask<LiveSignal> Next()
    {
        if (_clockTaken) _timer.Change(ClockEvery, Timeout.InfiniteTimeSpan);
        var signal = await _queue.Reader.ReadAsync(CancellationToken.None);
        if (signal is FeedSignal) _room.Release();
        _clockTaken = signal is ClockSignal;
        return signal;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _ended.CancelAsync();
        await _pump;
        _ended.Dispose();
        _room.Dispose();
    }

    private async Task Pump(ITickFeed feed, IReadOnlyList<Instrument> symbols)
    {
        Exception? fault = null;
        try
        {
            await foreach (var item in feed.Run(symbols, _ended.Token))
            {
                await _room.WaitAsync(_ended.Token);
                Post(new FeedSignal(item));
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The run is over.
        }
        catch (Exception e)
        {
            fault = e;
        }

        Post(new EndSignal(fault));
    }
}
