using System.Globalization;

namespace Axfl.Providers.Common.Streaming;

/// <summary>Decides what follows the end of a session: the next dial, when, with which key; or the end of the feed.</summary>
/// <remarks>
/// Full jitter (aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter): random between 0 and min(cap, base * 2^n), and n
/// returns to 0 only after a stable session: a server that drops each connection after a second must not be hammered.
/// </remarks>
/// <param name="options">Times.</param>
/// <param name="keys">Keys; refused and throttled ones are marked here.</param>
/// <param name="time">Clock.</param>
/// <param name="random">Uniform in [0, 1).</param>
internal sealed class ReconnectPolicy(FeedOptions options, KeyRing keys, TimeProvider time, Func<double> random)
{
    private int _attempt;
    private int _refusals;
    private int _badRequests;
    private int _shortSessions;
    private bool _hasWorked;

    /// <summary>When the last dial began; set by the feed.</summary>
    public DateTimeOffset LastDial { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Judges the end of a session.</summary>
    /// <param name="error">Why it ended.</param>
    /// <param name="connectedFor">How long it was connected; null when the dial failed.</param>
    /// <param name="hadPrices">Whether prices came in it.</param>
    public ReconnectDecision Next(FeedException error, TimeSpan? connectedFor, bool hadPrices)
    {
        _hasWorked |= hadPrices;
        if (connectedFor >= options.StableAfter && hadPrices) _attempt = 0;
        if (hadPrices) _refusals = _badRequests = 0;
        if (error.ErrorClass is FeedErrorClass.BadRequest or FeedErrorClass.BadSymbol) _badRequests++;
        if (!error.AsksToComeBack && connectedFor is not null) _shortSessions = connectedFor < options.ShortSession && !hadPrices ? _shortSessions + 1 : 0;
        switch (error.ErrorClass)
        {
            case FeedErrorClass.Auth or FeedErrorClass.Plan:
                if (keys.Refuse()) return Retry(TimeSpan.Zero, "the next key is tried");
                return FeedEnds.May(error.ErrorClass, _hasWorked) ? Stop("no other key is left: set a valid one") : RetrySlowly("it has worked before");
            case FeedErrorClass.Certificate:
                return FeedEnds.May(error.ErrorClass, _hasWorked) ? Stop("It is not dialled again until that is right") : RetrySlowly("it has worked before");
            case FeedErrorClass.Throttled:
                var now = time.GetUtcNow();
                var wait = error.RetryAfter ?? options.ThrottledWait;
                return keys.Rest(now, now + wait)
                    ? Retry(TimeSpan.Zero, "the next key is tried")
                    : Retry(NotBefore(error.RetryAfter ?? wait + options.BackoffBase * random()), "no other key is free");
            case FeedErrorClass.BadRequest or FeedErrorClass.BadSymbol when _badRequests >= options.MaxBadRequests:
                return FeedEnds.May(error.ErrorClass, _hasWorked)
                    ? Stop("the server refused it each time: correct symbols, account or key")
                    : RetrySlowly("it has worked before");
            default:
                if (_shortSessions < options.MaxShortSessions || options.MaxShortSessions == 0 || !FeedEnds.ShortSessions(_hasWorked))
                    return Retry(NotBefore(error.RetryAfter), _shortSessions >= 3 ? "sessions end at once: is the key in use by another process?" : "");
                return Stop(string.Create(CultureInfo.InvariantCulture,
                    $"{_shortSessions} sessions in a row ended at once without a price: the plan may not include streaming; use bars from history instead"));
        }
    }

    // A server may say for how long, with 503 or 429: one that says so little each time, or nothing, is not asked at that pace indefinitely.
    private TimeSpan NotBefore(TimeSpan? told)
    {
        var own = FullJitter();
        return told is { } wait && wait > own ? wait : own;
    }

    // What has worked is most likely the provider's fault: all keys may be tried again, but slowly.
    private ReconnectDecision RetrySlowly(string note)
    {
        keys.ForgiveAll();
        var wait = options.RefusedWait * Math.Min(5, ++_refusals);
        return Retry(wait, note + ", so it is tried again");
    }

    private TimeSpan FullJitter()
    {
        var ceiling = Math.Min(options.BackoffCap.TotalMilliseconds, options.BackoffBase.TotalMilliseconds * Math.Pow(2, Math.Min(_attempt++, 40)));
        return TimeSpan.FromMilliseconds(random() * ceiling);
    }

    private ReconnectDecision Retry(TimeSpan delay, string note)
    {
        var gap = LastDial + options.MinDialGap - time.GetUtcNow();
        return new ReconnectDecision(true, delay > gap ? delay : gap, note);
    }

    private static ReconnectDecision Stop(string note) => new(false, TimeSpan.Zero, note);
}

/// <summary>What follows the end of a session.</summary>
/// <param name="IsRetry">Dial again; otherwise the feed has failed.</param>
/// <param name="Delay">Time to the next dial; may be negative: at once.</param>
/// <param name="Note">Why, for a person.</param>
internal readonly record struct ReconnectDecision(bool IsRetry, TimeSpan Delay, string Note);
