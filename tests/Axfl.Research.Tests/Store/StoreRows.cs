using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Tests.Store;

/// <summary>Rows to put into stores.</summary>
internal static class StoreRows
{
    public static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    public static DatasetRow Dataset(string key = "d1", string symbol = "EURUSD", int since = 0, int days = 100) =>
        new(key, [symbol], "5m", Day(since), Day(since + days), 28_800, ["bars/EURUSD.csv"], [.. Enumerable.Range(20_000 + since, days).Where(static d => d % 7 < 5)], Noon);

    public static SweepRow Sweep(string name = "s1", string dataset = "d1", string definition = """{"method":"grid"}""") =>
        new(name, dataset, definition, HashOf(definition), "1.0", Noon);

    private static string HashOf(string definition)
    {
        using var document = System.Text.Json.JsonDocument.Parse(definition);
        return SweepRow.HashOf(document.RootElement);
    }

    public static IReadOnlyList<PlannedTrial> Plan(int count, string prefix = "k") =>
        [.. Enumerable.Range(1, count).Select(i => new PlannedTrial(i, prefix + i, FormattableString.Invariant($$"""{"strategies.lsg.params.sweep_pips":{{i}}}""")))];

    public static TrialRow Row(int number = 1, string dataset = "d1", string prefix = "k", double r = 0.1) => new()
    {
        Key = prefix + number, Dataset = dataset, PlanHash = FormattableString.Invariant($"p{number}"), LedgerHash = FormattableString.Invariant($"h{number}"), WallMs = 12.5, Version = "1.0 tz2026a", Worker = "here",
        DoneAt = Noon.AddMinutes(number), Metrics = new TrialMetrics { Trades = 3, TotalR = r, AverageR = r / 3, MaxDrawdownR = 1.0 / 3, MeanDayR = double.Epsilon },
        Days = [20_000, 20_001], R = [r, -1e-17],
    };

    public static TrialRow Failed(int number, string error) =>
        Row(number) with { State = TrialRow.Failed, Error = error, Metrics = null, LedgerHash = null, Days = null, R = null };

    private static DateTime Day(int day) => DateTime.UnixEpoch.AddDays(20_000 + day);
}
