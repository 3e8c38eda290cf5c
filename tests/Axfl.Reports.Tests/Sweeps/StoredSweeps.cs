using System.Text.RegularExpressions;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Research.Measures;
using Axfl.Research.Store;

namespace Axfl.Reports.Tests.Sweeps;

/// <summary>A store with one sweep, and its report.</summary>
public sealed class StoredSweeps : IDisposable
{
    internal const string Grid = """{"axes":{},"method":"grid","objective":{"by":"mean_day_r","direction":"max","min_trades":10},"seed":7}""";

    internal const string WalkedGrid = """{"axes":{},"method":"grid","objective":{"by":"mean_day_r","direction":"max","min_trades":10},"seed":7,"walk_forward":{"test":"30d","train":"60d"}}""";

    private static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    internal string Folder { get; } = Directory.CreateTempSubdirectory("axfl-sweep-report").FullName;

    internal string Store => Path.Combine(Folder, "sweeps.db");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A sweep whose trials have the days of a wave that the parameters shift.</summary>
    /// <param name="parameters">JSON of the parameters of each trial.</param>
    /// <param name="name">Name of the sweep.</param>
    /// <param name="days">Number of days.</param>
    /// <param name="edit">Changes a row; null: it does not run.</param>
    /// <param name="definition">Its definition.</param>
    internal void Fill(IReadOnlyList<string> parameters, string name = "made", int days = 200, Func<TrialRow, int, TrialRow?>? edit = null, string definition = Grid)
    {
        using var store = TrialStore.Open(new SqliteDialect(Store), StoreAccess.Write, TimeProvider.System);
        int[] all = [.. Enumerable.Range(20_000, days)];
        var dataset = new DatasetRow("d1", ["EURUSD"], "5m", DateTime.UnixEpoch.AddDays(20_000), DateTime.UnixEpoch.AddDays(20_000 + days), 28_800, [Path.Combine(Folder, "bars", "EURUSD.csv")], all, Noon);
        store.Begin(new SweepRow(name, "d1", definition, HashOf(definition), "1.0", Noon), dataset, [.. parameters.Select(static (p, i) => new PlannedTrial(i + 1, "k" + i, p))]);
        store.Write([.. parameters.Select((_, i) =>
        {
            double[] r = [.. Enumerable.Range(0, days).Select(d => Math.Sin((d * 1.7) + i) + (0.05 * (i % 5)))];
            var row = new TrialRow
            {
                Key = "k" + i, Dataset = "d1", PlanHash = "p" + i, LedgerHash = "h" + i, WallMs = 12, Version = "1.0", Worker = "here", DoneAt = Noon, Days = all, R = r,
                Metrics = new TrialMetrics { Trades = days, TotalR = r.Sum(), AverageR = r.Average(), MeanDayR = r.Average(), MaxDrawdownR = 3.5, CostShare = 0.2 },
            };
            return edit is null ? row : edit(row, i);
        }).OfType<TrialRow>()]);
    }

    /// <summary>The hash that stands beside a definition.</summary>
    internal static string HashOf(string definition)
    {
        using var document = JsonDocument.Parse(definition);
        return SweepRow.HashOf(document.RootElement);
    }

    /// <summary>A walk-forward of two windows, the second flat.</summary>
    /// <param name="definitionHash">Of the file it was run with.</param>
    internal void Walk(string definitionHash)
    {
        using var store = TrialStore.Open(new SqliteDialect(Store), StoreAccess.Write, TimeProvider.System);
        var (start, none) = (DateTime.UnixEpoch.AddDays(20_000 - 60), new Dictionary<string, object?>());
        WalkForwardWindow Window(int number, IReadOnlyDictionary<string, object?> parameters) => new()
        {
            Window = number, TrainSince = start.AddDays(30 * (number - 1)), TrainUntil = start.AddDays(30 * (number + 1)), TestSince = start.AddDays(30 * (number + 1)), TestUntil = start.AddDays(30 * (number + 2)),
            Parameters = parameters,
        };
        store.Keep(definitionHash, new WalkForwardReport
        {
            Sweep = "made", Choose = "plateau", Text = "Weak.", Moves = [new("strategies.orb.params.target_r", 0, 0)],
            Windows =
            [
                Window(1, new Dictionary<string, object?> { ["strategies.orb.params.target_r"] = 1.5, ["strategies.orb.windows"] = new object?[] { "07:00", true } }) with { Trial = 7, TrainTrades = 40, TestTrades = 12, TestTotalR = 1.25 },
                Window(2, none) with { Note = "no trial has 10 trades and a defined mean_day_r in training: flat" },
            ],
        });
    }

    internal SweepMeasure Measure(string name = "made") => SweepStores.Create(TimeProvider.System, static _ => null).Measure(Request, name, null, CancellationToken.None);

    internal SweepStoreRequest Request => new() { Store = Store, WorkingDirectory = Folder };

    internal string Report(string name = "made", bool force = false, string? path = null) =>
        File.ReadAllText(new SweepReportMaker(TimeProvider.System, static _ => null).Write(new SweepReportRequest(name) { Store = Request, Force = force, Path = path }, null, CancellationToken.None).Path);

    internal static JsonElement Data(string text) =>
        JsonDocument.Parse(Regex.Match(text, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value).RootElement;

    internal static string Body(string text) => Regex.Replace(text, "<style>.*?</style>|<script.*?</script>", "", RegexOptions.Singleline);

    internal static string[] TwoAxes(int down = 5, int across = 4) =>
        [.. Enumerable.Range(0, down * across).Select(i => FormattableString.Invariant($$"""{"strategies.orb.params.target_r":{{i / across}},"strategies.orb.params.buffer_pips":{{i % across}}}"""))];
}
