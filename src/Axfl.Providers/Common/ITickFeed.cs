using Axfl.Contracts;

namespace Axfl.Providers.Common;

/// <summary>A live source of prices. One run at a time; reconnects by itself until cancelled or until only a person can help.</summary>
public interface ITickFeed : IAsyncDisposable
{
    /// <summary>Name of its provider.</summary>
    string Name { get; }

    /// <summary>Address of its server. It may have a user or a query, in which a key may be: of it the host alone is shown.</summary>
    Uri Server { get; }

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

    /// <summary>Subscribes a symbol once more on the open connection; nothing happens where there is none, or where the request named the symbols.</summary>
    /// <param name="symbol">Index in the list given to <see cref="Run"/>.</param>
    void Resubscribe(int symbol);

    /// <summary>Gives the open connection up and makes a new one; nothing happens where there is none.</summary>
    /// <param name="why">Why, for a person.</param>
    void Redial(string why);
}
