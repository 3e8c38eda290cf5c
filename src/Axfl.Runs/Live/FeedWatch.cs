using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Runs.Events;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Live;

/// <summary>The state of the feed in words and numbers of the status.</summary>
/// <param name="feed">The feed.</param>
/// <param name="latency">Times from event to decision.</param>
/// <param name="clock">Lag of prices.</param>
internal sealed class FeedWatch(ITickFeed feed, LatencyHistogram latency, LiveTime clock)
{
    private string _detail = "The feed has not been dialled yet.";

    /// <summary>The state.</summary>
    public FeedState State { get; private set; } = FeedState.Connecting;

    /// <summary>Why the run cannot do its job now; null: it can.</summary>
    public string? Error => Phase is { } phase ? phase : State is FeedState.Live or FeedState.MarketClosed ? null : $"The feed {feed.Name} is {Name(State)}: {_detail}";

    /// <summary>What the run does before it listens to the feed; null: it listens.</summary>
    public string? Phase { get; set; }

    /// <summary>Class of the error that ended the feed, if one did.</summary>
    public FeedErrorClass? FailedWith { get; private set; }

    /// <summary>For the status.</summary>
    public FeedStatus Status => new()
    {
        Connected = State is FeedState.Live or FeedState.MarketClosed,
        Errors = (int)Math.Min(int.MaxValue, feed.Statistics.Errors),
        State = Name(State),
        LatencyP50Ms = latency.Percentile(0.5),
        LatencyP99Ms = latency.Percentile(0.99),
        LagP50Ms = clock.Lag(0.5),
        LagP99Ms = clock.Lag(0.99),
        Rejected = feed.Statistics.Rejected,
    };

    /// <summary>Takes a change of state.</summary>
    public FeedChanged Take(StateEvent change)
    {
        State = change.State;
        _detail = change.Detail;
        if (change.State == FeedState.Failed) FailedWith = change.Error ?? FeedErrorClass.BadRequest;
        return change.State is FeedState.BackingOff or FeedState.Failed
            ? new FeedLost(change.Received, feed.Name, Name(change.State), change.Detail, change.RetryIn)
            : new FeedUp(change.Received, feed.Name, Name(change.State), change.Detail);
    }

    /// <summary>A state as the status names it.</summary>
    public static string Name(FeedState state) => state switch
    {
        FeedState.BackingOff => "backing off",
        FeedState.MarketClosed => "market closed",
        _ => state.ToString().ToLowerInvariant(),
    };
}
