using Axfl.Engine.Account;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Status;

/// <summary>What holds the portfolio back at one moment: how far its limits are used, which halts are on, and at which prices it stands.</summary>
/// <param name="Markets">Symbols in plan order.</param>
/// <param name="Limits">The portfolio (strategy null), then its strategies in plan order.</param>
/// <param name="Halts">Halts in force.</param>
public sealed record RiskView(IReadOnlyList<MarketView> Markets, IReadOnlyList<LimitView> Limits, IReadOnlyList<HaltView> Halts)
{
    internal static RiskView Of(PortfolioState state, TradingAccount account, Halts halts)
    {
        var (strategies, risk, active) = (state.Strategies, state.Plan.Risk, halts.Active());
        var markets = new MarketView[state.Markets.Length];
        for (var i = 0; i < markets.Length; i++)
        {
            var m = state.Markets[i];
            markets[i] = new MarketView(m.Instrument.Symbol, m.Close, m.CloseSpread, m.LastBarTime);
        }

        var limits = new LimitView[1 + strategies.Length];
        var entries = 0;
        for (var i = 0; i < strategies.Length; i++)
        {
            var s = strategies[i];
            entries += s.Entries;
            limits[1 + i] = new LimitView(s.Id, s.R, risk.PerStrategyDailyStopR, s.Entries, risk.PerStrategyDailyTrades);
        }

        limits[0] = new LimitView(null, account.Equity.RToday, risk.GlobalDailyStopR, entries, null);
        var views = new HaltView[active.Count];
        for (var i = 0; i < views.Length; i++)
            views[i] = new HaltView(active[i].Kind.Name, active[i].Strategy.Length > 0 ? active[i].Strategy : null, active[i].Until);
        return new RiskView(markets, limits, views);
    }
}

/// <summary>The last complete bar of a symbol.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Close">Its close, mid; NaN before the first bar.</param>
/// <param name="Spread">Spread in force at it, quote currency.</param>
/// <param name="BarTime">Its open time, unix ms; long.MinValue before the first bar.</param>
public sealed record MarketView(string Symbol, double Close, double Spread, long BarTime);

/// <summary>How far daily limits are used.</summary>
/// <param name="Strategy">Strategy id; null: the portfolio.</param>
/// <param name="R">Realised R of the trading day.</param>
/// <param name="StopR">Daily stop, R; null: none.</param>
/// <param name="Entries">Entries filled on the trading day.</param>
/// <param name="MaxEntries">Most entries a day; null: no limit.</param>
public sealed record LimitView(string? Strategy, double R, double? StopR, int Entries, int? MaxEntries);

/// <summary>A halt in force.</summary>
/// <param name="Halt">Gate that blocks for it.</param>
/// <param name="Strategy">Strategy id; null: the portfolio.</param>
/// <param name="Until">When it ends, unix ms.</param>
public sealed record HaltView(string Halt, string? Strategy, long Until);
