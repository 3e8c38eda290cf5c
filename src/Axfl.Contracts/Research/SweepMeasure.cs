namespace Axfl.Contracts;

/// <summary>What a sweep's trials come to, and how much of the best of them may be luck. The observation is the trading day. Undefined figures are null; <see cref="Undefined"/> says why.</summary>
public sealed record SweepMeasure
{
    /// <summary>Name of the sweep.</summary>
    public string Sweep { get; init; } = "";

    /// <summary><c>noise</c>, <c>weak</c> or <c>evidence</c>, or <c>too few trades</c>; null where the statistics are not defined.</summary>
    public string? Verdict { get; init; }

    /// <summary>What choosing among the trials is worth: <c>informative</c>, <c>doubtful</c> or <c>arbitrary</c>; null where <see cref="Pbo"/> is not defined.</summary>
    public string? Selection { get; init; }

    /// <summary>The verdict in words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Trials of the sweep.</summary>
    public int Trials { get; init; }

    /// <summary>Trials done.</summary>
    public int Done { get; init; }

    /// <summary>Trials failed.</summary>
    public int Failed { get; init; }

    /// <summary>Trials not run yet.</summary>
    public int Left { get; init; }

    /// <summary>Trials done with fewer than <see cref="MinTrades"/> trades: left out of all figures below.</summary>
    public int LeftOut { get; init; }

    /// <summary>Trials done on bars the sweep had before it was appended to: left out too.</summary>
    public int OtherData { get; init; }

    /// <summary>Trials the figures are of: N.</summary>
    public int Measured { get; init; }

    /// <summary>Least number of trades of a trial that counts.</summary>
    public int MinTrades { get; init; }

    /// <summary>The metric by which a trial is best, and in which direction: <c>mean_r max</c>.</summary>
    public string Objective { get; init; } = "";

    /// <summary>Trading days with a traded bar: T.</summary>
    public int Days { get; init; }

    /// <summary>Distinct plans ever tried in this store on bars that share a symbol and a day with these: M.</summary>
    public int TriedEver { get; init; }

    /// <summary>Mean correlation between the days of two trials.</summary>
    public double? TrialCorrelation { get; init; }

    /// <summary>Independent trials that <see cref="TriedEver"/> correlated ones are worth.</summary>
    public double? EffectiveTrials { get; init; }

    /// <summary>Sample deviation of the trials' <see cref="SweepCandidate.DaySharpe"/>.</summary>
    public double? SharpeDeviation { get; init; }

    /// <summary>Sharpe ratio of a day that the best of <see cref="TriedEver"/> trials without skill is expected to have.</summary>
    public double? ExpectedBest { get; init; }

    /// <summary>Probability that the best trial's Sharpe ratio is above <see cref="ExpectedBest"/>, 0 to 1 (Bailey and Lopez de Prado 2014).</summary>
    public double? Deflated { get; init; }

    /// <summary>The same with <see cref="EffectiveTrials"/> in place of all.</summary>
    public double? DeflatedEffective { get; init; }

    /// <summary>Probability of backtest overfitting, 0 to 1: how often the best of one half of the days is below the middle on the other (Bailey and others 2017).</summary>
    public double? Pbo { get; init; }

    /// <summary>Share of the choices of days whose best trial loses on the others.</summary>
    public double? LossOutside { get; init; }

    /// <summary>Slope of the best trial's mean day R outside on that inside, over the choices.</summary>
    public double? Slope { get; init; }

    /// <summary>Greatest studentised mean of the trials (Hansen 2005).</summary>
    public double? SpaV { get; init; }

    /// <summary>p that the best is no better than not trading, lower bound.</summary>
    public double? SpaLower { get; init; }

    /// <summary>The same, consistent: the one the verdict goes by.</summary>
    public double? SpaConsistent { get; init; }

    /// <summary>The same, upper bound (White 2000).</summary>
    public double? SpaUpper { get; init; }

    /// <summary>The best trial by the objective; null: none counts.</summary>
    public SweepCandidate? Best { get; init; }

    /// <summary>The trial with the greatest median objective among its neighbours; null: none has neighbours.</summary>
    public SweepCandidate? Recommended { get; init; }

    /// <summary>Axes of numbers on which the best lies at an end of the values tried.</summary>
    public IReadOnlyList<string> AtEdge { get; init; } = [];

    /// <summary>When the holdout was opened, UTC; null: it was not.</summary>
    public DateTime? HoldoutOpenedAt { get; init; }

    /// <summary>For how many trials it was opened.</summary>
    public int HoldoutTrials { get; init; }

    /// <summary>Figures that are not defined, and why.</summary>
    public IReadOnlyList<UndefinedFigure> Undefined { get; init; } = [];
}

/// <summary>A figure that is not defined.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Reason">Why.</param>
public sealed record UndefinedFigure(string Name, string Reason);

/// <summary>A trial in the focus of a sweep's statistics. Undefined figures are null.</summary>
public sealed record SweepCandidate
{
    /// <summary>Its number in the sweep.</summary>
    public int Trial { get; init; }

    /// <summary>Values of the axes.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Its objective.</summary>
    public double? Objective { get; init; }

    /// <summary>Closed trades.</summary>
    public int? Trades { get; init; }

    /// <summary>Sum of R.</summary>
    public double? TotalR { get; init; }

    /// <summary>Maximum drawdown, R.</summary>
    public double? MaxDrawdownR { get; init; }

    /// <summary>Costs / sum of |pnl + costs|.</summary>
    public double? CostShare { get; init; }

    /// <summary>Mean R of a trade.</summary>
    public double? MeanTradeR { get; init; }

    /// <summary>Its standard error by days (Liang and Zeger 1986).</summary>
    public double? MeanTradeRError { get; init; }

    /// <summary>Mean over error; <see cref="TradeDays"/> - 1 degrees of freedom.</summary>
    public double? MeanTradeRT { get; init; }

    /// <summary>Days on which trades exit.</summary>
    public int? TradeDays { get; init; }

    /// <summary>Mean R of a trading day.</summary>
    public double? MeanDayR { get; init; }

    /// <summary>Lower end of the 95 % interval of <see cref="MeanDayR"/> by the stationary bootstrap.</summary>
    public double? IntervalLow { get; init; }

    /// <summary>Upper end.</summary>
    public double? IntervalHigh { get; init; }

    /// <summary>Mean over sample deviation of the days' R: of a day, not annualised.</summary>
    public double? DaySharpe { get; init; }

    /// <summary>Probability that the true Sharpe ratio is above 0 (Bailey and Lopez de Prado 2012).</summary>
    public double? Psr { get; init; }

    /// <summary>Trading days until <see cref="Psr"/> is at least 0.95; null where the Sharpe ratio is not above 0.</summary>
    public double? MinDays { get; init; }

    /// <summary>Neighbours with an objective.</summary>
    public int Neighbours { get; init; }

    /// <summary>Median of the neighbours' objectives.</summary>
    public double? NeighbourMedian { get; init; }

    /// <summary>The worst of them.</summary>
    public double? NeighbourWorst { get; init; }

    /// <summary>Share of them above 0, 0 to 1.</summary>
    public double? NeighboursAbove { get; init; }

    /// <summary>Median over the trial's own objective; null where that is not above 0.</summary>
    public double? PlateauRatio { get; init; }
}
