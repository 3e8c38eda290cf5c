using System.Threading.Channels;
using Axfl.Contracts;

namespace Axfl.Runtime.Tests;

/// <summary>A feed that says what the test lets it say.</summary>
internal sealed class ScriptedFeed : ITickFeed
{
    private readonly Channel<FeedEvent> _events = Channel.CreateUnbounded<FeedEvent>();

    public string Name => "finnhub";

    public FeedStatistics Statistics { get; } = new();

    public bool IsDisposed { get; private set; }

    public void Say(FeedEvent item) => _events.Writer.TryWrite(item);

    public void End(Exception? fault = null) => _events.Writer.TryComplete(fault);

    public IAsyncEnumerable<FeedEvent> Run(IReadOnlyList<Instrument> symbols, CancellationToken cancellationToken) =>
        _events.Reader.ReadAllAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
