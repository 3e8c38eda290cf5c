namespace Axfl.Contracts;

/// <summary>What tables and pages call the figures of a sweep or a walk-forward: one name each, whatever shows it.</summary>
public static class SweepFigureNames
{
    /// <summary>Mean R of a trade.</summary>
    public const string MeanTradeR = "mean R";

    /// <summary>Mean R of a trading day.</summary>
    public const string MeanDayR = "mean day R";

    /// <summary>Mean by deviation of the R of trading days, not annualised.</summary>
    public const string DaySharpe = "Sharpe a day";

    /// <summary>Probability that the true Sharpe ratio is above 0.</summary>
    public const string Psr = "PSR(0)";

    /// <summary>Trading days until <see cref="Psr"/> is 0.95.</summary>
    public const string MinDays = "min days";

    /// <summary>Probability that the best trial is better than the best of as many without skill.</summary>
    public const string Deflated = "deflated";

    /// <summary>Probability of overfitting.</summary>
    public const string Pbo = "PBO";

    /// <summary>P-value of the test for superior ability.</summary>
    public const string SpaP = "SPA p";

    /// <summary>Trials that are as good as independent.</summary>
    public const string EffectiveTrials = "effective trials";

    /// <summary>Median objective of the neighbours by a trial's own.</summary>
    public const string PlateauRatio = "plateau ratio";

    /// <summary>The name of an undefined figure: <c>best, min days</c> for <c>Best.MinDays</c>.</summary>
    /// <param name="property"><see cref="UndefinedFigure.Name"/>.</param>
    public static string Of(string property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return string.Join(", ", property.Split('.').Select(static part => part switch
        {
            "Best" => "best", "Recommended" => "recommended", "Verdict" => "verdict",
            nameof(SweepMeasure.Deflated) => Deflated, nameof(SweepMeasure.Pbo) => Pbo, nameof(SweepMeasure.SpaConsistent) => SpaP, nameof(SweepMeasure.EffectiveTrials) => EffectiveTrials,
            nameof(SweepCandidate.DaySharpe) => DaySharpe, nameof(SweepCandidate.MinDays) => MinDays, nameof(SweepCandidate.MeanTradeRError) => "error of the mean R",
            nameof(SweepCandidate.NeighbourMedian) => "neighbours' median", nameof(SweepCandidate.PlateauRatio) => PlateauRatio,
            _ => part,
        }));
    }
}
