namespace Axfl.Providers.Common.Rest;

/// <summary>How a provider is asked over HTTP.</summary>
internal sealed record RestOptions
{
    /// <summary>Address of the server. Paths are the provider's own below it; of a socket's address (ws, wss) the host alone counts.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>API keys in order of preference; empty for a provider without keys.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The n-th wait is random between 0 and min(<see cref="BackoffCap"/>, base * 2^n). Default 1 s.</summary>
    public TimeSpan BackoffBase { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait after a transient error. Default 30 s.</summary>
    public TimeSpan BackoffCap { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries of one request, the first included. Default 4.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>How long to connect may take. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a whole answer may take. Default 30 s: 5,000 bars are large.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait after 429 when the server does not say how long. Default 60 s.</summary>
    public TimeSpan ThrottledWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A server that wants a longer wait than this is given up for now. Default 2 min.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Waits after 429 within one request before it is given up. Default 5.</summary>
    public int ThrottledWaits { get; init; } = 5;

    /// <summary>Calls a key may make in a clock minute while the server does not say; 0: any number.</summary>
    public int CallsPerMinute { get; init; }

    /// <summary>What those calls are called, for notes. Default <c>calls</c>.</summary>
    public string CallName { get; init; } = "calls";

    /// <summary>Largest answer, bytes. Default 32 MiB.</summary>
    public int MaxAnswerBytes { get; init; } = 32 << 20;

    /// <summary>Finnhub: venue in the symbols' names. Default <c>OANDA</c>.</summary>
    public string Venue { get; init; } = "OANDA";

    /// <summary>Address of a path (with query) of the provider.</summary>
    public Uri Address(string pathAndQuery)
    {
        var root = FeedAddress.Http(Endpoint);
        var prefix = Endpoint.Scheme is "ws" or "wss" ? "" : root.AbsolutePath.TrimEnd('/');
        return new Uri(root.GetLeftPart(UriPartial.Authority) + prefix + pathAndQuery);
    }
}
