using System.Globalization;
using Axfl.Contracts;
using Axfl.Research.Measures;

namespace Axfl.Research.Tests.Measures;

/// <summary>Noise must get the verdict noise gets, and an edge that of an edge. AXFL_SOAK=1: all hundred matrices of each kind.</summary>
public class NoiseAndEdgeTests(ITestOutputHelper output)
{
    private static readonly int Matrices = Environment.GetEnvironmentVariable("AXFL_SOAK") == "1" ? 100 : 20;

    [Fact]
    public void Independent_noise_is_overfitting_and_no_evidence() => Check(0, static _ => 0, (0.4, 0.6), spa: share => share <= Bound(0.18), deflated: share => share <= Bound(0.03));

    [Fact]
    public void Correlated_noise_is_overfitting_and_no_evidence() => Check(0.6, static _ => 0, (0.4, 0.6), spa: share => share <= Bound(0.10), deflated: share => share <= Bound(0.03));

    [Fact]
    public void One_trial_with_an_edge_among_noise_is_found() =>
        Check(0, static k => k == 17 ? 0.25 : 0, (0, 0.1), spa: share => share >= 1 - Bound(0.05), deflated: share => share >= 1 - Bound(0.30), m => Assert.Equal(18, m.Best!.Trial));

    [Fact]
    public void Trials_that_all_have_the_edge_are_evidence_though_choosing_is_arbitrary() =>
        Check(0.6, static _ => 0.15, (0.4, 0.6), spa: share => share >= 1 - Bound(0.10), deflated: share => share >= 1 - Bound(0.10));

    // Of few matrices one more may be on the wrong side than of a hundred.
    private static double Bound(double share) => Matrices == 100 ? share : share + (1.0 / Matrices);

    private void Check(double correlation, Func<int, double> mean, (double Low, double High) pbo, Func<double, bool> spa, Func<double, bool> deflated, Action<SweepMeasure>? each = null)
    {
        var all = new List<SweepMeasure>();
        for (var seed = 1; seed <= Matrices; seed++)
        {
            var matrix = Measures.Matrices.On(Measures.Matrices.Normal(seed, 50, 500, correlation, mean));
            var measure = new SweepStatistics(matrix, new SweepSettings(By: "mean_day_r", MinTrades: 0, Seed: seed.ToString(CultureInfo.InvariantCulture)), triedEver: 50, draws: 400).Measure(null, CancellationToken.None);
            each?.Invoke(measure);
            all.Add(measure);
        }

        var (meanPbo, spaShare, deflatedShare) = (
            all.Average(static m => m.Pbo!.Value), all.Count(static m => m.SpaConsistent <= 0.05) / (double)Matrices, all.Count(static m => m.Deflated >= 0.95) / (double)Matrices);
        output.WriteLine(FormattableString.Invariant($"Pbo {meanPbo:0.000}, SpaP <= 0.05: {spaShare:0.00}, Deflated >= 0.95: {deflatedShare:0.00} of {Matrices}"));
        Assert.InRange(meanPbo, pbo.Low, pbo.High);
        Assert.True(spa(spaShare), FormattableString.Invariant($"SpaP {spaShare}"));
        Assert.True(deflated(deflatedShare), FormattableString.Invariant($"Deflated {deflatedShare}"));
    }
}
