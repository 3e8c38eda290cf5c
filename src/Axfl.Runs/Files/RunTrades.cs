using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads the trades of a run directory, and holds them against its summary: a run that has ended says how many it made, and what they came to.</summary>
public static class RunTrades
{
    /// <summary>Its trades in order; of a run under way, those so far.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="fault">What else is wrong with a trade, for those who know more of the run; null: nothing is asked.</param>
    /// <exception cref="AxflException">
    /// The file is missing, a line is no trade, or after the last one: there are more or fewer than the summary says (<c>TradesFileIncomplete</c>), or they come to something
    /// else (<c>TradesFileDiffers</c>).
    /// </exception>
    public static IEnumerable<Trade> Read(string directory, Func<Trade, string?>? fault = null)
    {
        var path = Path.Combine(directory, RunFiles.Trades);
        var ended = EndedRun.Of(directory);
        if (!File.Exists(path) && ended is { Metrics.Trades: var lost } && (ended.IsWhole || lost > 0))
            throw Incomplete(path, $"{path} is missing, so it has 0 trades, and the run ended with {lost}: it was removed or lost.");
        var sums = new TradeSums();
        foreach (var trade in TradesCsv.Read(path, fault))
        {
            sums.Add(trade);
            yield return trade;
        }

        // A run that is resumed meanwhile has no summary any more.
        if (ended is not { IsWhole: true, Metrics: var told } || EndedRun.Of(directory) is not { IsWhole: true, Metrics: var still } || still.Trades != told.Trades) yield break;
        if (told.Trades != sums.Count)
            throw Incomplete(path, $"{path} has {Counted.Of(sums.Count, "trade")}, and the run ended with {told.Trades}: lines were removed, added or lost.");
        if (sums.Difference(told) is not { } difference) yield break;
        throw new AxflException("TradesFileDiffers", ErrorKind.Data,
            $"{path} has {difference} ({RunFiles.Summary}): one of the two files was changed. Restore them from a copy, or run again.") { Target = path };
    }

    /// <summary>The same of a run that may only just have begun, which has no file of trades yet, or that failed before it had one.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="fault">As of <see cref="Read"/>.</param>
    /// <exception cref="AxflException">As of <see cref="Read"/>, but for a missing file where nothing says that there were trades.</exception>
    public static IEnumerable<Trade> ReadSoFar(string directory, Func<Trade, string?>? fault = null) =>
        File.Exists(Path.Combine(directory, RunFiles.Trades)) || EndedRun.Of(directory) is { IsWhole: true } or { Metrics.Trades: > 0 } ? Read(directory, fault) : [];

    private static AxflException Incomplete(string path, string what) =>
        new("TradesFileIncomplete", ErrorKind.Data, what + " Restore it from a copy, or run again.") { Target = path };
}
