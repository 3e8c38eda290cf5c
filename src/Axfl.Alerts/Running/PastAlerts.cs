using Axfl.Alerts.Messages;
using Axfl.Contracts;
using Axfl.Runs.Alerts;

namespace Axfl.Alerts.Running;

/// <summary>The messages that earlier processes of a resumed run had to send, as its files tell them.</summary>
internal static class PastAlerts
{
    /// <summary>All of them.</summary>
    /// <param name="past">What happened.</param>
    /// <param name="write">Words them.</param>
    /// <param name="news">Takes the entries blocked by the news gate.</param>
    /// <param name="feed">Takes the states of the feed.</param>
    public static IReadOnlyList<Alert> Of(RunPast past, AlertWriter write, NewsRefusals news, FeedStates feed)
    {
        var alerts = new List<Alert>();
        var days = new DayR();
        for (var i = 0; i < past.Trades.Count; i++)
        {
            var trade = past.Trades[i];
            alerts.Add(write.Opened(
                trade.Symbol, trade.Strategy, trade.Side, trade.Units, EventTime.FromDateTime(trade.EntryTime), trade.Entry, trade.StopLoss, trade.Target, dayR: null));
            alerts.Add(write.Closed(trade, days.Add(past.TradeDays[i], trade.R)));
        }

        foreach (var p in past.Positions)
            alerts.Add(write.Opened(p.Symbol, p.Strategy, p.Side, p.Units, EventTime.FromDateTime(p.EntryTime), p.Entry, p.Sl, p.Tp, dayR: null));
        foreach (var decision in past.Decisions)
        {
            if (decision is { Stage: "place", Result: "accepted" } or { Stage: "cancel" }) alerts.Add(write.Order(decision));
            else if (news.IsNew(decision)) alerts.Add(write.NewsBlocked(decision));
        }

        alerts.AddRange(past.Halts.Select(h => write.Halt(h.Time, h.Halt, h.Strategy, h.Began, h.Value, h.Limit)));
        foreach (var state in past.Feed)
            if (feed.Take(state.State) is { } action) alerts.Add(write.Feed(action, state.Time, state.State, state.Detail));
        return alerts;
    }
}
