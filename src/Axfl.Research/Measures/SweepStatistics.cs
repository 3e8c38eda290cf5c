using Axfl.Contracts;
using Axfl.Research.Statistics;

namespace Axfl.Research.Measures;

/// <summary>The statistics of a sweep over the matrix of its trials' days.</summary>
/// <param name="matrix">Trials and days; at least one trial.</param>
/// <param name="settings">The sweep's objective and seed.</param>
/// <param name="triedEver">Plans ever tried on these bars: M.</param>
/// <param name="draws">Resamples of the test for superior ability.</param>
internal sealed class SweepStatistics(SweepMatrix matrix, SweepSettings settings, int triedEver, int draws = 1000)
{
    private readonly List<UndefinedFigure> _undefined = [];

    /// <summary>Each choice of days with its best trial, once measured; null: the probability of overfitting is not defined.</summary>
    public CrossValidation? Validation { get; private set; }

    /// <summary>The neighbourhoods of the trials, once measured.</summary>
    public SweepPlateaus? Plateaus { get; private set; }

    /// <summary>Works them out.</summary>
    /// <param name="progress">Takes what is being worked out.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>All figures of the matrix; the counts of the sweep and the words are left to the caller.</returns>
    public SweepMeasure Measure(IProgress<string>? progress, CancellationToken stop)
    {
        progress?.Report("the plateau");
        var scores = matrix.Trials.Select(settings.Score).ToArray();
        var plateaus = Plateaus = new SweepPlateaus(matrix, scores, settings.IsGrid, stop);
        var measure = new SweepMeasure { Days = matrix.Days, TriedEver = triedEver, Measured = matrix.Trials.Count, MinTrades = settings.MinTrades, Objective = settings.Objective };
        if (plateaus.Best is not { } best)
        {
            foreach (var name in (string[])["Best", "Verdict"]) Undefine(name, $"no trial has {settings.By}");
            return measure with { Undefined = _undefined };
        }

        measure = measure with { Best = Candidate("Best", best, plateaus), Recommended = plateaus.Recommended is { } r ? Candidate("Recommended", r, plateaus) : null, AtEdge = plateaus.AtEdge(best) };
        if (measure.Recommended is null) Undefine("Recommended", "no trial has neighbours");
        if (WhyNone is { } why)
        {
            foreach (var name in (string[])["Deflated", "Pbo", "SpaConsistent", "Verdict"]) Undefine(name, why);
            return measure with { Undefined = _undefined };
        }

        measure = Deflate(measure, best);
        progress?.Report("the probability of overfitting");
        measure = Overfitting(measure, stop);
        progress?.Report("the test for superior ability");
        measure = Superiority(measure, stop);
        var verdict = Verdict.Of(measure.Deflated, measure.SpaConsistent, measure.Recommended?.NeighboursAbove);
        if (verdict is null) Undefine("Verdict", $"{(measure.Deflated is null ? SweepFigureNames.Deflated : SweepFigureNames.SpaP)} is not defined");
        return measure with { Verdict = verdict, Selection = Verdict.Selection(measure.Pbo), Undefined = _undefined };
    }

    private string? WhyNone => !matrix.HasDays ? "the sweep kept no days (keep: metrics)"
        : matrix.Days < SharpeTests.FewestDays ? FormattableString.Invariant($"{Counted.Of(matrix.Days, "trading day")}, fewer than {SharpeTests.FewestDays}") : null;

    private SweepCandidate Candidate(string name, int place, SweepPlateaus plateaus)
    {
        var trial = matrix.Trials[place];
        var plateau = plateaus.Of(place);
        var candidate = new SweepCandidate
        {
            Trial = trial.Trial, Parameters = trial.Parameters, Objective = trial.Value(settings.By), Trades = trial.Trades, TotalR = trial.TotalR, MaxDrawdownR = trial.MaxDrawdownR,
            CostShare = trial.CostShare, MeanTradeR = trial.AverageR, MeanTradeRError = trial.AverageRError, TradeDays = trial.TradeDays,
            MeanTradeRT = trial is { AverageRError: > 0, AverageR: { } mean } ? mean / trial.AverageRError : null, Neighbours = plateau.Neighbours,
            NeighbourMedian = Shown(plateau.Median), NeighbourWorst = Shown(plateau.Worst), NeighboursAbove = plateau.ShareAbove, PlateauRatio = plateau.Ratio,
        };
        if (candidate.MeanTradeRError is null) Undefine(name + ".MeanTradeRError", "fewer than two days with trades");
        if (plateau.Neighbours == 0) Undefine(name + ".NeighbourMedian", "it has no neighbours");
        else if (plateau.Ratio is null) Undefine(name + ".PlateauRatio", settings.IsMax ? "its own objective is not above 0" : "an objective that is to be small has no ratio to its neighbours");
        if (WhyNone is { } why)
        {
            Undefine(name + ".DaySharpe", why);
            return candidate;
        }

        var moments = Moments.Of(matrix.Series[place]);
        var interval = MeanInterval.Of(matrix.Series[place], settings.Seed);
        candidate = candidate with { MeanDayR = moments.Mean, IntervalLow = interval.Low, IntervalHigh = interval.High };
        if (moments.Deviation == 0)
        {
            Undefine(name + ".DaySharpe", "all days have the same R");
            return candidate;
        }

        var needed = SharpeTests.MinDays(moments.Sharpe, moments.Skewness, moments.Kurtosis);
        if (needed is null) Undefine(name + ".MinDays", "its Sharpe ratio is not above 0");
        return candidate with
        {
            DaySharpe = moments.Sharpe, Psr = SharpeTests.Probabilistic(moments.Sharpe, matrix.Days, moments.Skewness, moments.Kurtosis, 0), MinDays = needed,
        };
    }

    private SweepMeasure Deflate(SweepMeasure measure, int best)
    {
        var deflation = Deflation.Of(matrix.Series, matrix.Days, triedEver);
        var correlation = TrialCorrelation.Mean(matrix.Series);
        double? effective = correlation is { } rho ? SharpeTests.EffectiveTrials(rho, triedEver) : null;
        if (correlation is null) Undefine("EffectiveTrials", "fewer than two trials whose R moves");
        measure = measure with { TrialCorrelation = correlation, EffectiveTrials = effective, SharpeDeviation = deflation.Deviation };
        var own = Moments.Of(matrix.Series[best]);
        if ((own.Deviation == 0 ? "all days of the best trial have the same R" : deflation.WhyUnknown) is { } why)
        {
            Undefine("Deflated", why);
            return measure;
        }

        return measure with
        {
            ExpectedBest = deflation.Expected(triedEver), Deflated = deflation.Above(own, triedEver), DeflatedEffective = effective is { } m ? deflation.Above(own, m) : null,
        };
    }

    private SweepMeasure Overfitting(SweepMeasure measure, CancellationToken stop)
    {
        Validation = CrossValidation.Of(matrix.Series, stop);
        if (Validation is { } found) return measure with { Pbo = found.Pbo, LossOutside = found.LossShare, Slope = found.Slope };
        Undefine("Pbo", matrix.Series.Count < 2 ? "one trial" : FormattableString.Invariant($"{matrix.Days} trading days, fewer than {CrossValidation.MinDays}"));
        return measure;
    }

    private SweepMeasure Superiority(SweepMeasure measure, CancellationToken stop)
    {
        if (SuperiorAbility.Of(matrix.Series, settings.Seed, draws, stop) is { } found)
            return measure with { SpaV = found.V, SpaLower = found.Lower, SpaConsistent = found.Consistent, SpaUpper = found.Upper };
        Undefine("SpaConsistent", "no trial's R moves");
        return measure;
    }

    private double? Shown(double? score) => settings.IsMax ? score : -score;

    private void Undefine(string name, string reason) => _undefined.Add(new(name, reason));
}
