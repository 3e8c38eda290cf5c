using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Engine.Status;

namespace Axfl.Runs.Recording;

/// <summary>The present state of a run, for now.json.</summary>
/// <param name="Status">The newest status.</param>
/// <param name="Prices">What is known of each symbol's price.</param>
/// <param name="Windows">Of each strategy the session that is open, else the next.</param>
/// <param name="Risk">Limits and halts.</param>
/// <param name="Trades">The last trades closed, at most five, oldest first.</param>
/// <param name="Refusals">The last refusals, at most five, oldest first.</param>
internal sealed record NowContent(
    PortfolioStatus Status, IReadOnlyList<NowPrice> Prices, IReadOnlyList<NowWindow> Windows, RiskView Risk, IReadOnlyList<Trade> Trades,
    IReadOnlyList<Decision> Refusals)
{
    /// <summary>How many trades and refusals are told.</summary>
    public const int Last = 5;

    /// <summary>The state of a replay: prices are the last closes; a symbol whose bars lie behind the others' is not fresh.</summary>
    /// <param name="status">The newest status.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="engine">Its engine.</param>
    /// <param name="recorder">What it did.</param>
    public static NowContent OfReplay(PortfolioStatus status, EnginePlan plan, PortfolioEngine engine, RunRecorder recorder)
    {
        var risk = engine.Risk();
        var newest = long.MinValue;
        foreach (var market in risk.Markets) newest = Math.Max(newest, market.BarTime);
        var prices = new NowPrice[risk.Markets.Count];
        for (var i = 0; i < prices.Length; i++) prices[i] = NowPrice.OfBar(risk.Markets[i], newest, plan.Interval, plan.MeasuredSpread);
        return Of(status, prices, plan, risk, recorder, newest);
    }

    /// <summary>The state of a run.</summary>
    /// <param name="status">The newest status.</param>
    /// <param name="prices">Prices.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="risk">Limits and halts.</param>
    /// <param name="recorder">What it did.</param>
    /// <param name="now">Time of the windows, unix ms; long.MinValue: not known yet.</param>
    public static NowContent Of(
        PortfolioStatus status, IReadOnlyList<NowPrice> prices, EnginePlan plan, RiskView risk, RunRecorder recorder, long now)
    {
        var trades = recorder.Trades;
        return new NowContent(
            status, prices, now == long.MinValue ? [] : NowWindow.Of(plan, now), risk, trades[Math.Max(0, trades.Count - Last)..], recorder.LastRefusals);
    }
}

/// <summary>A symbol's price.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Mid">Mid; null before the first.</param>
/// <param name="Bid">Bid; null where only a mid is known.</param>
/// <param name="Ask">Ask; null likewise.</param>
/// <param name="Stamped">Its time by the source, unix ms; null before the first.</param>
/// <param name="Received">When it came, unix ms; null in a replay.</param>
/// <param name="Fresh">Whether entries may be taken at it.</param>
/// <param name="Why">Why it is not fresh; null when it is.</param>
internal sealed record NowPrice(string Symbol, double? Mid, double? Bid, double? Ask, long? Stamped, long? Received, bool Fresh, string? Why)
{
    /// <summary>The close of a bar.</summary>
    public static NowPrice OfBar(MarketView market, long newest, Interval interval, bool measured)
    {
        if (market.BarTime == long.MinValue) return new NowPrice(market.Symbol, null, null, null, null, null, false, "no bar yet");
        var half = measured ? market.Spread / 2 : double.NaN;
        var isFresh = market.BarTime == newest;
        return new NowPrice(
            market.Symbol, market.Close, OrNull(market.Close - half), OrNull(market.Close + half), market.BarTime + interval.Milliseconds, null, isFresh,
            isFresh ? null : $"its last bar is of {EventTime.ToIso(market.BarTime)}");
    }

    /// <summary>A tick.</summary>
    public static NowPrice OfTick(string symbol, in Tick tick, long? received, string? why)
    {
        if (tick.Time == long.MinValue) return new NowPrice(symbol, null, null, null, null, null, false, why ?? "no price yet");
        return new NowPrice(
            symbol, tick.Price, OrNull(tick.Price - tick.Spread / 2), OrNull(tick.Price + tick.Spread / 2), tick.Time, received, why is null, why);
    }

    private static double? OrNull(double price) => double.IsFinite(price) ? price : null;
}

/// <summary>A session of a strategy.</summary>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Start">Start, unix ms, inclusive.</param>
/// <param name="End">End, unix ms, exclusive.</param>
internal sealed record NowWindow(string Strategy, long Start, long End)
{
    /// <summary>Of each strategy the session that is open at a time, else the next; none of a strategy that has none within two weeks.</summary>
    public static IReadOnlyList<NowWindow> Of(EnginePlan plan, long now)
    {
        var (windows, seen) = (new List<NowWindow>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var symbol in plan.Symbols)
            foreach (var slot in symbol.Slots)
                if (seen.Add(slot.Strategy) && NextWindow.At(slot.Windows, now) is { } window) windows.Add(new NowWindow(slot.Strategy, window.Start, window.End));
        return windows;
    }
}
