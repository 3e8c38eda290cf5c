using Axfl.Providers.Common;
using Axfl.Providers.Common.Links;

namespace Axfl.Providers;

/// <summary>What time a server says it is, by the header <c>Date</c> of its answer (RFC 9110, 6.6.1), whatever else it answers. No key is sent.</summary>
public static class ServerClock
{
    // The first request also opens the connection, which takes several round trips: the second goes over the same one.
    private const int Requests = 2;

    /// <summary>Asks a server.</summary>
    /// <param name="server">Its address; of it scheme, host and port count. A socket's address (ws, wss) is asked over HTTP.</param>
    /// <param name="time">This machine's clock.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="FeedException">It cannot be reached.</exception>
    public static async Task<ServerTime> Ask(Uri server, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(time);
        var address = new UriBuilder(FeedAddress.Http(server)) { Path = "/", Query = "", UserName = "", Password = "" }.Uri;
        var trust = new ServerTrust();
        using var client = new HttpClient(trust.NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            ServerTime answer = default;
            for (var i = 0; i < Requests; i++) answer = await Ask(client, address, time, cancellationToken);
            return answer;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw trust.Failure(address.Host, e, new KeyRedactor([]));
        }
    }

    private static async Task<ServerTime> Ask(HttpClient client, Uri address, TimeProvider time, CancellationToken cancellationToken)
    {
        var sent = time.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new ServerTime(response.Headers.Date, time.GetUtcNow(), time.GetElapsedTime(sent));
    }
}

/// <summary>What a server says of the time.</summary>
/// <param name="Date">Its time, whole seconds; null: it does not say.</param>
/// <param name="Received">When the answer came, by this machine's clock.</param>
/// <param name="RoundTrip">From the request to the answer.</param>
public readonly record struct ServerTime(DateTimeOffset? Date, DateTimeOffset Received, TimeSpan RoundTrip)
{
    /// <summary>How far this machine's clock is ahead of the server's (negative: behind), half the round trip subtracted; null: it does not say.</summary>
    public TimeSpan? Skew => Received - RoundTrip / 2 - Date;
}
