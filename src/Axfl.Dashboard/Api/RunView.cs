using System.Text.Json;
using Axfl.Contracts;
using Axfl.Dashboard.Follow;

namespace Axfl.Dashboard.Api;

/// <summary>A run as a page that opens is given it: all at once, with the position behind which its events follow.</summary>
/// <param name="directory">Run directory.</param>
/// <param name="strategies">Strategies at hand, for the plan.</param>
/// <param name="time">Clock.</param>
internal sealed class RunView(string directory, IReadOnlyList<StrategyDefinition> strategies, TimeProvider time)
{
    private readonly object _lock = new();
    private readonly RunNow _now = new(directory, time);
    private RunSoFar _soFar = new(directory);
    private PlannedDays? _plan;

    /// <summary>The run, as JSON.</summary>
    /// <exception cref="IOException">A file cannot be read now.</exception>
    public byte[] ToJson()
    {
        lock (_lock)
        {
            _now.Look();
            _plan ??= PlannedDays.Of(directory, strategies);
            var day = Day();
            if (!_soFar.CatchUp(day.Start))
            {
                _soFar = new RunSoFar(directory);
                _soFar.CatchUp(day.Start);
            }

            return EventJson.Of(json => Write(json, day));
        }
    }

    private RunDay Day()
    {
        var now = EventTime.FromDateTime(_now.Now ?? time.GetUtcNow().UtcDateTime);
        var start = now / EventTime.Day * EventTime.Day;
        return _plan?.DayOf(now) ?? new RunDay(start, start + EventTime.Day, []);
    }

    private void Write(Utf8JsonWriter json, RunDay day)
    {
        json.WriteStartObject();
        json.WriteString("run", Path.GetFileName(directory));
        json.WriteString("id", _soFar.Position.ToString());
        json.WritePropertyName("status");
        EventJson.Write(json, _now, time.GetUtcNow());
        Write(json, "day", day);
        if (_plan is { } plan) WritePlan(json, plan);
        json.WriteNumber("trades_of_run", _soFar.Equity.Trades);
        Write(json, "equity", _soFar.Equity.Points, static (j, p) =>
        {
            j.WriteStartArray();
            j.WriteNumberValue(p.Time);
            j.WriteNumberValue(Math.Round(p.R, 4));
            j.WriteNumberValue(Math.Round(p.Pnl, 2));
            j.WriteEndArray();
        });
        Write(json, "trades", _soFar.TradesSince(day.Start), static (j, t) => j.WriteRawValue(EventJson.Of(t)));
        Write(json, "decisions", _soFar.DecisionsSince(day.Start), static (j, d) => j.WriteRawValue(d));
        json.WriteStartObject("bars");
        for (var i = 0; i < _soFar.Symbols.Count; i++) Write(json, _soFar.Symbols[i], _soFar.BarsSince(i, day.Start), static (j, b) => EventJson.Write(j, b));
        json.WriteEndObject();
        Write(json, "feed", _soFar.Notes, static (j, n) => j.WriteRawValue(n));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, RunDay day)
    {
        json.WriteStartObject(name);
        json.WriteNumber("start", day.Start);
        json.WriteNumber("end", day.End);
        Write(json, "windows", day.Windows, static (j, w) =>
        {
            j.WriteStartObject();
            j.WriteString("strategy", w.Strategy);
            j.WriteNumber("start", w.Start);
            j.WriteNumber("end", w.End);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, PlannedDays plan)
    {
        json.WriteNumber("interval_ms", plan.Interval.Milliseconds);
        Write(json, "symbols", plan.Symbols, static (j, s) =>
        {
            j.WriteStartObject();
            j.WriteString("symbol", s.Symbol);
            j.WriteNumber("digits", s.Digits);
            j.WriteNumber("pip", s.Pip);
            j.WriteEndObject();
        });
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }
}
