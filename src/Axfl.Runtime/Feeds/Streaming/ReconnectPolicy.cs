using System.Globalization;

namespace Axfl.Runtime;

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
    private int _badRequests;
    private int _shortSessions;
    private bool _hasWorked;

    /// <summary>When the last dial began; set by the feed.</summary>
    public DateTimeOffset LastDial { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Judges the end of a session.</summary>
    /// <param name="error">Why it ended.</param>
    /// <param name="connectedFor">How long it was connected; null when the dial failed.</param>
    /// <param name="hadPrices">Whether prices came.</param>
    public ReconnectDecision Next(FeedException error, TimeSpan? connectedFor, bool hadPrices)
    {
        _hasWorked |= hadPrices;
        if (connectedFor >= options.StableAfter && hadPrices) _attempt = 0;
        _badRequests = error.ErrorClass is FeedErrorClass.BadRequest or FeedErrorClass.BadSymbol ? _badRequests + 1 : 0;
        _shortSessions = connectedFor < options.ShortSession && !hadPrices ? _shortSessions + 1 : connectedFor is null ? _shortSessions : 0;
        switch (error.ErrorClass)
        {
            case FeedErrorClass.Auth or FeedErrorClass.Plan:
                return keys.Refuse() ? Retry(TimeSpan.Zero, "the next key is tried") : Stop("no other key is left: set a valid one");
            case FeedErrorClass.Throttled:
                var now = time.GetUtcNow();
                var wait = error.RetryAfter ?? options.ThrottledWait;
                return keys.Rest(now, now + wait)
                    ? Retry(TimeSpan.Zero, "the next key is tried")
                    : Retry(wait + options.BackoffBase * random(), "no other key is free");
            case FeedErrorClass.Certificate:
                return _hasWorked
                    ? Retry(options.BackoffCap, "it was right before: it is tried again, slowly")
                    : Stop("It is not dialled again until that is right");
            case FeedErrorClass.BadRequest or FeedErrorClass.BadSymbol when _badRequests >= options.MaxBadRequests:
                return Stop("the server refused it each time: correct symbols, account or key");
            default:
                return _shortSessions >= options.MaxShortSessions && options.MaxShortSessions > 0
                    ? Stop(string.Create(CultureInfo.InvariantCulture,
                        $"{_shortSessions} sessions in a row ended at once without a price: the plan may not include streaming; use bars from history instead"))
                    : Retry(NotBefore(error.RetryAfter), _shortSessions >= 3 ? "sessions end at once: is the key in use by another process?" : "");
        }
    }

    // A server that is down may say for how long, with 503.
    private TimeSpan NotBefore(TimeSpan? told)
    {
        var own = FullJitter();
        return told is { } wait && wait > own ? wait : own;
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
