using System.Globalization;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Alerts.Messages;

/// <summary>Words a run's messages: what happened, in one line, and the same in parts. Ids depend on what happened alone, so that another process gives the same.</summary>
/// <param name="run">Run id.</param>
internal sealed class AlertWriter(string run)
{
    private readonly Dictionary<string, int> _orders = new(StringComparer.Ordinal);
    private long _orderTime = long.MinValue;

    /// <summary>A position was opened.</summary>
    public Alert Opened(string symbol, string strategy, string side, double units, long time, double entry, double? stopLoss, double? target, double? dayR) => new(
        Id($"opened/{symbol}/{strategy}/{time}"), AlertEvents.Trade, time,
        Text($"{symbol} {strategy} opened {side} {units:0.####} at {Price(entry)}, stop loss {Price(stopLoss)}, target {Price(target)}{(dayR is { } r ? "; day " + R(r) : "")}"),
        new AlertFacts { Action = "opened", Symbol = symbol, Strategy = strategy, Side = side, Units = units, Price = Six(entry), StopLoss = Six(stopLoss), Target = Six(target), DayR = dayR is { } day ? Rounded(day, 4) : null })
    { IsInFiles = true };

    /// <summary>A position was closed.</summary>
    public Alert Closed(Trade trade, double dayR) => new(
        Id($"closed/{trade.TradeId}"), AlertEvents.Trade, EventTime.FromDateTime(trade.ExitTime),
        Text($"{trade.Symbol} {trade.Strategy} closed {trade.Side} {trade.Units:0.####} at {Price(trade.Exit)} ({trade.Reason}): {R(trade.R)}, {trade.Pnl:+0.00;-0.00;0.00}; day {R(dayR)}"),
        new AlertFacts
        {
            Action = "closed", Symbol = trade.Symbol, Strategy = trade.Strategy, Side = trade.Side, Units = trade.Units, Price = Six(trade.Exit), Entry = Six(trade.Entry), StopLoss = Six(trade.StopLoss),
            Target = Six(trade.Target), Reason = trade.Reason, TradeId = trade.TradeId, R = Rounded(trade.R, 4), Pnl = Rounded(trade.Pnl, 2), DayR = Rounded(dayR, 4), Costs = Rounded(trade.Costs, 2),
        })
    { IsInFiles = true };

    /// <summary>An entry order was placed or cancelled.</summary>
    public Alert Order(Decision decision)
    {
        var isPlaced = decision.Stage == "place";
        var (time, action) = (EventTime.FromDateTime(decision.Time), isPlaced ? "placed" : "cancelled");
        return new Alert(
            OrderId(action, decision, time), AlertEvents.Order, time,
            Text($"{decision.Symbol} {decision.Strategy} {action} {decision.Type} {decision.Side} at {Price(decision.Price)}{(isPlaced ? "" : " (" + decision.Result + ")")}"),
            new AlertFacts
            {
                Action = action, Symbol = decision.Symbol, Strategy = decision.Strategy, Side = decision.Side, Type = decision.Type, Price = Six(decision.Price), StopLoss = Six(decision.StopLoss),
                Target = Six(decision.Target), Reason = isPlaced ? null : decision.Result,
            })
        { IsInFiles = true };
    }

    /// <summary>The news gate blocked an entry: the first of an event, a week without a calendar, or a day.</summary>
    public Alert NewsBlocked(Decision decision)
    {
        var time = EventTime.FromDateTime(decision.Time);
        return new Alert(
            Id($"news/{decision.Symbol}/{decision.Strategy}/{time}"), AlertEvents.Guard, time, Text($"{decision.Symbol} {decision.Strategy}: entries are blocked, news: {decision.Detail}"),
            new AlertFacts { Action = "news", Symbol = decision.Symbol, Strategy = decision.Strategy, Side = decision.Side, Detail = decision.Detail })
        { IsInFiles = true };
    }

    /// <summary>A halt began or ended.</summary>
    public Alert Halt(long time, string halt, string strategy, bool began, double value, double limit)
    {
        var unit = HaltKinds.UnitOf(halt);
        var of = strategy.Length > 0 ? " of " + strategy : "";
        var numbers = !began || !double.IsFinite(value) || !double.IsFinite(limit) ? ""
            : unit == HaltUnit.Losses ? Text($": {value:0} losses, limit {limit:0}")
            : unit == HaltUnit.Equity ? Text($": equity {value:0.00}, locks at {limit:0.00}") : Text($": {R(value)}, limit {R(limit)}");
        return new Alert(
            Id($"halt/{halt}/{strategy}/{(began ? "began" : "ended")}/{time}"), unit == HaltUnit.R ? AlertEvents.Halt : AlertEvents.Guard, time, Text($"{halt}{of} {(began ? "began" : "ended")}{numbers}"),
            new AlertFacts { Action = began ? "began" : "ended", Halt = halt, Strategy = strategy.Length > 0 ? strategy : null, Value = Finite(value), Limit = Finite(limit) })
        { IsInFiles = true };
    }

    /// <summary>Anything that is told by a sentence.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="action">What happened.</param>
    /// <param name="time">When, unix ms.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="facts">Parts.</param>
    public Alert Told(AlertEvents kind, string action, long time, string text, AlertFacts? facts = null)
    {
        facts ??= new AlertFacts { Action = action, Detail = text };
        return new Alert(Id($"{kind.ToString().ToLowerInvariant()}/{action}/{(facts.Symbol is { } symbol ? symbol + "/" : "")}{time}"), kind, time, OneLine(text), facts);
    }

    /// <summary>A state of the feed.</summary>
    public Alert Feed(string action, long time, string state, string detail) =>
        Told(AlertEvents.Feed, action, time, $"feed {state}: {detail}", new AlertFacts { Action = action, State = state, Detail = detail }) with { IsInFiles = true };

    /// <summary>A price as it is written.</summary>
    private static string Price(double? price) => price is { } p && double.IsFinite(p) ? p.ToString("0.0#####", CultureInfo.InvariantCulture) : "none";

    private static string R(double r) => r.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + "R";

    private static double Rounded(double value, int digits) => Math.Round(value, digits) + 0.0;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    // As trades.csv has them.
    private static double? Six(double? price) => price is { } p && double.IsFinite(p) ? Math.Round(p, 6) : null;

    private static string Text(FormattableString text) => OneLine(text.ToString(CultureInfo.InvariantCulture));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // An order may take the place of another at once: the second of a kind at a time is numbered. Prices are no part, files round them.
    private string OrderId(string action, Decision decision, long time)
    {
        if (time != _orderTime) _orders.Clear();
        _orderTime = time;
        var id = Id($"{action}/{decision.Symbol}/{decision.Strategy}/{time}");
        var number = _orders[id] = _orders.GetValueOrDefault(id) + 1;
        return number == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}/{number}");
    }

    /// <summary>An id; it goes into headers, which take ASCII alone.</summary>
    public string Id(FormattableString id)
    {
        var text = $"{run}/{id.ToString(CultureInfo.InvariantCulture)}";
        return text.All(static c => c is > ' ' and < '\x7f') ? text : string.Join('/', text.Split('/').Select(Uri.EscapeDataString));
    }
}
