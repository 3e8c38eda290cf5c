using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads the decisions of a run directory, and counts them: a run that has ended says how many of each it made.</summary>
public static class RunDecisions
{
    /// <summary>Its decisions in order; of a run under way, those so far.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="fault">What else is wrong with a decision, for those who know more of the run; null: nothing is asked.</param>
    /// <exception cref="AxflException">The file is missing, a line is no decision, or after the last one: there are more or fewer of a kind than the summary says (<c>DecisionsFileIncomplete</c>).</exception>
    public static IEnumerable<Decision> Read(string directory, Func<Decision, string?>? fault = null)
    {
        var path = Path.Combine(directory, RunFiles.Decisions);
        var ended = EndedRun.Of(directory);
        if (!File.Exists(path) && ended?.DecisionCount is { } lost && (ended.IsWhole || lost > 0))
            throw Incomplete(path, $"{path} is missing, so it has 0 decisions, and the run ended with {lost}: it was removed or lost.");
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var decision in DecisionsFile.Read(path, fault))
        {
            var kind = decision.Stage + ":" + decision.Result;
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            yield return decision;
        }

        if (ended is not { IsWhole: true, Decisions: { } told } || !ended.IsStill(directory)) yield break;
        if (Difference(counts, told) is { } difference) throw Incomplete(path, $"{path} has {difference}: lines were removed, added, changed or lost.");
    }

    /// <summary>The same of a run that may only just have begun, which has no file of decisions yet, or of an older version, which wrote none.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="fault">As of <see cref="Read"/>.</param>
    /// <exception cref="AxflException">As of <see cref="Read"/>, but for a missing file where nothing says that there were decisions.</exception>
    public static IEnumerable<Decision> ReadSoFar(string directory, Func<Decision, string?>? fault = null) =>
        File.Exists(Path.Combine(directory, RunFiles.Decisions)) || EndedRun.Of(directory)?.DecisionCount > 0 ? Read(directory, fault) : [];

    private static string? Difference(Dictionary<string, int> own, IReadOnlyDictionary<string, int> told)
    {
        long all = own.Values.Sum(static c => (long)c), expected = told.Values.Sum(static c => (long)c);
        if (all != expected) return FormattableString.Invariant($"{Counted.Of(all, "decision")}, and the run ended with {expected}");
        return own.Keys.Concat(told.Keys).FirstOrDefault(kind => own.GetValueOrDefault(kind) != told.GetValueOrDefault(kind)) is { } other
            ? FormattableString.Invariant($"{own.GetValueOrDefault(other)} of {other}, and the run ended with {told.GetValueOrDefault(other)}") : null;
    }

    private static AxflException Incomplete(string path, string what) =>
        new("DecisionsFileIncomplete", ErrorKind.Data, what + " Restore it from a copy, or run again.") { Target = path };
}
