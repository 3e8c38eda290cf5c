using System.Globalization;
using Axfl.Configuration.Keys;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

public class RoundTripTests
{
    public static TheoryData<string> Cases() =>
        [.. Directory.GetDirectories(Repository.PathOf("tests", "data", "cases")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_golden_plan_loads_as_it_is_and_again_from_its_effective_plan(string name)
    {
        var path = Repository.PathOf("tests", "data", "cases", name, "plan.yaml");
        var plan = SessionsLoader.Load(new RunRequest { SessionsPath = path }, StrategyCatalogue.BuiltIn);
        Assert.Empty(plan.Description.Warnings);
        Assert.Equal(Path.GetDirectoryName(path), plan.DataDir);
        AssertSameAgain(plan);
    }

    [Fact]
    public void Everything_a_plan_can_say_survives_the_round_trip()
    {
        var scripted = new StrategyDefinition(
            "scripted", "", [new("orders", typeof(object), true, "", null, null, null, ""), new("note", typeof(string), false, "", null, null, "", "")],
            "script", _ => throw new NotSupportedException());
        using var sessions = new SessionsFiles("""
            portfolio_x:
              symbols: [US30, EURUSD, EUR/GBP, GBPUSD]
              interval: M15
              source: csv
              venue: "a \"b\" é"
              data_dir: [EURUSD=bars/e.csv, "all bars"]
              data_timezone: America/New_York
              spreads: {eurusd: 0.2}
              spread_pips: 0.4
              warmup_days: 4
              status_every_s: 5
              status_every_bars: 7
              trading_day: {timezone: America/New_York, start: "17:00"}
              holidays: [2025-12-25, 2025-12-26]
              intrabar: drill
              market_fill: close
              close_at_end: false
              spread: measured
              account: {currency: USD, starting_equity: 12345.67, risk_per_trade_pct: 0.333, risk_basis: fixed, unit_step: 1000}
              live: {max_tick_atr: 0, late_ticks_ms: 500, stale_after_s: 90, repair_wait_s: 30}
              costs: {min_slippage_pips: 0.1, atr_divisor: null, slippage_on: [stop], commission_per_million: 30}
              blackouts: [{start: "16:45", end: "18:15", timezone: America/New_York, days: [Mon, Tue]}, {start: "23:30", end: "00:40", flat: true}]
              news: {calendar: [news.csv], timezone: Europe/London, impact: [low, holiday], before_minutes: 20, after_minutes: 0, flat: true, flat_before_minutes: 7, missing: refuse}
              risk: {global_daily_target_r: 4.5, max_currency_net: 2, loss_streak: {losses: 2, pause_minutes: 90}, risk_parity: {lookback_days: 3, floor: 0.1, cap: 0.9},
                     weights: {strategies: {on: 0.5}, symbols: {EUR/USD: 0.25, GBPUSD: 0}}, global_daily_stop_r: null, per_strategy_daily_trades: null, max_open_positions: null, max_spread_pips: 3, min_stop_pips: null,
                     cooldown_minutes: 15, halt_counts_open: true, flatten_on_halt: true, drawdown: {trailing_pct: 3.5, cooloff_minutes: 60}}
              strategies:
                - name: lsg
                  id: on
                  symbols: [EURUSD, GBPUSD]
                  windows: [{start: 22:00, end: 02:00, timezone: Europe/London, days: [Sunday, Mon], holidays: [2026-01-01]}, {start: "07:00", end: "24:00"}]
                  params: {time_stop_minutes: null, session_start: 08:00, timezone: Europe/London}
                  symbol_params: {GBPUSD: {sweep_pips: 0.1}}
                - name: scripted
                  windows: [{start: "07:00", end: "10:00"}]
                  params: {orders: [{at: "2026-01-13T07:00:00Z", n: 1, x: null, "a: b": ["- c", "#d"]}], note: "tab\there \\ \"q\" \u2028"}
            instruments:
              us30: {base: US30, quote: USD, pip: 1, digits: 1, spread_pips: 2}
            """);
        File.WriteAllText(Path.Combine(sessions.Folder, "news.csv"), "date,time,currency,impact,title\n2026-01-13,08:30,GBP,Low,a\n2026-01-14,All Day,GBP,Holiday,b\n");
        StrategyDefinition[] strategies = [.. StrategyCatalogue.BuiltIn, scripted];
        var plan = SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path, Profile = "portfolio_x" }, strategies);
        Assert.Empty(plan.Description.Warnings);
        Assert.Equal([$"EURUSD={Path.Combine(sessions.Folder, "bars", "e.csv")}", Path.Combine(sessions.Folder, "all bars")], plan.DataPath);
        Assert.Equal([0.4, 0.2, 0.4, 0.4], plan.Engine.Symbols.Select(s => s.SpreadPips));
        Assert.Null(plan.Engine.Symbols[1].Slots[0].TimeStopMinutes);
        Assert.Equal(0, plan.Engine.Risk.MinStopPips);
        AssertSameAgain(plan, strategies);
    }

    [Fact]
    public void The_machines_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var turkish = SessionsFiles.Load(SessionsFiles.Small.Replace("[EURUSD, GBPUSD]", "[eur/usd, xagusd]", StringComparison.Ordinal), "spread_pips=0.25", "warmup_days=1");
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Assert.Equal(["EURUSD", "XAGUSD"], turkish.Description.Symbols);
            Assert.Equal([0.25, 0.25], turkish.Engine.Symbols.Select(s => s.SpreadPips));
            Assert.Contains("spreads: {EURUSD: 0.25, XAGUSD: 0.25}", turkish.Description.Yaml, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertSameAgain(RunPlan plan, IReadOnlyList<StrategyDefinition>? strategies = null)
    {
        using var again = new SessionsFiles(plan.Description.Yaml);
        // The effective plan depends on no tuned defaults.
        File.WriteAllText(Path.Combine(again.Folder, "tuned.yaml"), "[{strategy: lsg, symbol: EURUSD, interval: 5m, params: {tol_pips: 77}}]");
        var second = SessionsLoader.Load(new RunRequest { SessionsPath = again.Path, Profile = plan.Profile }, strategies ?? StrategyCatalogue.BuiltIn);
        Assert.Empty(second.Description.Warnings);
        Assert.Equal(plan.Description.Yaml, second.Description.Yaml);
        Assert.Equivalent(Parts(plan), Parts(second), strict: true);
    }

    private static object Parts(RunPlan p) => new
    {
        p.Profile,
        p.Source,
        p.Venue,
        p.DataDir,
        p.DataPath,
        p.DataTimezone,
        p.WarmupDays,
        p.StatusEverySeconds,
        p.StatusEveryBars,
        p.Holidays,
        p.Engine.Interval,
        p.Engine.Strategies,
        Day = (p.Engine.TradingDay.Zone.Id, p.Engine.TradingDay.Start),
        p.Engine.Intrabar,
        p.Engine.FillAtClose,
        p.Engine.CloseAtEnd,
        p.Engine.MeasuredSpread,
        p.Engine.Account,
        p.Engine.Costs,
        p.Engine.Risk,
        Blackouts = p.Engine.Blackouts.Select(b => WindowReader.Show(b.Window) + b.Flat).ToArray(),
        News = p.Engine.News is null ? null : p.Engine.News with { Calendar = NewsCalendar.Empty },
        Events = p.Engine.News?.Calendar.Events.Select(e => e.ToString()).ToArray(),
        Calendars = p.NewsFiles.Files.Select(f => f.Path + f.Hash).ToArray(),
        CalendarZone = p.NewsFiles.Zone?.Id,
        Symbols = p.Engine.Symbols.Select(s => new
        {
            s.Instrument,
            s.SpreadPips,
            Slots = s.Slots.Select(x => new
            {
                x.Strategy,
                x.Definition.Name,
                x.TimeStopMinutes,
                Values = x.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + "=" + ParameterReader.Show(v.Value) + v.Value?.GetType()).ToArray(),
                Windows = x.Windows.Select(w => WindowReader.Show(w) + string.Join(',', w.Holidays.Order())).ToArray(),
            }).ToArray(),
        }).ToArray(),
    };
}
