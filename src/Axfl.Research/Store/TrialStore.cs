using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The store of all trials: nothing tried is forgotten. Safe for use by several threads.</summary>
internal sealed partial class TrialStore : IDisposable
{
    private readonly StoreConnection _connection;
    private readonly TimeProvider _time;

    private TrialStore(StoreConnection connection, TimeProvider time) => (_connection, _time) = (connection, time);

    /// <summary>The store for people: path, or host and database.</summary>
    public string Name => _connection.Name;

    /// <summary>Says that the connection was lost, and that it is back.</summary>
    public Action<string>? Notice
    {
        get => _connection.Notice;
        set => _connection.Notice = value;
    }

    /// <summary>Opens a store.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="access">What for.</param>
    /// <param name="time">Clock.</param>
    /// <param name="schema">Its tables; null: those of this build.</param>
    /// <exception cref="AxflException">It does not exist, is locked, read-only, full, newer than this build, or no store.</exception>
    public static TrialStore Open(StoreDialect dialect, StoreAccess access, TimeProvider time, StoreSchema? schema = null) =>
        new(StoreConnection.Open(dialect, schema ?? StoreSchema.Current, access, time), time);

    /// <summary>All sweeps and how far they are, by name.</summary>
    public IReadOnlyList<SweepState> Sweeps() => _connection.Read(SweepTable.States);

    /// <summary>A sweep; null: there is none of that name.</summary>
    public SweepRow? Sweep(string name) => _connection.Read(c => SweepTable.Find(c, null, name));

    /// <summary>The error for a sweep that is not there; it names the nearest.</summary>
    public AxflException NotFound(string name) => SweepTable.NotFound(Name, name, [.. Sweeps().Select(static s => s.Sweep.Name)]);

    /// <summary>A data set; null: there is none of that key.</summary>
    public DatasetRow? Dataset(string key) => _connection.Read(c => DatasetTable.Find(c, null, key));

    /// <summary>The data set of a sweep.</summary>
    /// <exception cref="AxflException">It is missing or damaged (<c>StoreDamaged</c>).</exception>
    public DatasetRow Dataset(SweepRow sweep) => _connection.Read(c => DatasetTable.Of(c, sweep));

    /// <summary>Makes something of what was read: damage in it is named with the store.</summary>
    /// <exception cref="AxflException">It is not what was written (<c>StoreDamaged</c>).</exception>
    public T Sound<T>(Func<T> read) => _connection.Sound(read);

    /// <summary>Registers a sweep and its trials, before the first of them runs. Doing it again with the same definition changes nothing.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="dataset">The bars it runs on.</param>
    /// <param name="trials">Its trials.</param>
    /// <param name="append">Whether an existing sweep of that name takes another definition or data set; its earlier trials stay.</param>
    /// <exception cref="AxflException">There is a sweep of that name with another definition (<c>SweepDefinitionDiffers</c>) or other bars (<c>SweepDataDiffers</c>).</exception>
    public void Begin(SweepRow sweep, DatasetRow dataset, IReadOnlyList<PlannedTrial> trials, bool append = false) => _connection.Write((c, t) =>
    {
        DatasetTable.Insert(c, t, dataset);
        SweepTable.Begin(c, t, sweep, append);
        SweepTrialTable.Insert(c, t, sweep.Name, trials);
        return true;
    });

    /// <summary>Registers bars that trials run on without a sweep of their own; those that are there stay.</summary>
    public void Add(DatasetRow dataset) => _connection.Write((c, t) =>
    {
        DatasetTable.Insert(c, t, dataset);
        return true;
    });

    /// <summary>Rows of these keys that need not be run again: done, or failed by themselves. Without days and trades.</summary>
    public IReadOnlyDictionary<string, TrialRow> Find(IEnumerable<string> keys)
    {
        var found = new Dictionary<string, TrialRow>(StringComparer.Ordinal);
        foreach (var some in keys.Distinct(StringComparer.Ordinal).Chunk(500))
            foreach (var row in _connection.Read(c => TrialTable.Find(c, null, some)))
                if (!row.IsNoResult) found.Add(row.Key, row);
        return found;
    }

    /// <summary>The newest row of each of these plans on a data set that another version of the program made and that ran to its end. Without days and trades.</summary>
    /// <param name="dataset">Key of the data set.</param>
    /// <param name="version">The version, with or without that of its time zone data.</param>
    /// <param name="plans">Plan hashes.</param>
    public IReadOnlyDictionary<string, TrialRow> OfVersion(string dataset, string version, IEnumerable<string> plans)
    {
        var found = new Dictionary<string, TrialRow>(StringComparer.Ordinal);
        foreach (var some in plans.Distinct(StringComparer.Ordinal).Chunk(500))
            foreach (var row in _connection.Read(c => TrialTable.OfVersion(c, dataset, version, some))) found.TryAdd(row.PlanHash, row);
        return found;
    }

    /// <summary>The versions that made rows on a data set.</summary>
    public IReadOnlyList<string> Versions(string dataset) => _connection.Read(c => TrialTable.Versions(c, dataset));

    /// <summary>Writes rows in one transaction. A second result for a key is compared with the first, which is kept.</summary>
    /// <returns>Alarms: second results that differ.</returns>
    public IReadOnlyList<AlarmRow> Write(IReadOnlyCollection<TrialRow> rows) => _connection.Write((c, t) => TrialTable.Write(c, t, rows, Now));

    /// <summary>Trials of a sweep in order of their numbers, with what is known of them, without days and trades.</summary>
    public IReadOnlyList<StoredTrial> Rows(string sweep) => _connection.Read(c => SweepTrialTable.Rows(c, null, sweep));

    /// <summary>Holds the store against what was written to it: whoever opens it now must find so many results of a sweep.</summary>
    /// <exception cref="AxflException">It was removed or replaced meanwhile (<c>StoreGone</c>).</exception>
    public void RequireKept(string sweep, int results)
    {
        try
        {
            if (_connection.Afresh(SweepTable.States).Any(s => s.Sweep.Name == sweep && s.Done + s.Failed >= results)) return;
        }
        catch (AxflException e)
        {
            throw StoreErrors.Gone(Name, e);
        }

        throw StoreErrors.Gone(Name, null);
    }

    /// <summary>R by day of a trial, days with trades only; null: not kept.</summary>
    public (int[] Days, double[] R)? Days(string key)
    {
        (int[], double[])? found = null;
        _connection.Read(c => TrialTable.Days(c, [key], (_, days, r) => found = (days, r)));
        return found;
    }

    /// <summary>R by day of many trials, one after the other, in no particular order.</summary>
    /// <param name="keys">Their keys.</param>
    /// <param name="take">Takes key, days and R of each that has them. It must bear being given one twice.</param>
    /// <param name="whose">Whose a key is, for people; null: only the key is known.</param>
    public void Days(IEnumerable<string> keys, Action<string, int[], double[]> take, Func<string, string>? whose = null)
    {
        foreach (var some in keys.Chunk(200)) _connection.Read(c => TrialTable.Days(c, some, take, whose));
    }

    /// <summary>The trades.csv of a trial, gzip; null: not kept.</summary>
    public byte[]? Trades(string key) => _connection.Read(c => TrialTable.Trades(c, key));

    /// <summary>Whether a plan was ever tried on a data set.</summary>
    public bool Tried(string dataset, string planHash) =>
        _connection.Read(c => c.Number(null, """select count(*) from "tried" where "dataset" = @p0 and "plan_hash" = @p1""", dataset, planHash)) > 0;

    /// <summary>Distinct plans ever tried on data sets that share a symbol and a day with this one: M of the statistics. What was removed counts all the same.</summary>
    public int CountTried(string dataset) => _connection.Read(c => TriedTable.Count(c, dataset));

    /// <summary>The same for a sweep: never fewer than the plans of its own rows on these bars, whatever was lost of the rest.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="rows">Its trials.</param>
    public int CountTried(SweepRow sweep, IEnumerable<StoredTrial> rows) =>
        Math.Max(CountTried(sweep.Dataset), rows.Select(static t => t.Row).OfType<TrialRow>().Where(r => r.Dataset == sweep.Dataset).Select(static r => r.PlanHash).Distinct(StringComparer.Ordinal).Count());

    /// <summary>Removes a sweep, and the rows no other sweep has. What was tried stays counted.</summary>
    /// <returns>Trials of the sweep, and rows that went with it.</returns>
    /// <exception cref="AxflException">There is none of that name (<c>SweepNotFound</c>).</exception>
    public (int Trials, int Rows) Remove(string sweep) => _connection.Write((c, t) => SweepTable.Remove(c, t, Name, sweep));

    /// <summary>Opens the holdout of a sweep for trials, which cannot be undone: their results are written, and the sweep says when it was done.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="dataset">The bars of the holdout.</param>
    /// <param name="trials">The trials, by their numbers in the sweep and their keys on the holdout.</param>
    /// <param name="rows">Their results.</param>
    /// <returns>Alarms, as of <see cref="Write"/>.</returns>
    public IReadOnlyList<AlarmRow> OpenHoldout(string sweep, DatasetRow dataset, IReadOnlyList<PlannedTrial> trials, IReadOnlyCollection<TrialRow> rows) =>
        _connection.Write((c, t) =>
        {
            DatasetTable.Insert(c, t, dataset);
            SweepTable.OpenHoldout(c, t, Name, sweep, dataset.Key, Now);
            SweepTrialTable.Insert(c, t, SweepTable.HoldoutOf(sweep), trials);
            return TrialTable.Write(c, t, rows, Now);
        });

    /// <summary>The trials for which the holdout of a sweep was opened, with their results on it.</summary>
    public IReadOnlyList<StoredTrial> Holdout(string sweep) => Rows(SweepTable.HoldoutOf(sweep));

    /// <summary>Keeps a walk-forward that was finished, in the place of the sweep's earlier one.</summary>
    public void Keep(string definitionHash, WalkForwardReport report) => _connection.Write((c, t) =>
    {
        WalkForwardTable.Replace(c, t, new(definitionHash, report, Now));
        return true;
    });

    /// <summary>The last walk-forward of a sweep that was finished; null: none was.</summary>
    public WalkForwardRow? WalkForward(string sweep) => _connection.Read(c => WalkForwardTable.Find(c, sweep));

    /// <summary>Second results that differed, oldest first.</summary>
    public IReadOnlyList<AlarmRow> Alarms() => _connection.Read(TrialTable.Alarms);

    /// <summary>How many rows each worker has brought, by worker and version.</summary>
    public IReadOnlyList<(string Worker, string Version, int Rows)> Workers() => _connection.Read(TrialTable.Workers);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private DateTime Now => _time.GetUtcNow().UtcDateTime;
}
