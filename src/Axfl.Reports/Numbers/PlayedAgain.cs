using Axfl.Contracts;
using Axfl.Reports.Bars;
using Axfl.Reports.Reading;
using Axfl.Research.Ambiguity;
using Axfl.Research.Shadows;
using Axfl.Runs.Backtest;

namespace Axfl.Reports.Numbers;

/// <summary>What only running the plan again tells: what refused orders would have come to, and the trades that bars do not decide.</summary>
/// <param name="Shadows">The result of each refused order, in order; null: not found.</param>
/// <param name="Trades">The trades with their bounds, in order of closing; null likewise.</param>
/// <param name="Why">Why not, and which option brings them back; null: they are found.</param>
internal sealed record PlayedAgain(IReadOnlyList<ShadowResult>? Shadows, IReadOnlyList<BoundedTrade>? Trades, string? Why)
{
    /// <summary>Runs the plan again, where the run can be given again at all.</summary>
    public static PlayedAgain Of(RunRecord run, BarsAtHand bars, bool isWanted, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        if (!isWanted) return None($"They were not asked for: make the report without {Spelling.Of("NoShadow")}.");
        if (run.Live is not null || run.Source == Replays.JournalSource)
            return None("Orders of a live run filled on prices, not on bars. Replay its plan over bars to know.");
        if (bars.Series is null) return None(bars.Why!);
        if (!run.IsWhole) return None($"The run did not come to its end ({run.State}): it cannot be given again. Run its plan again.");
        try
        {
            return Play(run, bars.Series, progress, cancellation);
        }
        catch (AxflException e)
        {
            // A strategy of the user's own may fail where it did not then; the report tells the rest.
            return None($"The plan cannot be run again: {e.Message}");
        }
    }

    private static PlayedAgain Play(RunRecord run, RunSeries series, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new("refused orders and undecided trades", 0));
        var (refused, undecided) = (new RefusedOrders(run.Engine), new UndecidedTrades());
        var hash = WatchedRun.Run(run.Engine, series.Symbols, [refused, undecided], cancellation);
        return hash == run.LedgerHash ? new(refused.Results, undecided.Trades, null) : NotGivenAgain(run);
    }

    private static PlayedAgain NotGivenAgain(RunRecord run) => None(
        $"The plan no longer gives the trades of the run (version {run.Version}): its strategies or the version differ. Run its plan again and make the report of that run.");

    private static PlayedAgain None(string why) => new(null, null, why);
}
