using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>A live source of prices. One run at a time; reconnects by itself until cancelled or until only a person can help.</summary>
public interface ITickFeed : IAsyncDisposable
{
    /// <summary><c>finnhub</c>, <c>twelvedata</c> or <c>oanda</c>.</summary>
    string Name { get; }

    /// <summary>Counters since the feed was made; readable from any thread.</summary>
    FeedStatistics Statistics { get; }

    /// <summary>
    /// Connects, subscribes and yields prices and changes of state in the order in which they came. Ends when cancelled, or after a
    /// <see cref="StateEvent"/> with <see cref="FeedState.Failed"/>.
    /// </summary>
    /// <param name="symbols">Symbols in plan order; events name them by index.</param>
    /// <param name="cancellationToken">Stops the feed; the sequence then ends without an exception.</param>
    /// <exception cref="FeedException">The reader fell behind by more than the queue holds (<c>FeedQueueOverflow</c>).</exception>
    IAsyncEnumerable<FeedEvent> Run(IReadOnlyList<Instrument> symbols, CancellationToken cancellationToken);
}
