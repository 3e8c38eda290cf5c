using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Research.Sweeps;

/// <summary>What the two sides of a condition are in a point: a number, the value of an axis, or a value of the plan that no axis changes, by symbol where it differs.</summary>
internal sealed class ConditionValues
{
    private readonly Condition _condition;
    private readonly Side _left;
    private readonly Side _right;

    private ConditionValues(Condition condition, Side left, Side right) => (_condition, _left, _right) = (condition, left, right);

    /// <summary>Finds both sides; null: one of them is nothing that can be compared (then it is logged).</summary>
    public static ConditionValues? Find(Condition condition, SweepDefinition sweep, RunPlan plan, ProblemLog log)
    {
        var left = SideOf(condition.Left, condition, sweep, plan, log);
        var right = SideOf(condition.Right, condition, sweep, plan, log);
        return left is null || right is null ? null : new ConditionValues(condition, left, right);
    }

    /// <summary>Whether a point meets the condition; where values differ by symbol, on each.</summary>
    public bool Holds(AxisValue[] point)
    {
        var count = Math.Max(_left.Fixed.Count, _right.Fixed.Count);
        for (var i = 0; i < Math.Max(1, count); i++)
            if (!_condition.Holds(_left.At(point, i), _right.At(point, i))) return false;
        return true;
    }

    private static Side? SideOf(string text, Condition condition, SweepDefinition sweep, RunPlan plan, ProblemLog log)
    {
        if (Scalars.TryNumber(text, out var number)) return new Side(-1, [number]);
        for (var i = 0; i < sweep.Axes.Count; i++)
        {
            if (sweep.Axes[i].Name != text) continue;
            if (sweep.Axes[i] is not ListedAxis listed || listed.Values.All(v => v.Value is double or null)) return new Side(i, []);
            log.Error(condition.Location, "sweep.where", $"the axis '{text}' has values that are not numbers.");
            return null;
        }

        if (Fixed(text, plan, out var names) is { Count: > 0 } values)
        {
            if (values.All(v => v is double or int or null)) return new Side(-1, [.. values.Select(v => v is null ? double.NaN : Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture))]);
            log.Error(condition.Location, "sweep.where", $"'{text}' is not a number in the plan.");
            return null;
        }

        var known = names.Concat(sweep.Axes.Select(a => a.Name)).ToArray();
        log.Error(condition.Location, "sweep.where", $"the plan has no '{Scalars.Cut(text)}'.{Suggestion.Ask(text, known)}");
        return null;
    }

    // Values of the plan under a key, those of all symbols of a strategy in plan order; and the keys there are.
    private static List<object?> Fixed(string key, RunPlan plan, out IReadOnlyList<string> names)
    {
        var path = key.Split('.');
        var slots = plan.Engine.Symbols.SelectMany(s => s.Slots).ToArray();
        if (path is ["strategies", var id, "params", var parameter])
        {
            var own = slots.Where(s => s.Strategy == id).ToArray();
            names = own.Length > 0 ? [.. own[0].Values.Keys.Select(k => $"strategies.{id}.params.{k}")] : [.. plan.Engine.Strategies.Select(s => $"strategies.{s}.params.{parameter}")];
            return [.. own.Where(s => s.Values.ContainsKey(parameter)).Select(s => s.Values[parameter])];
        }

        names = [.. plan.Description.Values.Select(v => v.Key)];
        return [.. plan.Description.Values.Where(v => v.Key == key).Take(1).Select(v => v.Value == "null" ? null : Scalars.TryNumber(v.Value, out var n) ? n : (object)v.Value)];
    }

    private sealed record Side(int Axis, IReadOnlyList<double> Fixed)
    {
        public double At(AxisValue[] point, int i) => Axis >= 0 ? point[Axis].Value is double number ? number : double.NaN
            : Fixed[Math.Min(i, Fixed.Count - 1)];
    }
}
