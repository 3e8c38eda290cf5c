using Axfl.Configuration.Keys.Forms;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of <c>account</c>.</summary>
internal static class AccountKeys
{
    public static readonly SectionKeys<AccountPlan> Table = new()
    {
        { "currency", new CurrencyForm("USD", ""), "", "Currency of the account.", a => a.Currency, (a, v) => a with { Currency = v } },
        { "starting_equity", new NumberForm(0, 1e12, above: true), "account currency", "Equity at the start.", a => a.StartingEquity, (a, v) => a with { StartingEquity = v } },
        { "risk_per_trade_pct", new NumberForm(0, 100, above: true), "percent of equity", "Risk of a trade: what hitting its stop loss costs.", a => a.RiskPerTradePct, (a, v) => a with { RiskPerTradePct = v } },
        { "risk_basis", new EitherForm("equity", "fixed"), "", "Whether risk is a percentage of the present equity or, fixed, of the starting equity.", a => a.FixedRisk, (a, v) => a with { FixedRisk = v } },
        { "unit_step", new NumberForm(0, 1e9, above: true), "units", "Sizes are rounded down to a multiple of this.", a => a.UnitStep, (a, v) => a with { UnitStep = v } },
    };
}
