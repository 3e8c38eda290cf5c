using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Providers.Common;

namespace Axfl.Runs.Tests.Live;

/// <summary>What the run of a <see cref="SlotMarket"/> is when nobody kills it, in this process and without sockets.</summary>
internal sealed record SlotRun(string Ledger, bool[] HasPosition, bool[] HasPending)
{
    /// <summary>Feeds all ticks but those of a gap, in which the line is down.</summary>
    public static async Task<SlotRun> Of(string folder, string name, List<(int Symbol, Tick Tick)> ticks, int gapFrom = -1, int gapUntil = -1)
    {
        using var live = DirectLive.Begin(folder, name, [], sessions: SlotMarket.Sessions, strategies: SlotMarket.Strategies, history: new SlotHistory(ticks));
        await live.WarmUp();
        var (positions, pending) = (new bool[ticks.Count], new bool[ticks.Count]);
        for (var i = 0; i < ticks.Count; i++)
        {
            if (i == gapFrom) live.Say(new StateEvent(live.Now, FeedState.BackingOff, "The line is down."));
            if (i < gapFrom || i >= gapUntil) live.Feed(ticks[i].Symbol, ticks[i].Tick);
            var view = live.Session.Fold.Engine.View();
            (positions[i], pending[i]) = (view.Positions.Count > 0, view.Pending.Count > 0);
        }

        return new SlotRun(live.Finish(), positions, pending);
    }
}
