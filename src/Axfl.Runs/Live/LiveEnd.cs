using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Live;

/// <summary>When a live run ends by itself.</summary>
internal sealed class LiveEnd
{
    private const long FlatWithin = 120_000;

    private readonly long _until;
    private readonly long _sessionEnd;

    /// <param name="request">Asks for an end by time or by session.</param>
    /// <param name="plan">Windows.</param>
    /// <param name="now">Start, unix ms.</param>
    /// <exception cref="AxflException">The end lies in the past, or no session is left.</exception>
    public LiveEnd(RunRequest request, EnginePlan plan, long now)
    {
        _until = request.Until is { } until ? EventTime.FromDateTime(until) : long.MaxValue;
        if (_until <= now)
        {
            throw new AxflException("PeriodEmpty", ErrorKind.Configuration,
                $"until {EventTime.ToIso(_until)} has passed ({EventTime.ToIso(now)} now): give a later {Spelling.Of("Until")}.");
        }

        _sessionEnd = request.StopAtSessionEnd
            ? SessionEnd.Find(plan, now) ?? throw new AxflException("SessionNotFound", ErrorKind.Configuration,
                $"No session window opens within the next 24 hours, so there is no end to stop at: start nearer to a session, or without {Spelling.Of("StopAtSessionEnd")}.")
            : long.MaxValue;
    }

    /// <summary>Whether it is reached: at a session's end a run waits up to two minutes for the prices that close its positions.</summary>
    /// <returns>Why the run ends; null: it goes on.</returns>
    public string? IsReached(long now, PortfolioEngine engine)
    {
        if (now >= _until) return $"until {EventTime.ToIso(_until)} reached";
        if (now < _sessionEnd || (now < _sessionEnd + FlatWithin && engine.View().Positions.Count > 0)) return null;
        return $"the last session ended at {EventTime.ToIso(_sessionEnd)}";
    }
}
