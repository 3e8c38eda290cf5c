using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Results;

namespace Axfl.Testing;

/// <summary>Records whose printed form is known by hand.</summary>
internal static class SampleRecords
{
    public static readonly Instrument EurUsd = new("EURUSD", "EUR", "USD", 0.0001, 5, 0.6);

    public static readonly Instrument UsdJpy = new("USDJPY", "USD", "JPY", 0.01, 3, 0.8);

    public static long At(string iso) => EventTime.TryParseIso(iso, out var time) ? time : throw new FormatException(iso);

    /// <summary>A short that reached its target after three bars.</summary>
    public static TradeRecord Trade(int id = 1) => new(
        id, EurUsd, "lsg", Side.Short, 357142, At("2026-01-13T07:25:00Z"), 1.0994, 1.1008, 1.0979999999999999, At("2026-01-13T07:40:00Z"),
        1.0979999999999999, ExitReasons.Target, 1, 499.99880000002423, 0, 3, -0.2142857142856803, 1, "high_sweep", 20466)
    {
        CostSpread = 3.214, CostSlippage = 1.4999, CostCommission = 0.25, Risk = 499.9912,
    };

    public static DecisionRecord Decision() => new(
        At("2026-01-13T07:20:00Z"), EurUsd, "lsg", DecisionStage.Place, DecisionResult.Accepted,
        new EntryOrder(Side.Short, EntryType.Stop, 1.0994, 1.1008, 1.0979999999999999));
}
