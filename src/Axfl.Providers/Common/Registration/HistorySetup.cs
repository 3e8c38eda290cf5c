using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Common.Registration;

/// <summary>What a source of history is made of.</summary>
/// <param name="Environment">Reads an environment variable.</param>
/// <param name="Address">Another address than the provider's own; null: its own.</param>
/// <param name="Time">Clock.</param>
/// <param name="Venue">Venue in Finnhub's names.</param>
/// <param name="Random">Uniform in [0, 1) for the waits; null: the system's.</param>
internal sealed record HistorySetup(Func<string, string?> Environment, Uri? Address, TimeProvider Time, string Venue, Func<double>? Random)
{
    /// <summary>A provider's options with the address asked for.</summary>
    /// <exception cref="Axfl.Contracts.AxflException">It needs a key and there is none (<c>FeedKeyMissing</c>).</exception>
    public RestOptions Apply(RestOptions options, Provider provider)
    {
        if (provider.KeyVariable is not null && options.Keys.Count == 0) throw provider.KeyMissing();
        return Address is null ? options : options with { Endpoint = Address };
    }
}
