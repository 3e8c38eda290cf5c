using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads the trades of a run directory, and counts them: a run that has ended says how many it made.</summary>
public static class RunTrades
{
    /// <summary>Its trades in order; of a run under way, those so far.</summary>
    /// <param name="directory">Run directory.</param>
    /// <exception cref="AxflException">The file is missing, a line is no trade, or after the last one: there are more or fewer than the summary says (<c>TradesFileIncomplete</c>).</exception>
    public static IEnumerable<Trade> Read(string directory)
    {
        var path = Path.Combine(directory, RunFiles.Trades);
        var expected = Expected(directory);
        var count = 0;
        foreach (var trade in TradesCsv.Read(path))
        {
            count++;
            yield return trade;
        }

        // A run that is resumed meanwhile has no summary any more.
        if (expected is not { } trades || trades == count || Expected(directory) != trades) yield break;
        throw new AxflException("TradesFileIncomplete", ErrorKind.Data,
            $"{path} has {Counted.Of(count, "trade")}, and the run ended with {trades}: lines were removed, added or lost. Restore it from a copy, or run again.")
        { Target = path };
    }

    // Of a run that failed the last lines may be missing; it is reported as one that failed.
    private static int? Expected(string directory)
    {
        if (!File.Exists(Path.Combine(directory, RunFiles.Summary))) return null;
        try
        {
            return SummaryFiles.Read(directory) is { State: RunStates.Ended or RunStates.Stopped } summary ? summary.Metrics.Trades : null;
        }
        catch (AxflException e) when (e.ErrorId == "SummaryInvalid")
        {
            return null;
        }
    }
}
