using System.Threading.RateLimiting;

namespace Axfl.Providers.Common.Rest;

/// <summary>Calls a provider allows one key in each clock minute.</summary>
/// <remarks>
/// A limiter like those of System.Threading.RateLimiting, and none of them: their windows begin when they are made, on a clock of their own, and they cannot be
/// told what the provider says is left. This one counts clock minutes, as providers do, by the clock it is given. Nobody queues: who is refused learns when
/// the next minute begins (<see cref="MetadataName.RetryAfter"/>), and may have another key. For one thread at a time.
/// </remarks>
/// <param name="perMinute">The number while the server does not say.</param>
/// <param name="time">Clock.</param>
internal sealed class CallBudget(int perMinute, TimeProvider time) : RateLimiter
{
    // One call is never made: other programs may use the key too.
    private const int Reserve = 1;
    private long _minute;
    private int _used;
    private int? _left;

    /// <summary>Null: it holds nothing that an owner would want to let go of.</summary>
    public override TimeSpan? IdleDuration => null;

    /// <summary>Believes the server's own count of what is left in this minute: it has sent it with an answer.</summary>
    public void Believe(int left)
    {
        Turn(time.GetUtcNow());
        _left = left;
    }

    /// <summary>None are kept.</summary>
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        var now = time.GetUtcNow();
        Turn(now);
        var wanted = Math.Max(permitCount, 1);
        if (_left is { } left ? left - wanted < Reserve : _used + wanted > perMinute) return new CallLease(DateTimeOffset.FromUnixTimeSeconds((_minute + 1) * 60) - now);
        _used += permitCount;
        _left -= permitCount;
        return new CallLease(null);
    }

    /// <summary>Does not wait: see the remarks.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    private void Turn(DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        if (minute != _minute) (_minute, _used, _left) = (minute, 0, null);
    }

    // A call that was allowed, or when to ask again. A call made is not given back.
    private sealed class CallLease(TimeSpan? retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            var isKnown = !IsAcquired && metadataName == MetadataName.RetryAfter.Name;
            metadata = isKnown ? retryAfter : null;
            return isKnown;
        }
    }
}
