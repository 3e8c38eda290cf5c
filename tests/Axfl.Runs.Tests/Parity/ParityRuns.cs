using System.Globalization;
using System.Text.Json.Nodes;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;
using Axfl.LiveHost;
using Axfl.Providers.Common.History;
using Axfl.Runs.Backtest;
using Axfl.Runs.Files;
using Axfl.Runs.Parity;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Parity;

/// <summary>Makes runs in a folder of a test's own, replays and live ones, of a strategy that trades all the time; and compares them.</summary>
internal sealed class ParityRuns : IDisposable
{
    public const string Sessions = """
        made:
          symbols: [EURUSD, GBPUSD]
          interval: 1m
          source: csv
          warmup_days: 0
          risk: {per_strategy_daily_trades: null, per_strategy_daily_stop_r: -500, global_daily_stop_r: -1000, max_open_positions: null}
          strategies: [{name: churn, windows: [{start: "00:00", end: "24:00"}]}]
        """;

    public static readonly StrategyDefinition[] Churn = [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")];

    public static readonly Instrument Eurusd = new("EURUSD", "EUR", "USD", 0.0001, 5, 0.6), Gbpusd = new("GBPUSD", "GBP", "USD", 0.0001, 5, 0.9);

    private readonly TemporaryFolder _folder = new();

    public string Directory => _folder.Path;

    public string this[string run] => Path.Combine(_folder.Path, "runs", run);

    /// <summary>Simulated bars of a day, to be changed and written down.</summary>
    public static List<Bar>[] Bars(string since = "2026-01-13T07:00:00Z", int minutes = 600)
    {
        Assert.True(EventTime.TryParseIso(since, out var from));
        var request = new SourceRequest([Eurusd, Gbpusd], new Interval(1), "", [], null, false, from, from + minutes * EventTime.Minute);
        return [.. Enumerable.Range(0, 2).Select(i => Read(BarSources.Open("simulated", request, out _).Open(i, request.From, request.Until)))];
    }

    /// <summary>The same, so long that stop loss and target often lie in one bar.</summary>
    public static List<Bar>[] LongBars() =>
        [.. Bars().Select(l => l.Select(b => b with { High = Math.Round(b.High + 0.0008, 5), Low = Math.Round(b.Low - 0.0008, 5) }).ToList())];

    /// <summary>Bars of a live run's journal.</summary>
    public List<Bar>[] JournalBars(string run)
    {
        using var journal = new JournalBars(this[run], CancellationToken.None);
        List<Bar>[] bars = [[], []];
        while (journal.TryRead(out var bar)) bars[bar.Symbol].Add(bar.Bar);
        return bars;
    }

    /// <summary>A folder of csv files with these bars.</summary>
    public string Data(string name, IReadOnlyList<List<Bar>> bars)
    {
        var folder = System.IO.Directory.CreateDirectory(_folder[name]).FullName;
        for (var i = 0; i < bars.Count; i++)
        {
            File.WriteAllLines(Path.Combine(folder, (i == 0 ? Eurusd : Gbpusd).Symbol + ".csv"),
                bars[i].Select(b => string.Create(CultureInfo.InvariantCulture, $"{EventTime.ToIso(b.Time)},{b.Open:R},{b.High:R},{b.Low:R},{b.Close:R},1"))
                    .Prepend("time,open,high,low,close,volume"));
        }

        return folder;
    }

    /// <summary>Replays files.</summary>
    public async Task Replay(string id, string data, params string[] set) => await Replay(id, new RunRequest { DataPath = [data], Set = set });

    /// <summary>Replays what a request says.</summary>
    public async Task Replay(string id, RunRequest request)
    {
        var sessions = _folder["made.yaml"];
        if (request.Source != "journal") await File.WriteAllTextAsync(sessions, Sessions);
        await using var run = Replays.Start(request with
        {
            SessionsPath = request.Source == "journal" ? null : sessions, Profile = "made", OutputDirectory = _folder.Path, RunId = id, WorkingDirectory = _folder.Path,
        }, Churn, TimeProvider.System, CancellationToken.None);
        Assert.True((await run.ToItsEnd()).Metrics.Trades > 10);
    }

    /// <summary>A live run of made ticks, ended in order.</summary>
    public void Live(string id, int ticks = 3000, Func<Tick, Tick>? change = null)
    {
        List<(int Symbol, Tick Tick)> made = [.. MadeTicks.Of(7, ticks, 2).Select(t => (t.Symbol, change?.Invoke(t.Tick) ?? t.Tick))];
        using var live = DirectLive.Begin(_folder.Path, id, made);
        foreach (var (symbol, tick) in made) live.Feed(symbol, tick);
        live.Finish();
    }

    public RunComparison Compare(string left, string right) => new RunParity(Churn, CancellationToken.None).Compare(this[left], this[right]);

    public RunComparison CompareWith(string left, CompareRequest request, Func<CompareRequest, RunPlan, IHistory>? history = null) =>
        new SourceParity(Churn, history ?? ((_, _) => throw new InvalidOperationException()), CancellationToken.None).Compare(request with { Left = this[left] });

    /// <summary>Changes a member of a run's summary.</summary>
    public void ChangeSummary(string run, string member, JsonNode value)
    {
        var path = Path.Combine(this[run], RunFiles.Summary);
        var summary = JsonNode.Parse(File.ReadAllText(path))!;
        summary[member] = value;
        File.WriteAllText(path, summary.ToJsonString());
    }

    /// <summary>Makes a run one that failed: its files, which a test changes, are not held against its summary.</summary>
    public void Fail(string run)
    {
        if (File.Exists(Path.Combine(this[run], RunFiles.Summary))) ChangeSummary(run, "state", RunStates.Failed);
    }

    /// <summary>Changes a field of a trade.</summary>
    /// <param name="run">Run.</param>
    /// <param name="trade">1-based.</param>
    /// <param name="field">Name in the header.</param>
    /// <param name="value">New text.</param>
    public void ChangeTrade(string run, int trade, string field, string value)
    {
        Fail(run);
        var path = Path.Combine(this[run], RunFiles.Trades);
        var lines = File.ReadAllLines(path);
        var fields = lines[trade].Split(',');
        fields[Array.IndexOf(TradesCsv.Header.Split(','), field)] = value;
        lines[trade] = string.Join(',', fields);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }

    public void Dispose() => _folder.Dispose();

    private static List<Bar> Read(IBarReader reader)
    {
        var bars = new List<Bar>();
        var block = new StepBar[IBarReader.BlockBars];
        for (int count; (count = reader.Read(block)) > 0;) bars.AddRange(block.AsSpan(0, count).ToArray().Select(b => b.Bar));
        reader.Dispose();
        return bars;
    }
}
