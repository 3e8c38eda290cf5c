using System.Diagnostics;
using Axfl.Contracts;
using Axfl.Research.Measures;
using Axfl.Research.Store;
using Axfl.Research.Tests.Store;

namespace Axfl.Research.Tests.Measures;

/// <summary>Time and memory of the statistics and of the store, against their budgets. Only where AXFL_SOAK=1 asks for it: a busy machine proves nothing.</summary>
public sealed class LargeSweepTests(ITestOutputHelper output) : IDisposable
{
    private const int Trials = 10_000, Days = 2_600;
    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-large").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Ten_thousand_trials_of_ten_years_are_written_and_measured_within_their_budgets()
    {
        if (Environment.GetEnvironmentVariable("AXFL_SOAK") != "1") Assert.Skip("Only with AXFL_SOAK=1: build.ps1 -Task Soak.");
        using var store = TrialStore.Open(new SqliteDialect(Path.Combine(_folder, "sweeps.db")), StoreAccess.Write, TimeProvider.System);
        int[] days = [.. Enumerable.Range(10_000, Days)];
        store.Begin(StoreRows.Sweep(definition: """{"method":"random","objective":{"by":"mean_day_r","min_trades":100},"seed":1}"""), StoreRows.Dataset() with { Days = days }, StoreRows.Plan(Trials));
        var noise = Matrices.Normal(1, 1, Trials + Days, 0, static _ => 0.01)[0];
        var written = Stopwatch.StartNew();
        foreach (var batch in Enumerable.Range(1, Trials).Chunk(100)) store.Write([.. batch.Select(i => Row(i, days, noise.AsSpan(i, Days).ToArray()))]);
        written.Stop();
        GC.Collect();
        var measured = Stopwatch.StartNew();
        var measure = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        measured.Stop();
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        output.WriteLine(FormattableString.Invariant($"written: {written.Elapsed.TotalMilliseconds / Trials:0.000} ms a trial; measured in {measured.Elapsed.TotalSeconds:0.0} s; at most {memory} MiB"));
        Assert.Equal((Trials, Days), (measure.Measured, measure.Days));
        Assert.True(written.Elapsed.TotalMilliseconds / Trials <= 0.5, FormattableString.Invariant($"{written.Elapsed.TotalMilliseconds / Trials} ms a trial"));
        Assert.True(measured.Elapsed < TimeSpan.FromSeconds(60), measured.Elapsed.ToString());
        Assert.True(memory <= 1024, FormattableString.Invariant($"{memory} MiB"));
    }

    private static TrialRow Row(int number, int[] days, double[] r) => StoreRows.Row(number) with
    {
        Days = days, R = r, Metrics = new TrialMetrics { Trades = Days, TotalR = r.Sum(), AverageR = r.Average(), MeanDayR = r.Average() },
    };
}
