namespace Axfl.Providers.Common;

/// <summary>Settings every feed has. The defaults of the times are each provider's (see its options).</summary>
public abstract record FeedOptions
{
    /// <summary>Address of the provider's server; another one for tests and proxies.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>API keys in order of preference; the next is used when one is refused (401, 403) or throttled (429).</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The n-th wait after a lost connection is random between 0 and min(<see cref="BackoffCap"/>, base * 2^n).</summary>
    public required TimeSpan BackoffBase { get; init; }

    /// <summary>Longest wait between dials for transient errors.</summary>
    public required TimeSpan BackoffCap { get; init; }

    /// <summary>Least time from one dial to the next.</summary>
    public required TimeSpan MinDialGap { get; init; }

    /// <summary>How long a dial may take. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection without any frame for so long is dead.</summary>
    public required TimeSpan SilenceLimit { get; init; }

    /// <summary>How often this side sends a heartbeat; zero: never.</summary>
    public TimeSpan Heartbeat { get; init; }

    /// <summary>Least wait after a throttled dial when no other key is at hand.</summary>
    public required TimeSpan ThrottledWait { get; init; }

    /// <summary>A session with prices that lasted so long resets the back-off. Default 60 s.</summary>
    public TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a ping frame is sent over a WebSocket. Default 15 s; real time, whatever the clock.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A WebSocket whose pong has not come for so long after a ping is a dead line. Default 15 s; real time, whatever the clock.</summary>
    public TimeSpan PongWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after its refusal a symbol is subscribed again for the first time; doubled each time up to <see cref="ResubscribeEvery"/>. Default 15 s.</summary>
    public TimeSpan ResubscribeAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait before a refused symbol is subscribed again. Default 5 min.</summary>
    public TimeSpan ResubscribeEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Least wait before the next dial when a server refuses what it had given prices for: key, plan, certificate or request. Default 60 s.</summary>
    public TimeSpan RefusedWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the watchdogs look. Default 1 s.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Prices stamped later than now plus this are refused here. Default 24 h: what is too far ahead of its receipt is judged by the run, which knows
    /// whether this machine's clock is right.
    /// </summary>
    public TimeSpan MaxFuture { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Prices stamped earlier than now minus this are refused. Default 24 h (a first snapshot may be old).</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// With how many prices of its symbol before it a price is compared to find repeats. Default 1: the last. Finnhub 256, since it sends
    /// whole frames again; with whole-second time stamps a wider window would drop prices that came back.
    /// </summary>
    public int DuplicateWindow { get; init; } = 1;

    /// <summary>Default of <see cref="QueueCapacity"/>.</summary>
    public const int DefaultQueueCapacity = 65_536;

    /// <summary>Events that may wait for the reader; more is an error (<c>FeedQueueOverflow</c>). Default 65,536.</summary>
    public int QueueCapacity { get; init; } = DefaultQueueCapacity;

    /// <summary>Largest message, bytes. Default 1 MiB.</summary>
    public int MaxFrameBytes { get; init; } = 1 << 20;

    /// <summary>So many unreadable messages in a row end the connection. Default 50.</summary>
    public int MaxBadFrames { get; init; } = 50;

    /// <summary>So many requests in a row that the server calls wrong (400, 404), before it ever sent a price, end the feed. Default 3.</summary>
    public int MaxBadRequests { get; init; } = 3;

    /// <summary>So many sessions in a row shorter than <see cref="ShortSession"/>, before a price ever came, end the feed; 0: never.</summary>
    public int MaxShortSessions { get; init; }

    /// <summary>See <see cref="MaxShortSessions"/>. Default 10 s.</summary>
    public TimeSpan ShortSession { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether silence of all is normal at a time (unix ms) although the market may be open: holidays. Asked with null.
    /// Prices that come all the same are taken. Default: never.
    /// </summary>
    public Func<string?, long, bool> IsQuiet { get; init; } = static (_, _) => false;

    /// <summary>The provider's name of a symbol where it is not the usual one, by canonical name (<c>EURUSD</c>).</summary>
    public IReadOnlyDictionary<string, string> SymbolNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The keys of an environment variable: separated by commas, blanks ignored.</summary>
    protected static IReadOnlyList<string> SplitKeys(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
