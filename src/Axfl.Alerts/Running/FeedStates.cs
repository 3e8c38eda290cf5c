namespace Axfl.Alerts.Running;

/// <summary>Which states of the feed are worth a message: that it is lost, each time it backs off anew, and that it is back.</summary>
internal sealed class FeedStates
{
    private string? _lost;

    /// <summary>Whether a state, as the status names it, is one without prices.</summary>
    public static bool IsLost(string state) => state is "backing off" or "failed";

    /// <summary>Whether a state ends such a one.</summary>
    public static bool IsBack(string state) => state is "live" or "market closed";

    /// <summary>Takes a state, as the status names it.</summary>
    /// <returns>What happened: <c>backing_off</c>, <c>failed</c> or <c>back</c>; null: nothing of interest.</returns>
    public string? Take(string state)
    {
        if (IsLost(state))
        {
            if (_lost == state) return null;
            _lost = state;
            return state == "failed" ? "failed" : "backing_off";
        }

        if (_lost is null || !IsBack(state)) return null;
        _lost = null;
        return "back";
    }
}
