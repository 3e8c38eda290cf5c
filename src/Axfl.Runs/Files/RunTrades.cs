using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Runs.Files;

/// <summary>Reads the trades of a run directory, and holds them against its summary: a run that has ended says how many it made, and what they came to.</summary>
public static class RunTrades
{
    /// <summary>Its trades in order; of a run under way, those so far.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="fault">What else is wrong with a trade, for those who know more of the run; null: nothing is asked.</param>
    /// <exception cref="AxflException">
    /// The file is missing, a line is no trade, or after the last one: there are more or fewer than the summary says (<c>TradesFileIncomplete</c>), or they come to something
    /// else or have another ledger hash (<c>TradesFileDiffers</c>).
    /// </exception>
    public static IEnumerable<Trade> Read(string directory, Func<Trade, string?>? fault = null)
    {
        var path = Path.Combine(directory, RunFiles.Trades);
        var ended = EndedRun.Of(directory);
        if (!File.Exists(path) && ended is { Metrics.Trades: var lost } && (ended.IsWhole || lost > 0))
            throw Incomplete(path, $"{path} is missing, so it has 0 trades, and the run ended with {lost}: it was removed or lost.");
        var sums = new TradeSums();
        using var ledger = new LedgerHash();
        foreach (var (trade, fields) in TradesCsv.Rows(path, fault))
        {
            sums.Add(trade);
            ledger.Append(trade, fields[TradesCsv.Units], fields[TradesCsv.Entry], fields[TradesCsv.Exit]);
            yield return trade;
        }

        if (ended is not { IsWhole: true, Metrics: var told } || !ended.IsStill(directory)) yield break;
        if (told.Trades != sums.Count)
            throw Incomplete(path, $"{path} has {Counted.Of(sums.Count, "trade")}, and the run ended with {told.Trades}: lines were removed, added or lost.");
        if ((sums.Difference(told) ?? Difference(ledger.Current, ended.LedgerHash)) is not { } difference) yield break;
        throw new AxflException("TradesFileDiffers", ErrorKind.Data,
            $"{path} has {difference} ({RunFiles.Summary}): one of the two files was changed. Restore them from a copy, or run again.") { Target = path };
    }

    /// <summary>The same of a run that may only just have begun, which has no file of trades yet, or that failed before it had one.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="fault">As of <see cref="Read"/>.</param>
    /// <exception cref="AxflException">As of <see cref="Read"/>, but for a missing file where nothing says that there were trades.</exception>
    public static IEnumerable<Trade> ReadSoFar(string directory, Func<Trade, string?>? fault = null) =>
        File.Exists(Path.Combine(directory, RunFiles.Trades)) || EndedRun.Of(directory) is { IsWhole: true } or { Metrics.Trades: > 0 } ? Read(directory, fault) : [];

    /// <summary>Holds the file against the summary, for those who show the summary and no trade.</summary>
    /// <param name="directory">Run directory.</param>
    /// <exception cref="AxflException">As of <see cref="ReadSoFar"/>.</exception>
    public static void Check(string directory)
    {
        foreach (var _ in ReadSoFar(directory))
        {
        }
    }

    // What no sum shows.
    private static string? Difference(string own, string told) =>
        own == told ? null : "another ledger hash, which is made of times, sides, units, prices, reasons and their order, than the run ended with";

    private static AxflException Incomplete(string path, string what) =>
        new("TradesFileIncomplete", ErrorKind.Data, what + " " + RunErrors.Restore) { Target = path };
}
