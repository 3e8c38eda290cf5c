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
        json.Raw("{\"ok\":"u8);
        json.Boolean(s.Ok);
        if (s.Error is not null)
        {
            json.Raw(",\"error\":"u8);
            json.Text(s.Error);
        }

        json.Raw(",\"mode\":"u8);
        json.Text(s.Mode);
        json.Raw(",\"source\":"u8);
        json.Text(s.Source);
        json.Raw(",\"interval\":"u8);
        json.Text(s.Interval);
        json.Raw(",\"since\":"u8);
        json.Time(s.Since);
        json.Raw(",\"now\":"u8);
        json.Time(s.Now);
        WriteSymbols(s, json);
        WritePositions(s.Positions, json);
        WriteToday(s, json);
        json.Raw(",\"risk\":{\"halted\":"u8);
        json.Boolean(s.Risk.Halted);
        json.Raw(",\"global_daily_stop_r\":"u8);
        json.Decimal(s.Risk.GlobalDailyStopR, R);
        WriteCosts(s, json);
        WriteFeed(s.Ws, json);
        json.Raw(",\"total\":{\"r\":"u8);
        json.Decimal(s.Total.R, R);
        json.Raw(",\"pnl\":"u8);
        json.Decimal(s.Total.Pnl, Money);
        json.Raw(",\"trades\":"u8);
        json.Number(s.Total.Trades);
        json.Raw(",\"equity\":"u8);
        json.Decimal(s.Total.Equity, Money);
        json.Raw(",\"max_drawdown_pct\":"u8);
        json.Decimal(s.Total.MaxDrawdownPct, R);
        json.Raw("}"u8);
        WritePending(s.Pending, json);
        WriteBlocked(s.Blocked, json);
        WriteData(s, json);
        json.Raw(",\"day\":"u8);
        json.Text(s.Day);
        json.Raw(",\"run\":"u8);
        json.Text(s.Run);
        json.Raw(",\"ledger_hash\":"u8);
        json.Text(s.LedgerHash);
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
            json.Raw(",\"units\":"u8);
            json.Decimal(p.Units, R);
            json.Raw(",\"entry\":"u8);
            json.Decimal(p.Entry, Price);
            json.Raw(",\"entry_time\":"u8);
            json.Time(p.EntryTime);
            json.Raw(",\"sl\":"u8);
            json.Decimal(p.Sl, Price);
            json.Raw(",\"tp\":"u8);
            json.Decimal(p.Tp, Price);
            json.Raw(",\"r_open\":"u8);
            json.Decimal(p.ROpen, R);
            json.Raw(",\"pnl_open\":"u8);
            json.Decimal(p.PnlOpen, Money);
            json.Raw(",\"bars_held\":"u8);
            json.Number(p.BarsHeld);
            json.Raw("}"u8);
        }

        json.Raw("]"u8);
    }

    private static void WriteToday(PortfolioStatus s, JsonText json)
    {
        json.Raw(",\"today\":{\"r_total\":"u8);
        json.Decimal(s.Today.RTotal, R);
        json.Raw(",\"pnl_total\":"u8);
        json.Decimal(s.Today.PnlTotal, Money);
        json.Raw(",\"by_strategy\":["u8);
        var strategies = s.ByStrategy;
        for (var i = 0; i < strategies.Count; i++)
        {
            var d = strategies[i];
            json.Raw(i > 0 ? ",{\"name\":"u8 : "{\"name\":"u8);
            json.Text(d.Name);
            json.Raw(",\"r\":"u8);
            json.Decimal(d.R, R);
            json.Raw(",\"trades\":"u8);
            json.Number(d.Trades);
            json.Raw(",\"pnl\":"u8);
            json.Decimal(d.Pnl, Money);
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
                json.Raw(":"u8);
                json.Decimal(pips, R);
            }

            json.Raw("}"u8);
        }

        json.Raw(",\"slippage_model\":"u8);
        json.Text(s.Costs.SlippageModel);
        json.Raw("}"u8);
    }

    private static void WriteFeed(FeedStatus feed, JsonText json)
    {
        json.Raw(",\"ws\":{\"connected\":"u8);
        json.Boolean(feed.Connected);
        json.Raw(",\"errors\":"u8);
        json.Number(feed.Errors);
        if (feed.State is not null)
        {
            json.Raw(",\"state\":"u8);
            json.Text(feed.State);
            json.Raw(",\"latency_p50_ms\":"u8);
            json.Decimal(feed.LatencyP50Ms, 3);
            json.Raw(",\"latency_p99_ms\":"u8);
            json.Decimal(feed.LatencyP99Ms, 3);
            json.Raw(",\"lag_p50_ms\":"u8);
            json.Decimal(feed.LagP50Ms, 0);
            json.Raw(",\"lag_p99_ms\":"u8);
            json.Decimal(feed.LagP99Ms, 0);
            if (feed.Rejected is { } rejected)
            {
                json.Raw(",\"rejected\":"u8);
                json.Number(rejected);
            }
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
            json.Raw(",\"type\":"u8);
            json.Text(p.Type);
            json.Raw(",\"price\":"u8);
            json.Decimal(p.Price, Price);
            json.Raw(",\"sl\":"u8);
            json.Decimal(p.Sl, Price);
            json.Raw(",\"tp\":"u8);
            json.Decimal(p.Tp, Price);
            json.Raw(",\"placed\":"u8);
            json.Time(p.Placed);
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
            json.Raw(":"u8);
            json.Number(blocked[i].Count);
        }

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
            json.Raw(":{\"bars\":"u8);
            json.Number(d.Bars);
            json.Raw(",\"gaps\":"u8);
            json.Number(d.Gaps);
            json.Raw(",\"duplicates\":"u8);
            json.Number(d.Duplicates);
            json.Raw(",\"rejected\":"u8);
            json.Number(d.Rejected);
            if (isLive)
            {
                json.Raw(",\"stale_s\":"u8);
                json.Decimal(d.StaleS, 1);
            }

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
        json.Raw("{\"symbol\":"u8);
        json.Text(symbol);
        json.Raw(",\"strategy\":"u8);
        json.Text(strategy);
        json.Raw(",\"side\":"u8);
        json.Text(side);
    }
}
