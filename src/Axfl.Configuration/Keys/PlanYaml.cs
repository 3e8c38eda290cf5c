using System.Globalization;
using System.Text;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Writes the effective plan as a sessions file that is complete: loading it needs no defaults and gives an equal plan.</summary>
internal static class PlanYaml
{
    /// <summary>The text, with <c>\n</c> line ends.</summary>
    public static string Write(RunPlan run)
    {
        var plan = run.Engine;
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"# The effective plan of the profile {run.Profile}: complete, so that it does not depend on defaults. Load it like any sessions file.");
        Line($"{Key(run.Profile)}:");
        Line($"  symbols: [{string.Join(", ", plan.Symbols.Select(s => Key(s.Instrument.Symbol)))}]");
        Line($"  interval: {plan.Interval}");
        Line($"  source: {run.Source}");
        Line($"  venue: {Quote(run.Venue)}");
        Line("  data_dir: " + (run.DataPath.Count > 0 ? $"[{string.Join(", ", run.DataPath.Select(Quote))}]" : Quote(run.DataDir)));
        Line($"  data_timezone: {run.DataTimezone ?? "null"}");
        if (run.DataColumns is { } columns) Line($"  data_columns: [{string.Join(", ", columns.Split(',').Select(Quote))}]");
        if (run.DataTimeFormat is { } form) Line($"  data_time_format: {Quote(form)}");
        Line($"  spreads: {{{string.Join(", ", plan.Symbols.Select(s => $"{Key(s.Instrument.Symbol)}: {Number(s.SpreadPips)}"))}}}");
        Line($"  warmup_days: {Number(run.WarmupDays)}");
        Line($"  status_every_s: {Number(run.StatusEverySeconds)}");
        Line($"  status_every_bars: {Number(run.StatusEveryBars)}");
        Line($"  trading_day: {{timezone: {plan.TradingDay.Zone.Id}, start: \"{plan.TradingDay.Start}\"}}");
        Line($"  holidays: [{string.Join(", ", run.Holidays)}]");
        Line($"  intrabar: {EnumNames.Intrabar.WordOf(plan.Intrabar)}");
        Line($"  market_fill: {EnumNames.MarketFill.WordOf(plan.FillAtClose)}");
        Line($"  close_at_end: {Flag(plan.CloseAtEnd)}");
        Line($"  spread: {EnumNames.Spread.WordOf(plan.MeasuredSpread)}");
        var a = plan.Account;
        Line($"  account: {{currency: {Key(a.Currency)}, starting_equity: {Number(a.StartingEquity)}, risk_per_trade_pct: {Number(a.RiskPerTradePct)}, "
            + $"risk_basis: {EnumNames.RiskBasis.WordOf(a.FixedRisk)}, unit_step: {Number(a.UnitStep)}}}");
        var c = plan.Costs;
        Line($"  costs: {{min_slippage_pips: {Number(c.MinSlippagePips)}, atr_divisor: {Number(c.AtrDivisor)}, slippage_on: {EnumNames.Show(c.SlippageOn)}, "
            + $"commission_per_million: {Number(c.CommissionPerMillion)}}}");
        Risk(plan.Risk, Line);
        Line($"  live: {{max_tick_atr: {Number(run.Live.MaxTickAtr)}, late_ticks_ms: {Number(run.Live.LateTicksMs)}, max_ahead_ms: {Number(run.Live.MaxAheadMs)}, "
            + $"max_lag_ms: {Number(run.Live.MaxLagMs)}, stale_after_s: {Number(run.Live.StaleAfterS)}, repair_wait_s: {Number(run.Live.RepairWaitS)}}}");
        Strategies(run, Line);
        Line("instruments:");
        foreach (var i in plan.Symbols.Select(s => s.Instrument))
            Line($"  {Key(i.Symbol)}: {{base: {Key(i.Base)}, quote: {Key(i.Quote)}, pip: {Number(i.Pip)}, digits: {Number(i.Digits)}, spread_pips: {Number(i.SpreadPips)}}}");
        return text.ToString();
    }

    private static void Risk(RiskPlan r, Action<string> line)
    {
        line("  risk:");
        line($"    global_daily_stop_r: {Number(r.GlobalDailyStopR)}");
        line($"    per_strategy_daily_stop_r: {Number(r.PerStrategyDailyStopR)}");
        line($"    per_strategy_daily_trades: {Number(r.PerStrategyDailyTrades)}");
        line($"    max_open_positions: {Number(r.MaxOpenPositions)}");
        line($"    max_symbol_positions: {Number(r.MaxSymbolPositions)}");
        line($"    max_spread_pips: {Number(r.MaxSpreadPips)}");
        line($"    min_stop_pips: {Number(r.MinStopPips)}");
        line($"    cooldown_minutes: {Number(r.CooldownMinutes)}");
        line($"    halt_counts_open: {Flag(r.HaltCountsOpen)}");
        line($"    flatten_on_halt: {Flag(r.FlattenOnHalt)}");
        line("    drawdown: " + (r.Drawdown is { } d ? $"{{trailing_pct: {Number(d.TrailingPct)}, cooloff_minutes: {Number(d.CooloffMinutes)}}}" : "null"));
    }

    private static void Strategies(RunPlan run, Action<string> line)
    {
        line("  strategies:");
        foreach (var id in run.Engine.Strategies)
        {
            var slots = run.Engine.Symbols.SelectMany(s => s.Slots.Where(x => x.Strategy == id).Select(x => (s.Instrument.Symbol, Slot: x))).ToArray();
            var first = slots[0].Slot;
            line($"    - name: {Quote(first.Definition.Name)}");
            line($"      id: {Quote(id)}");
            line($"      symbols: [{string.Join(", ", slots.Select(s => Key(s.Symbol)))}]");
            line("      windows:");
            foreach (var window in first.Windows) line("        - " + Window(window, run.Holidays));

            // Values that differ by symbol (tuned ones) stand in symbol_params, the others in params.
            var names = first.Definition.Parameters.Select(p => p.Name).ToArray();
            bool Common(string name) => slots.All(s => Value(s.Slot.Values[name]) == Value(first.Values[name]));
            line($"      params: {Map(names.Where(Common), first.Values)}");
            var own = names.Where(n => !Common(n)).ToArray();
            if (own.Length == 0) continue;
            line("      symbol_params:");
            foreach (var (symbol, slot) in slots) line($"        {Key(symbol)}: {Map(own, slot.Values)}");
        }
    }

    private static string Window(SessionWindow window, IReadOnlyList<string> holidays)
    {
        var own = window.Holidays.Order().Select(EnumNames.Date).Except(holidays).ToArray();
        return $"{{start: \"{window.Start}\", end: \"{window.End}\", timezone: {window.Zone.Id}, days: [{string.Join(", ", WindowReader.DayNames(window.Days))}]"
            + (own.Length == 0 ? "" : $", holidays: [{string.Join(", ", own)}]") + "}";
    }

    private static string Map(IEnumerable<string> names, IReadOnlyDictionary<string, object?> values) =>
        "{" + string.Join(", ", names.Select(n => $"{Key(n)}: {Value(values[n])}")) + "}";

    private static string Value(object? value) => value switch
    {
        null => "null",
        bool b => Flag(b),
        double d => Number(d),
        int i => Number(i),
        IReadOnlyDictionary<string, object?> map => "{" + string.Join(", ", map.Select(e => $"{Quote(e.Key)}: {Value(e.Value)}")) + "}",
        IReadOnlyList<object?> list => "[" + string.Join(", ", list.Select(Value)) + "]",
        _ => Quote(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static string Number(double? value) => value is { } v ? Scalars.Show(v) : "null";

    private static string Flag(bool value) => value ? "true" : "false";

    // Keys that are plain words stay so, for the eye; what YAML could read otherwise is quoted.
    private static string Key(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && text.ToUpperInvariant() is not ("NULL" or "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N") ? text : Quote(text);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')
                quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
