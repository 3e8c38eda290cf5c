using System.Globalization;
using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>
/// Takes over the rows that another version of the program made: one in a hundred of them, at least twenty, are run again first, and all of these must have equal ledgers.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="work">Runs a trial.</param>
/// <param name="keep">What of a trial is kept: a row that has less is no row to take over.</param>
/// <param name="threads">Trials at the same time.</param>
internal sealed class VersionReuse(TrialStore store, TrialWork work, Keep keep, int threads)
{
    private const int LeastSample = 20, Share = 100, Batch = 200;

    /// <summary>Takes them over.</summary>
    /// <param name="version">The version that made them.</param>
    /// <param name="dataset">Key of the data set.</param>
    /// <param name="trials">Trials of the sweep.</param>
    /// <param name="watcher">Who is told.</param>
    /// <param name="cancellation">Stops it; what was not taken over is run.</param>
    /// <returns>Keys of the trials whose ledgers differ; none: the rows are taken over.</returns>
    /// <exception cref="AxflException">That version made no row on these bars (<c>VersionUnknown</c>).</exception>
    public IReadOnlyList<string> Take(string version, string dataset, IReadOnlyList<NumberedTrial> trials, ISweepWatcher watcher, CancellationToken cancellation)
    {
        var known = store.Find(trials.Select(t => t.Key));
        NumberedTrial[] wanted = [.. trials.Where(t => !known.ContainsKey(t.Key)).DistinctBy(t => t.Key, StringComparer.Ordinal)];
        var made = store.OfVersion(dataset, version, wanted.Select(t => t.Plan.PlanHash));
        if (made.Count == 0 && wanted.Length > 0) throw Unknown(version, dataset);
        var days = DaysOf(made.Values);
        (NumberedTrial Trial, TrialRow Row)[] rows =
            [.. wanted.Where(t => made.ContainsKey(t.Plan.PlanHash)).Select(t => (t, Whole(made[t.Plan.PlanHash], days))).Where(r => Suffices(r.Item2))];
        var sample = Sample(rows);
        var again = new TrialRow[sample.Length];
        Parallel.For(0, sample.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i => again[i] = work.Run(sample[i].Trial, cancellation));
        string[] differing = [.. sample.Where((s, i) => again[i].LedgerHash != s.Row.LedgerHash).Select(s => s.Trial.Key)];
        if (differing.Length > 0) return differing;
        var mine = again.ToDictionary(r => r.Key, StringComparer.Ordinal);
        foreach (var some in rows.Select(r => mine.GetValueOrDefault(r.Trial.Key) ?? r.Row with { Key = r.Trial.Key }).Chunk(Batch)) store.Write(some);
        watcher.Notice(NoticeLevel.Information, string.Create(CultureInfo.InvariantCulture,
            $"{Counted.Of(rows.Length, "row")} of version {version} taken over; {Counted.Of(sample.Length, "trial")} of them run again, all with equal ledgers."));
        return [];
    }

    // Spread over all of them.
    private static (NumberedTrial Trial, TrialRow Row)[] Sample((NumberedTrial Trial, TrialRow Row)[] rows)
    {
        var count = Math.Min(rows.Length, Math.Max(LeastSample, (rows.Length + Share - 1) / Share));
        return [.. Enumerable.Range(0, count).Select(i => rows[(int)((long)i * rows.Length / count)])];
    }

    private Dictionary<string, (int[] Days, double[] R)> DaysOf(IEnumerable<TrialRow> rows)
    {
        var found = new Dictionary<string, (int[], double[])>(StringComparer.Ordinal);
        if (keep >= Keep.Days) store.Days(rows.Select(r => r.Key), (key, days, r) => found[key] = (days, r));
        return found;
    }

    private TrialRow Whole(TrialRow row, Dictionary<string, (int[] Days, double[] R)> days)
    {
        var (own, r) = days.GetValueOrDefault(row.Key);
        return row with { Days = own, R = r, TradesCsv = keep == Keep.Trades ? store.Trades(row.Key) : null };
    }

    private bool Suffices(TrialRow row) => (keep < Keep.Days || row.Days is not null) && (keep < Keep.Trades || row.TradesCsv is not null);

    private AxflException Unknown(string version, string dataset)
    {
        var versions = store.Versions(dataset);
        var there = versions.Count == 0 ? "no version has made any row on these bars" : $"rows on these bars were made by {string.Join(", ", versions)}";
        return new AxflException("VersionUnknown", ErrorKind.Configuration, $"No trial of this sweep was run by version '{version}' in {store.Name}: {there}.") { Target = version };
    }
}
