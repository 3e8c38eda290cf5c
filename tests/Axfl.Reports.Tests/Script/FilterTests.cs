using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Reports.Numbers;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Tests.Script;

/// <summary>What the page computes of trades, for every filter, against what the runtime computes of the same.</summary>
public sealed class FilterTests(YearRun year) : IClassFixture<YearRun>, IDisposable
{
    private readonly PageScript _page = new(year.Report);

    public void Dispose() => _page.Dispose();

    /// <summary>Strategy, symbol, side, first and last day; empty: all.</summary>
    public static TheoryData<string, string, string, string, string> Filters
    {
        get
        {
            var filters = new TheoryData<string, string, string, string, string>();
            foreach (var strategy in (string[])["", "lsg", "orb", "arls"])
                foreach (var symbol in (string[])["", "EURUSD", "GBPUSD", "XAUUSD"])
                    foreach (var side in (string[])["", "long", "short"])
                        filters.Add(strategy, symbol, side, "", "");
            filters.Add("", "", "", "2025-03-03", "");
            filters.Add("", "", "", "", "2025-03-03");
            filters.Add("orb", "", "long", "2025-02-10", "2025-02-10");
            filters.Add("orb", "GBPUSD", "", "2025-02-01", "2025-05-31");
            filters.Add("", "", "", "2026-02-01", "");
            return filters;
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Numbers_equal_the_runtime_s(string strategy, string symbol, string side, string from, string to)
    {
        var (trades, days) = Chosen(strategy, symbol, side, from, to);
        _page.Run($"var idx = Axfl.filtered(T, Axfl.filterOf({{ s: '{strategy}', y: '{symbol}', d: '{side}', f: '{from}', e: '{to}' }}, D.strategies, names));");
        Assert.Equal(trades.Select(t => t.TradeId), _page.Of("idx.map(i => T.id[i])").EnumerateArray().Select(v => v.GetInt32()));
        Totals(trades);
        Groups(trades, days);
        Distributions(trades);
    }

    private void Totals(Trade[] trades)
    {
        var expected = TradeMetrics.Totals(trades, 100_000, null);
        var actual = _page.Of("Axfl.metrics(T, idx, D.run.equity)");
        foreach (var (name, value) in ((string, double?)[])
                 [
                     ("trades", expected.Trades), ("wins", expected.Wins), ("losses", expected.Losses), ("win_rate", expected.WinRate), ("total_r", expected.TotalR), ("average_r", expected.AverageR), ("pnl", expected.Pnl),
                     ("profit_factor", expected.ProfitFactor), ("payoff_ratio", expected.PayoffRatio), ("max_drawdown_r", expected.MaxDrawdownR), ("max_drawdown_pct", expected.MaxDrawdownPct),
                     ("cost_share", expected.CostShare), ("sqn", expected.Sqn),
                 ])
            Same.Number(value, actual.GetProperty(name), name);

        var gross = GrossToNet.Of(trades)!;
        var fall = _page.Of("Axfl.waterfall(T, idx, false)");
        foreach (var (name, value) in ((string, double?)[])[("gross", gross.Gross), ("spread", gross.Spread), ("slippage", gross.Slippage), ("commission", gross.Commission), ("costs", gross.Costs), ("net", gross.Net)])
            Same.Number(value, fall.GetProperty(name), name);
        Same.Number(trades.Sum(t => t.Pnl) + trades.Sum(t => t.Costs), _page.Of("Axfl.waterfall(T, idx, true).gross"), "gross money");

        var equity = _page.Of("Axfl.equity(T, idx, true, D.run.equity)");
        if (trades.Length > 0) Same.Number(expected.Equity, equity.GetProperty("value").GetProperty((trades.Length - 1).ToString(CultureInfo.InvariantCulture)), "equity");
    }

    private void Groups(Trade[] trades, int[] days)
    {
        var byMonth = trades.Zip(days).GroupBy(t => DateOnly.FromDayNumber(t.Second + EpochDay)).GroupBy(g => (g.Key.Year * 12) + g.Key.Month - 1);
        foreach (var month in byMonth)
        {
            var actual = _page.Of($"Axfl.calendar(T, idx).months.get({month.Key})");
            Same.Number(month.Sum(d => d.Sum(t => t.First.R)), actual.GetProperty("r"), "month");
            Assert.Equal(month.Sum(d => d.Count()), actual.GetProperty("n").GetInt32());
        }

        Assert.Equal(days.Distinct().Count(), _page.Of("Axfl.calendar(T, idx).days.size").GetInt32());
        foreach (var zone in (string[])["UTC", "Europe/London", "America/New_York", "Asia/Tokyo"]) When(trades, zone);

        var drawdowns = Drawdown.Of(trades).OrderByDescending(d => d.R).ToArray();
        var actualFalls = _page.Of("Axfl.drawdowns(T, idx)");
        Assert.Equal(drawdowns.Length, actualFalls.GetArrayLength());
        if (drawdowns.Length == 0) return;
        Same.Number(drawdowns[0].R, actualFalls[0].GetProperty("depth"), "depth");
        Same.Number(drawdowns[0].Days, actualFalls[0].GetProperty("days"), "days");
        Same.Number(drawdowns[0].Recovered / 1000.0, actualFalls[0].GetProperty("to"), "recovered");
    }

    private void When(Trade[] trades, string name)
    {
        if (trades.Length == 0) return;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var actual = _page.Of($"Axfl.when(T, idx, D.zones.find(z => z.name === '{name}'))");
        var step = actual.GetProperty("step").GetInt32();
        DateTime Local(Trade t) => TimeZoneInfo.ConvertTimeFromUtc(t.EntryTime, zone);
        var expected = trades.GroupBy(t => (int)Local(t).TimeOfDay.TotalMinutes / step * step).ToDictionary(g => g.Key, g => g.Sum(t => t.R));
        foreach (var bin in actual.GetProperty("times").EnumerateArray())
            Same.Number(expected.GetValueOrDefault(bin.GetProperty("minute").GetInt32()), bin.GetProperty("r"), "time of entry");
        Assert.Equal(trades.Length, actual.GetProperty("times").EnumerateArray().Sum(b => b.GetProperty("n").GetInt32()));
        var weekdays = trades.GroupBy(t => ((int)Local(t).DayOfWeek + 6) % 7).ToDictionary(g => g.Key, g => g.Sum(t => t.R));
        for (var day = 0; day < 7; day++) Same.Number(weekdays.GetValueOrDefault(day), actual.GetProperty("weekdays")[day].GetProperty("r"), "weekday");
    }

    private void Distributions(Trade[] trades)
    {
        var bins = Bin.Of(trades);
        var actualBins = _page.Of("Axfl.histogram(T, idx, D.reasons.length).bins.filter(b => b.n)");
        Assert.Equal(bins.Select(b => (b.From, b.Trades)), actualBins.EnumerateArray().Select(b => (b.GetProperty("from").ValueKind == JsonValueKind.Null ? (double?)null : b.GetProperty("from").GetDouble(), b.GetProperty("n").GetInt32())));

        var streaks = Streaks.Of(trades);
        var actual = _page.Of("Axfl.streaks(T, idx)");
        foreach (var (name, value) in ((string, double?)[])
                 [("wins", streaks.Wins), ("runs", streaks.Runs), ("winning", streaks.LongestWinning), ("losing", streaks.LongestLosing), ("z", streaks.Z), ("chance", streaks.ByChance)])
            Same.Number(value, actual.GetProperty(name), name);

        var heat = Heat.Of(trades);
        for (var k = 0; k < heat.Count; k++) Same.Number(heat[k].Share, _page.Of($"Axfl.heat(T, idx)[{k}].share"), "heat");

        var wilson = Intervals.Wilson(streaks.Wins, trades.Length);
        var actualWilson = _page.Of($"Axfl.wilson({streaks.Wins}, {trades.Length})");
        if (wilson is not { } interval) Assert.Equal(JsonValueKind.Null, actualWilson.ValueKind);
        else Same.Numbers([interval.Low, interval.High], actualWilson, "Wilson");
    }

    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    private (Trade[] Trades, int[] Days) Chosen(string strategy, string symbol, string side, string from, string to)
    {
        int Day(string text, int other) => text.Length == 0 ? other : DateOnly.Parse(text, CultureInfo.InvariantCulture).DayNumber - EpochDay;
        var run = year.Content.Run;
        int[] places =
        [
            .. Enumerable.Range(0, run.Trades.Count).Where(i => (strategy.Length == 0 || run.Trades[i].Strategy == strategy) && (symbol.Length == 0 || run.Trades[i].Symbol == symbol)
                && (side.Length == 0 || run.Trades[i].Side == side) && run.TradeDays[i] >= Day(from, int.MinValue) && run.TradeDays[i] <= Day(to, int.MaxValue)),
        ];
        return ([.. places.Select(i => run.Trades[i])], [.. places.Select(i => run.TradeDays[i])]);
    }
}
