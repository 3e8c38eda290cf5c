namespace Axfl.Contracts;

/// <summary>A feed server of this machine with simulated prices, for trying live mode without a key. Stops when disposed.</summary>
public interface IFakeFeed : IAsyncDisposable
{
    /// <summary>Where it listens, <c>ws://127.0.0.1:8765</c>: the endpoint for prices and for history.</summary>
    Uri Address { get; }

    /// <summary>
    /// What happens, one line each with its time of day (UTC): connections, subscriptions, candles asked for, drops, the market's hours. Ends when the
    /// server has stopped.
    /// </summary>
    /// <remarks>Read by one reader. At most 1,000 lines wait for it; of more the oldest are lost.</remarks>
    IAsyncEnumerable<string> Log { get; }

    /// <summary>Ends when the server has stopped, or faults with what stopped it.</summary>
    Task Completion { get; }
}

/// <summary>What <c>axfl fake-feed</c> asks for.</summary>
public sealed record FakeFeedRequest
{
    /// <summary>Port of the loopback address, 0 to 65535; 0: any that is free. Default 8765.</summary>
    public int Port { get; init; } = 8765;

    /// <summary>Prices per second and symbol, 0.1 to 20. Default 1.</summary>
    public double TicksPerSecond { get; init; } = 1;

    /// <summary>How often all connections are dropped without a word, at least 1 s; null: never.</summary>
    public TimeSpan? DropEvery { get; init; }

    /// <summary>How long after its start a connection falls silent while it stays open, not negative; null: never.</summary>
    public TimeSpan? SilenceAfter { get; init; }
}
