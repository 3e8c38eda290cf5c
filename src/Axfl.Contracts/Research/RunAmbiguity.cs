namespace Axfl.Contracts;

/// <summary>What the bars of a run cannot tell, and how far the result lies between its bounds.</summary>
/// <remarks>
/// A bar is ambiguous when it reaches both stop loss and target of a position, or either of them on the bar on which a stop or limit entry fills; what the open
/// of a bar decides is not. A trade is undecided when such a bar lies in its life.
/// </remarks>
public sealed record RunAmbiguity
{
    /// <summary>Run id; empty: a plan was measured.</summary>
    public string Run { get; init; } = "";

    /// <summary>Profile.</summary>
    public required string Profile { get; init; }

    /// <summary>Fill model of the run at hand: <c>worst</c>, <c>path</c>, <c>best</c> or <c>drill</c>.</summary>
    public required string Intrabar { get; init; }

    /// <summary>Closed trades of the run at hand.</summary>
    public required int Trades { get; init; }

    /// <summary>Its total R.</summary>
    public required double TotalR { get; init; }

    /// <summary>Its costs / sum of |PnL + costs|; null where undefined.</summary>
    public required double? CostShare { get; init; }

    /// <summary>Distinct bars, by symbol, that are ambiguous for a trade of the run; of a drill the smaller bars.</summary>
    public required int AmbiguousBars { get; init; }

    /// <summary>Trades that are undecided.</summary>
    public required int UndecidedTrades { get; init; }

    /// <summary>Total R of the run with <c>intrabar: worst</c>.</summary>
    public required double WorstR { get; init; }

    /// <summary>Total R of the run with <c>intrabar: path</c>.</summary>
    public required double PathR { get; init; }

    /// <summary>Total R of the run with <c>intrabar: best</c>.</summary>
    public required double BestR { get; init; }

    /// <summary>Total R of the run with <c>intrabar: drill</c>; null without bars of a lower interval.</summary>
    public required double? DrillR { get; init; }

    /// <summary>Share of the traded bars that have bars of a lower interval inside them, 0 to 1.</summary>
    public required double DrilledShare { get; init; }

    /// <summary>Total R with each undecided trade at its worst; all others as they are.</summary>
    public required double FixedWorstR { get; init; }

    /// <summary>Total R with each undecided trade at its best; all others as they are.</summary>
    public required double FixedBestR { get; init; }

    /// <summary>FixedBestR - FixedWorstR.</summary>
    public double AmbiguityR => FixedBestR - FixedWorstR;

    /// <summary>AmbiguityR / |TotalR|; null where TotalR is 0.</summary>
    public double? AmbiguityShare => Math.Abs(TotalR) < 1e-9 ? null : AmbiguityR / Math.Abs(TotalR);

    /// <summary>Names of the runs whose total R lies outside the fixed bounds: a loss that did not happen let other trades in, or kept them out.</summary>
    public IReadOnlyList<string> OutsideBounds { get; init; } = [];

    /// <summary>What should be known beside the numbers; empty: nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>The undecided trades, in order of closing.</summary>
    public IReadOnlyList<UndecidedTrade> Undecided { get; init; } = [];
}

/// <summary>A trade of a run of which bars do not tell what became of it. Times UTC.</summary>
/// <param name="TradeId">Its number in the run.</param>
/// <param name="Symbol">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="EntryTime">Time of its entry.</param>
/// <param name="FirstAmbiguousBar">Open time of its first ambiguous bar.</param>
/// <param name="R">R in the run.</param>
/// <param name="WorstR">R at the worst.</param>
/// <param name="BestR">R at the best.</param>
public sealed record UndecidedTrade(
    int TradeId, string Symbol, string Strategy, DateTime EntryTime, DateTime FirstAmbiguousBar, double R, double WorstR, double BestR);
