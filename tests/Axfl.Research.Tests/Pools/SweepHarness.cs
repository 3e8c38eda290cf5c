using Axfl.Contracts;
using Axfl.Research.Pools;
using Axfl.Research.Store;
using Axfl.Research.Tests.Sweeps;
using Axfl.Strategies.Catalogue;

namespace Axfl.Research.Tests.Pools;

/// <summary>A folder with a sessions file and a store, in which sweeps over generated bars run.</summary>
internal sealed class SweepHarness : IDisposable, ISweepWatcher
{
    public const string Period = "since: 2025-03-03\nuntil: 2025-04-12\n";

    public const string Small = """
        portfolio:
          symbols: [EURUSD, GBPUSD]
          source: simulated
          strategies:
            - name: lsg
              windows: [{start: "07:00", end: "10:00"}]
        """;

    public const string Faulty = """
        portfolio:
          symbols: [EURUSD]
          source: simulated
          strategies:
            - name: faulty
              windows: [{start: "07:00", end: "10:00"}]
        """;

    private readonly SweepFolder _folder;
    private readonly string? _store;

    /// <param name="sessions">The sessions file.</param>
    /// <param name="store">A connection string; null: a store in a file.</param>
    public SweepHarness(string sessions = Small, string? store = null)
    {
        _store = store;
        _folder = new SweepFolder(sessions);
        StrategyDefinition[] strategies = [.. StrategyCatalogue.BuiltIn, StrategyCatalogue.FromType(typeof(FaultyStrategy), "tests")];
        Sweeps = new SweepRunning(_ => strategies, TimeProvider.System, _ => null);
    }

    public SweepRunning Sweeps { get; }

    public string Folder => _folder.Folder;

    public SweepStoreRequest StoreRequest => new() { Store = _store ?? Path.Combine(Folder, "sweeps.db"), WorkingDirectory = Folder };

    public List<SweepTrial> Trials { get; } = [];

    public List<string> Notices { get; } = [];

    public SweepProgress? Last { get; private set; }

    public Action<SweepTrial>? OnTrial { get; set; }

    public SweepRequest Request(string keys) =>
        new() { Path = _folder.Write("sweep.yaml", SweepFolder.Text(Period + keys)), Store = StoreRequest, WorkingDirectory = Folder, Throttle = 2 };

    public SweepReport Run(string keys) => Run(Request(keys));

    public SweepReport Run(SweepRequest request, CancellationToken cancellation = default)
    {
        Trials.Clear();
        return Sweeps.Run(request, this, cancellation);
    }

    public TrialStore Store(StoreAccess access = StoreAccess.Read) => StoreLocation.Open(StoreRequest, access, TimeProvider.System, _ => null);

    /// <summary>The table of a sweep, row for row, but for times and worker.</summary>
    public string[] Table(string sweep = "test")
    {
        using var store = Store();
        return [.. store.Rows(sweep).Select(r => $"{r.Number} {r.Key} {r.Parameters} {r.Row?.State} {r.Row?.Error} {r.Row?.LedgerHash} {r.Row?.Metrics} {string.Join(',', store.Days(r.Key)?.R ?? [])}")];
    }

    public SweepTrialRequest Named(params int[] trials) => new() { Sweep = "test", Trials = trials, Store = StoreRequest };

    void ISweepWatcher.Progress(SweepProgress progress) => Last = progress;

    void ISweepWatcher.Trial(SweepTrial trial)
    {
        Trials.Add(trial);
        OnTrial?.Invoke(trial);
    }

    void ISweepWatcher.Notice(NoticeLevel level, string message) => Notices.Add(message);

    public void Dispose() => _folder.Dispose();
}
