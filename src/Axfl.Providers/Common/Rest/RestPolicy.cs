using System.Globalization;

namespace Axfl.Providers.Common.Rest;

/// <summary>Decides what follows a failed try of one request: another try, when, with which key; or its end.</summary>
/// <param name="name">Provider.</param>
/// <param name="options">Times and tries.</param>
/// <param name="keys">Keys; refused and throttled ones are marked here. Null: the provider has none.</param>
/// <param name="time">Clock.</param>
/// <param name="random">Uniform in [0, 1).</param>
internal sealed class RestPolicy(string name, RestOptions options, KeyRing? keys, TimeProvider time, Func<double> random)
{
    /// <summary>Id of a plan's refusal of one symbol, which says nothing of the key.</summary>
    public const string SymbolPlanRefused = "HistorySymbolPlanRefused";

    private int _failed;
    private int _unreadable;
    private int _waits;

    /// <summary>Judges a failed try.</summary>
    public RestDecision Next(FeedException error) => error.ErrorClass switch
    {
        FeedErrorClass.Auth or FeedErrorClass.Plan when error.ErrorId != SymbolPlanRefused && keys?.Refuse() == true =>
            new RestDecision(true, TimeSpan.Zero, $"the next key of {name}: one was refused"),
        FeedErrorClass.Throttled => Throttled(error),

        // An answer that cannot be read is asked for once more: it may have been cut off.
        FeedErrorClass.BadResponse when ++_unreadable <= 1 && ++_failed < options.Tries => Retry(FullJitter(), "a readable answer"),
        FeedErrorClass.Transient when ++_failed < options.Tries && !(error.RetryAfter > options.LongestWait) =>
            Retry(NotBefore(error.RetryAfter), "an answer"),
        _ => default,
    };

    private RestDecision Throttled(FeedException error)
    {
        var now = time.GetUtcNow();
        var wait = error.RetryAfter ?? options.ThrottledWait;
        if (keys?.Rest(now, now + wait) == true) return new RestDecision(true, TimeSpan.Zero, $"the next key of {name}: one must rest");

        // Another key may be back sooner than this one.
        if (keys is not null && keys.RestedAt - now is var rest && rest > TimeSpan.Zero && rest < wait) wait = rest;
        if (wait > options.LongestWait || ++_waits > options.ThrottledWaits) return default;
        return Retry(wait + options.BackoffBase * random(), "the limit of calls");
    }

    private TimeSpan NotBefore(TimeSpan? told)
    {
        var own = FullJitter();
        return told is { } wait && wait > own ? wait : own;
    }

    // Full jitter: aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter.
    private TimeSpan FullJitter() => random() * TimeSpan.FromMilliseconds(
        Math.Min(options.BackoffCap.TotalMilliseconds, options.BackoffBase.TotalMilliseconds * Math.Pow(2, _failed - 1)));

    private RestDecision Retry(TimeSpan delay, string what) =>
        new(true, delay, string.Create(CultureInfo.InvariantCulture, $"{what} of {name}, {Math.Ceiling(delay.TotalSeconds)} s"));
}

/// <summary>What follows a failed try.</summary>
/// <param name="IsRetry">Try again; otherwise the request has failed.</param>
/// <param name="Delay">Time to the next try.</param>
/// <param name="Note">What is waited for, e.g. <c>an answer of oanda, 2 s</c>.</param>
internal readonly record struct RestDecision(bool IsRetry, TimeSpan Delay, string Note);
