using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Runs.Tests.Live;

/// <summary>A feed that says what the test lets it say.</summary>
internal sealed class ScriptedFeed : ITickFeed
{
    private readonly Channel<FeedEvent> _events = Channel.CreateUnbounded<FeedEvent>();
    private readonly SemaphoreSlim _taken = new(0);
    private int _said;

    public string Name => "finnhub";

    public Uri Server { get; init; } = new("ws://127.0.0.1/");

    public FeedStatistics Statistics { get; } = new();

    public bool IsDisposed { get; private set; }

    public void Say(FeedEvent item)
    {
        _said++;
        _events.Writer.TryWrite(item);
    }

    public void End(Exception? fault = null) => _events.Writer.TryComplete(fault);

    public async IAsyncEnumerable<FeedEvent> Run(IReadOnlyList<Instrument> symbols, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await More(cancellationToken))
        {
            while (_events.Reader.TryRead(out var item))
            {
                yield return item;
                _taken.Release();
            }
        }
    }

    /// <summary>Until the run has taken all that was said.</summary>
    public async Task Taken()
    {
        for (; _said > 0; _said--) await _taken.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>What the run asked of the feed, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public void Resubscribe(int symbol) => Asked.Enqueue($"subscribe {symbol}");

    public void Redial(string why) => Asked.Enqueue("dial: " + why);

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    // A feed that is stopped just ends.
    private async Task<bool> More(CancellationToken cancellationToken)
    {
        try
        {
            return await _events.Reader.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
