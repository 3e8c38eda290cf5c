using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Backtest;

/// <summary>A replay that has ended, as its directory tells of it: its plan and period, to be run again.</summary>
/// <param name="Request">Period and source.</param>
/// <param name="Plan">The effective plan.</param>
/// <param name="Summary">What came of it.</param>
public sealed record RecordedReplay(RunRequest Request, RunPlan Plan, RunSummary Summary)
{
    /// <summary>Reads it.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="given">Where its bars are now, if they have moved; its strategies' assemblies.</param>
    /// <param name="strategies">Strategies its plan may name.</param>
    /// <exception cref="AxflException">It is no run directory (<c>RunNotFound</c>), or not of a replay of bars that has ended (<c>RunNotMeasurable</c>).</exception>
    /// <exception cref="ConfigurationException">Its plan cannot be read with these strategies.</exception>
    public static RecordedReplay Open(string directory, RunRequest given, IReadOnlyList<StrategyDefinition> strategies)
    {
        ArgumentNullException.ThrowIfNull(given);
        var path = RecordedPlan.PathIn(directory);
        if (!File.Exists(Path.Combine(directory, RunFiles.Summary))) throw Unfit(directory, "has not ended: it has no summary", "Wait for its end, or run its plan again");
        var summary = SummaryFiles.Read(directory);
        if (summary.Mode != "replay" || summary.Source == Replays.JournalSource)
            throw Unfit(directory, "filled its orders on the prices of a live run", $"Measure a replay of bars: {Spelling.Of("Path", path)} with {Spelling.Of("DataPath")} and a period");
        if (summary.State != RunStates.Ended || summary.Interrupted) throw Unfit(directory, $"did not come to its end ({summary.State})", "Run its plan again");
        var request = RecordedPlan.Request(path, given) with
        {
            Source = summary.Source, Since = summary.Since, Until = summary.Until,
            AllowRejected = true, // What the run was allowed to read is read again.
        };
        return new RecordedReplay(request, SessionsLoader.Load(request, strategies), summary);
    }

    private static AxflException Unfit(string directory, string why, string whatToDo) =>
        new("RunNotMeasurable", ErrorKind.Data, $"The run in {directory} {why}.") { Target = directory, RecommendedAction = whatToDo + "." };
}
