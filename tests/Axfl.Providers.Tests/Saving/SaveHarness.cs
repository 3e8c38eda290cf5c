using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.FakeHost;
using Axfl.Providers.Saving;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Saving;

/// <summary>Downloads into a folder from a fake server.</summary>
internal sealed class SaveHarness : IAsyncDisposable
{
    public const long T0 = HistoryHarness.T0;

    private SaveHarness(FakeRest server) => Server = server;

    public FakeRest Server { get; }

    public DataFolder Folder { get; } = new();

    public JumpingTime Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(T0));

    public Dictionary<string, string> Environment { get; } = new() { ["TWELVEDATA_API_KEYS"] = "KEY-ONE" };

    public List<HistoryProgress> Told { get; } = [];

    /// <summary>Run at each report.</summary>
    public Action<HistoryProgress> OnReport { get; set; } = _ => { };

    public string File => Path.Combine(Folder.Path, "EURUSD_5m.csv");

    public string Part => File + ".part";

    public static async Task<SaveHarness> Start(Func<RestCall, RestReply> answer) => new(await FakeRest.Start(answer));

    public HistoryRequest Request(long from, long until, string source = "twelvedata", params string[] symbols) => new()
    {
        Symbols = symbols.Length == 0 ? ["EUR/USD"] : symbols, Interval = "5m", Since = EventTime.ToDateTime(from), Until = EventTime.ToDateTime(until), Source = source,
        DataDir = Folder.Path, Endpoint = Server.Address.ToString(),
    };

    public Task<IReadOnlyList<HistoryFile>> Save(HistoryRequest request, CancellationToken cancellationToken = default) =>
        new HistoryDownload(request, Environment.GetValueOrDefault, Time, new Listener<HistoryProgress>(Tell)).Run(cancellationToken);

    public async Task<HistoryFile> Save(long from, long until, string source = "twelvedata") => Assert.Single(await Save(Request(from, until, source)));

    /// <summary>The file as a replay reads it.</summary>
    public IReadOnlyList<StepBar> Read()
    {
        var reading = DataFolder.Read(Folder.Request());
        Assert.Equal((0L, 0L), (reading.Tally.Rejected, reading.Tally.Duplicates));
        return reading.Steps;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
    }

    private void Tell(HistoryProgress value)
    {
        Told.Add(value);
        OnReport(value);
    }
}
