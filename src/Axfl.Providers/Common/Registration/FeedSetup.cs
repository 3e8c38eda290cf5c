namespace Axfl.Providers.Common.Registration;

/// <summary>What a feed is made of.</summary>
/// <param name="Environment">Reads an environment variable.</param>
/// <param name="Address">Another address than the provider's own; null: its own.</param>
/// <param name="Time">Clock.</param>
/// <param name="IsMarketClosed">Whether the FX market is closed at a time (unix ms).</param>
/// <param name="Venue">Venue in Finnhub's names.</param>
/// <param name="Settings">Changes the provider's settings; null: they stay.</param>
internal sealed record FeedSetup(
    Func<string, string?> Environment, Uri? Address, TimeProvider Time, Func<long, bool> IsMarketClosed, string Venue, Func<FeedOptions, FeedOptions>? Settings)
{
    /// <summary>A provider's options with the address and settings asked for.</summary>
    /// <exception cref="Axfl.Contracts.AxflException">There is no key (<c>FeedKeyMissing</c>).</exception>
    public T Apply<T>(T options, Provider provider)
        where T : FeedOptions
    {
        if (options.Keys.Count == 0) throw provider.KeyMissing();
        if (Address is not null) options = options with { Endpoint = Address };
        return Settings is null ? options : (T)Settings(options);
    }
}
