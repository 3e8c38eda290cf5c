using System.Text;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>A status as one line of JSON: the names and order of the status block.</summary>
public static class StatusJson
{
    private const int Price = 6, R = 4, Money = 2;

    /// <summary>The line.</summary>
    public static string Write(PortfolioStatus status)
    {
        var json = new JsonText();
        Write(status, json);
        return Encoding.UTF8.GetString(json.Written);
    }

    /// <summary>Writes the object. Plain loops over indexes: a replay of years writes tens of thousands.</summary>
    internal static void Write(PortfolioStatus s, JsonText json)
    {
        json.Boolean("{\"ok\":"u8, s.Ok);
        if (s.Error is not null) json.Text(",\"error\":"u8, s.Error);

        json.Text(",\"mode\":"u8, s.Mode);
        json.Text(",\"source\":"u8, s.Source);
        json.Text(",\"interval\":"u8, s.Interval);
        json.Time(",\"since\":"u8, s.Since);
        json.Time(",\"now\":"u8, s.Now);
        WriteSymbols(s, json);
        WritePositions(s.Positions, json);
        WriteToday(s, json);
        json.Boolean(",\"risk\":{\"halted\":"u8, s.Risk.Halted);
        json.Decimal(",\"global_daily_stop_r\":"u8, s.Risk.GlobalDailyStopR, R);
        WriteCosts(s, json);
        WriteFeed(s.Ws, json);
        json.Decimal(",\"total\":{\"r\":"u8, s.Total.R, R);
        json.Decimal(",\"pnl\":"u8, s.Total.Pnl, Money);
        json.Number(",\"trades\":"u8, s.Total.Trades);
        json.Decimal(",\"equity\":"u8, s.Total.Equity, Money);
        json.Decimal(",\"max_drawdown_pct\":"u8, s.Total.MaxDrawdownPct, R);
        json.Raw("}"u8);
        WritePending(s.Pending, json);
        WriteBlocked(s.Blocked, json);
        if (s.News is not null || s.Parity is not null || s.CurrencyNet is not null) WriteGuards(s, json);
        WriteData(s, json);
        json.Text(",\"day\":"u8, s.Day);
        json.Text(",\"run\":"u8, s.Run);
        json.Text(",\"ledger_hash\":"u8, s.LedgerHash);
        if (s.Alerts is { } alerts) WriteAlerts(alerts, json);
        json.Raw("}"u8);
    }

    private static void WriteSymbols(PortfolioStatus s, JsonText json)
    {
        json.Raw(",\"symbols\":["u8);
        for (var i = 0; i < s.Symbols.Count; i++)
        {
            if (i > 0) json.Raw(","u8);
            json.Text(s.Symbols[i]);
        }

        json.Raw("]"u8);
    }

    private static void WritePositions(IReadOnlyList<PositionStatus> positions, JsonText json)
    {
        json.Raw(",\"positions\":["u8);
        for (var i = 0; i < positions.Count; i++)
        {
            var p = positions[i];
            if (i > 0) json.Raw(","u8);
            WriteSlot(json, p.Symbol, p.Strategy, p.Side);
            json.Decimal(",\"units\":"u8, p.Units, R);
            json.Decimal(",\"entry\":"u8, p.Entry, Price);
            json.Time(",\"entry_time\":"u8, p.EntryTime);
            json.Decimal(",\"sl\":"u8, p.Sl, Price);
            json.Decimal(",\"tp\":"u8, p.Tp, Price);
            json.Decimal(",\"r_open\":"u8, p.ROpen, R);
            json.Decimal(",\"pnl_open\":"u8, p.PnlOpen, Money);
            json.Number(",\"bars_held\":"u8, p.BarsHeld);
            json.Raw("}"u8);
        }

        json.Raw("]"u8);
    }

    private static void WriteToday(PortfolioStatus s, JsonText json)
    {
        json.Decimal(",\"today\":{\"r_total\":"u8, s.Today.RTotal, R);
        json.Decimal(",\"pnl_total\":"u8, s.Today.PnlTotal, Money);
        json.Raw(",\"by_strategy\":["u8);
        var strategies = s.ByStrategy;
        for (var i = 0; i < strategies.Count; i++)
        {
            var d = strategies[i];
            json.Raw(i > 0 ? ",{\"name\":"u8 : "{\"name\":"u8);
            json.Text(d.Name);
            json.Decimal(",\"r\":"u8, d.R, R);
            json.Number(",\"trades\":"u8, d.Trades);
            json.Decimal(",\"pnl\":"u8, d.Pnl, Money);
            json.Raw("}"u8);
        }

        json.Raw("]}"u8);
    }

    private static void WriteCosts(PortfolioStatus s, JsonText json)
    {
        json.Raw("},\"costs\":{\"spread_pips\":"u8);
        if (s.Symbols.Count == 1 && s.Costs.SpreadPips.TryGetValue(s.Symbols[0], out var only)) json.Decimal(only, R);
        else
        {
            var isNext = false;
            json.Raw("{"u8);
            // In plan order: a status that came through a job has its spreads in any order.
            for (var i = 0; i < s.Symbols.Count; i++)
            {
                if (!s.Costs.SpreadPips.TryGetValue(s.Symbols[i], out var pips)) continue;
                if (isNext) json.Raw(","u8);
                isNext = true;
                json.Text(s.Symbols[i]);
                json.Decimal(":"u8, pips, R);
            }

            json.Raw("}"u8);
        }

        json.Text(",\"slippage_model\":"u8, s.Costs.SlippageModel);
        json.Raw("}"u8);
    }

    private static void WriteFeed(FeedStatus feed, JsonText json)
    {
        json.Boolean(",\"ws\":{\"connected\":"u8, feed.Connected);
        json.Number(",\"errors\":"u8, feed.Errors);
        if (feed.State is not null)
        {
            json.Text(",\"state\":"u8, feed.State);
            json.Decimal(",\"latency_p50_ms\":"u8, feed.LatencyP50Ms, 3);
            json.Decimal(",\"latency_p99_ms\":"u8, feed.LatencyP99Ms, 3);
            json.Decimal(",\"lag_p50_ms\":"u8, feed.LagP50Ms, 0);
            json.Decimal(",\"lag_p99_ms\":"u8, feed.LagP99Ms, 0);
            if (feed.Rejected is { } rejected) json.Number(",\"rejected\":"u8, rejected);
        }

        json.Raw("}"u8);
    }

    private static void WritePending(IReadOnlyList<PendingOrderStatus> pending, JsonText json)
    {
        json.Raw(",\"pending\":["u8);
        for (var i = 0; i < pending.Count; i++)
        {
            var p = pending[i];
            if (i > 0) json.Raw(","u8);
            WriteSlot(json, p.Symbol, p.Strategy, p.Side);
            json.Text(",\"type\":"u8, p.Type);
            json.Decimal(",\"price\":"u8, p.Price, Price);
            json.Decimal(",\"sl\":"u8, p.Sl, Price);
            json.Decimal(",\"tp\":"u8, p.Tp, Price);
            json.Time(",\"placed\":"u8, p.Placed);
            json.Raw(",\"expiry\":"u8);
            if (p.Expiry is { } expiry) json.Time(expiry);
            else json.Raw("null"u8);
            json.Raw("}"u8);
        }

        json.Raw("]"u8);
    }

    private static void WriteBlocked(IReadOnlyList<BlockedStatus> blocked, JsonText json)
    {
        json.Raw(",\"blocked\":{"u8);
        for (var i = 0; i < blocked.Count; i++)
        {
            if (i > 0) json.Raw(","u8);
            json.Text(blocked[i].Gate);
            json.Number(":"u8, blocked[i].Count);
        }

        json.Raw("}"u8);
    }

    // Only those that the plan has.
    private static void WriteGuards(PortfolioStatus s, JsonText json)
    {
        json.Raw(",\"guards\":{"u8);
        if (s.News is { } news) WriteNews(news, json);
        if (s.Parity is { } parity) WriteParity(parity, json, isNext: s.News is not null);
        if (s.CurrencyNet is { } net) WriteCurrencyNet(net, json, isNext: s.News is not null || s.Parity is not null);
        json.Raw("}"u8);
    }

    private static void WriteNews(NewsStatus news, JsonText json)
    {
        json.Raw("\"news\":{\"next\":"u8);
        if (news.Next is { } next) json.Time(next);
        else json.Raw("null"u8);
        json.Raw(",\"title\":"u8);
        if (news.Title is { } title) json.Text(title);
        else json.Raw("null"u8);
        json.Raw(",\"currencies\":["u8);
        for (var i = 0; i < news.Currencies.Count; i++)
        {
            if (i > 0) json.Raw(","u8);
            json.Text(news.Currencies[i]);
        }

        json.Boolean("],\"active\":"u8, news.Active);
        json.Raw("}"u8);
    }

    private static void WriteParity(IReadOnlyList<ParityStatus> parity, JsonText json, bool isNext)
    {
        json.Raw(isNext ? ",\"parity\":{"u8 : "\"parity\":{"u8);
        for (var i = 0; i < parity.Count; i++)
        {
            if (i > 0) json.Raw(","u8);
            json.Text(parity[i].Symbol);
            json.Decimal(":"u8, parity[i].Factor, R);
        }

        json.Raw("}"u8);
    }

    private static void WriteCurrencyNet(IReadOnlyList<CurrencyNetStatus> net, JsonText json, bool isNext)
    {
        json.Raw(isNext ? ",\"currency_net\":{"u8 : "\"currency_net\":{"u8);
        for (var i = 0; i < net.Count; i++)
        {
            if (i > 0) json.Raw(","u8);
            json.Text(net[i].Currency);
            json.Number(":"u8, net[i].Net);
        }

        json.Raw("}"u8);
    }

    private static void WriteAlerts(AlertStatus alerts, JsonText json)
    {
        json.Number(",\"alerts\":{\"sent\":"u8, alerts.Sent);
        json.Number(",\"failed\":"u8, alerts.Failed);
        json.Number(",\"dropped\":"u8, alerts.Dropped);
        json.Raw("}"u8);
    }

    private static void WriteData(PortfolioStatus s, JsonText json)
    {
        var isLive = s.Mode == "ws";
        json.Raw(",\"data\":{"u8);
        for (var i = 0; i < s.Data.Count; i++)
        {
            var d = s.Data[i];
            if (i > 0) json.Raw(","u8);
            json.Text(d.Symbol);
            json.Number(":{\"bars\":"u8, d.Bars);
            json.Number(",\"gaps\":"u8, d.Gaps);
            json.Number(",\"duplicates\":"u8, d.Duplicates);
            json.Number(",\"rejected\":"u8, d.Rejected);
            if (isLive) json.Decimal(",\"stale_s\":"u8, d.StaleS, 1);

            json.Raw("}"u8);
        }

        if (isLive) WriteStale(s.Data, json);
        json.Raw("}"u8);
    }

    private static void WriteStale(IReadOnlyList<SymbolDataStatus> data, JsonText json)
    {
        var isNext = false;
        json.Raw(data.Count > 0 ? ",\"stale\":["u8 : "\"stale\":["u8);
        for (var i = 0; i < data.Count; i++)
        {
            if (!data[i].Stale) continue;
            if (isNext) json.Raw(","u8);
            isNext = true;
            json.Text(data[i].Symbol);
        }

        json.Raw("]"u8);
    }

    private static void WriteSlot(JsonText json, string symbol, string strategy, string side)
    {
        json.Text("{\"symbol\":"u8, symbol);
        json.Text(",\"strategy\":"u8, strategy);
        json.Text(",\"side\":"u8, side);
    }
}
