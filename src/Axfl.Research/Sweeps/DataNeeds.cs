using System.Text.Json;
using Axfl.Configuration.Plan;
using Axfl.Engine.Plan;

namespace Axfl.Research.Sweeps;

/// <summary>What the plans of a sweep ask of the data, all together.</summary>
internal sealed class DataNeeds
{
    private double[]? _minSpreads, _maxSpreads;

    /// <summary>Longest warm-up, market days.</summary>
    public int WarmupDays { get; private set; }

    /// <summary>Whether one of them walks through smaller bars.</summary>
    public bool NeedsInner { get; private set; }

    /// <summary>Whether one of them does not.</summary>
    public bool NeedsOuter { get; private set; }

    /// <summary>Narrowest spread by symbol, pips.</summary>
    public IReadOnlyList<double> MinSpreads => _minSpreads ?? [];

    /// <summary>Widest spread by symbol, pips.</summary>
    public IReadOnlyList<double> MaxSpreads => _maxSpreads ?? [];

    /// <summary>Least multiple of ATR that a bar may jump.</summary>
    public double MinTickAtr { get; private set; } = double.PositiveInfinity;

    /// <summary>Greatest multiple.</summary>
    public double MaxTickAtr { get; private set; }

    /// <summary>Whether the plans differ in what decides which bars are believed.</summary>
    public bool VariesBelief => MinTickAtr != MaxTickAtr || !MinSpreads.SequenceEqual(MaxSpreads);

    /// <summary>What was written by <see cref="Members"/>.</summary>
    public static DataNeeds Read(JsonElement json) => new()
    {
        WarmupDays = json.GetProperty("warmup_days").GetInt32(), NeedsInner = json.GetProperty("inner").GetBoolean(), NeedsOuter = json.GetProperty("outer").GetBoolean(),
        MinTickAtr = json.GetProperty("min_tick_atr").GetDouble(), MaxTickAtr = json.GetProperty("max_tick_atr").GetDouble(),
        _minSpreads = [.. json.GetProperty("min_spreads").EnumerateArray().Select(e => e.GetDouble())],
        _maxSpreads = [.. json.GetProperty("max_spreads").EnumerateArray().Select(e => e.GetDouble())],
    };

    /// <summary>It as members of JSON.</summary>
    public KeyValuePair<string, object?>[] Members() =>
    [
        new("warmup_days", (double)WarmupDays), new("inner", NeedsInner), new("outer", NeedsOuter), new("min_tick_atr", MinTickAtr), new("max_tick_atr", MaxTickAtr),
        new("min_spreads", MinSpreads), new("max_spreads", MaxSpreads),
    ];

    /// <summary>Adds a plan.</summary>
    public void Add(RunPlan plan)
    {
        WarmupDays = Math.Max(WarmupDays, plan.WarmupDays);
        if (plan.Engine.Intrabar == IntrabarPolicy.Drill) NeedsInner = true;
        else NeedsOuter = true;
        AddBelief(plan.Live.MaxTickAtr, plan.Live.MaxTickAtr, plan.Engine.Symbols.Count, i => plan.Engine.Symbols[i].SpreadPips, i => plan.Engine.Symbols[i].SpreadPips);
    }

    /// <summary>Adds what others need.</summary>
    public void Add(DataNeeds other)
    {
        if (other._minSpreads is null) return;
        WarmupDays = Math.Max(WarmupDays, other.WarmupDays);
        NeedsInner |= other.NeedsInner;
        NeedsOuter |= other.NeedsOuter;
        AddBelief(other.MinTickAtr, other.MaxTickAtr, other._minSpreads.Length, i => other._minSpreads[i], i => other._maxSpreads![i]);
    }

    private void AddBelief(double least, double most, int symbols, Func<int, double> min, Func<int, double> max)
    {
        (MinTickAtr, MaxTickAtr) = (Math.Min(MinTickAtr, least), Math.Max(MaxTickAtr, most));
        _minSpreads ??= Enumerable.Repeat(double.PositiveInfinity, symbols).ToArray();
        _maxSpreads ??= new double[symbols];
        for (var i = 0; i < symbols; i++)
        {
            _minSpreads[i] = Math.Min(_minSpreads[i], min(i));
            _maxSpreads[i] = Math.Max(_maxSpreads[i], max(i));
        }
    }
}
