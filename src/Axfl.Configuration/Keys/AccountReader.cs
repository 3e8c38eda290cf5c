using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Reads the sections about money: trading day, account, costs.</summary>
internal static class AccountReader
{
    /// <summary>Reads <c>trading_day</c>.</summary>
    public static TradingDayPlan TradingDay(Section s)
    {
        s.RefuseUnknown();
        return new TradingDayPlan(s.Zone("timezone"), s.Time("start", new TimeOfDay(0)));
    }

    /// <summary>Reads <c>account</c>.</summary>
    public static AccountPlan Account(Section s)
    {
        s.RefuseUnknown();
        var currency = s.Word("currency", "USD", "a currency code like USD").ToUpperInvariant();
        if (currency.Length is < 2 or > 20 || !currency.All(char.IsAsciiLetterOrDigit))
            s.Log.Error(s.Node("currency")!.Place, s.Path("currency"), $"'{Scalars.Cut(currency)}' is no currency code like USD.");
        return new AccountPlan
        {
            Currency = currency,
            StartingEquity = s.Number("starting_equity", 100_000, 0, 1e12, above: true),
            RiskPerTradePct = s.Number("risk_per_trade_pct", 0.5, 0, 100, above: true),
            FixedRisk = s.Choice("risk_basis", false, EnumNames.RiskBasis),
            UnitStep = s.Number("unit_step", 1, 0, 1e9, above: true),
        };
    }

    /// <summary>Reads <c>costs</c>.</summary>
    public static CostPlan Costs(Section s)
    {
        s.RefuseUnknown();
        var defaults = new CostPlan();
        var slippageOn = defaults.SlippageOn;
        if (s.Items("slippage_on", "a list like [entry, stop, time, target]") is { } items)
        {
            slippageOn = items.Select(i => Scalars.Choice(i, s.Path("slippage_on"), EnumNames.Slippage, s.Log)).OfType<SlippageOn>()
                .Aggregate(SlippageOn.None, (a, b) => a | b);
        }

        var plan = new CostPlan
        {
            MinSlippagePips = s.Number("min_slippage_pips", 1, 0, 100_000),
            AtrDivisor = s.Limit("atr_divisor", 1000, 0, 1e9, above: true),
            SlippageOn = slippageOn,
            CommissionPerMillion = s.Number("commission_per_million", 0, 0, 1_000_000),
        };
        s.Record("slippage_on", EnumNames.Show(slippageOn));
        return plan;
    }
}
