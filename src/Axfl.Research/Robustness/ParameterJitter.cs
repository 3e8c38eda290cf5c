using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Research.Randomness;

namespace Axfl.Research.Robustness;

/// <summary>A plan with each numeric parameter of its strategies moved a little; its limits are kept.</summary>
/// <remarks>
/// A parameter moves by up to its step, or by up to 10 % of its value where it has none (a whole number by at least 1), uniformly and within its range; the
/// same share of it on all symbols of a strategy. Values that a strategy refuses together are drawn again; after 100 times it keeps its own.
/// </remarks>
internal sealed class ParameterJitter
{
    private const double Share = 0.1;
    private const int Tries = 100;
    private const string TimeStop = "time_stop_minutes";

    private readonly EnginePlan _plan;
    private readonly Dictionary<string, double> _steps = new(StringComparer.Ordinal);

    /// <param name="plan">The plan.</param>
    /// <param name="steps">Steps, <c>strategies.lsg.params.sweep_pips=0.5</c>.</param>
    /// <exception cref="AxflException">A step names no numeric parameter of the plan's strategies, or is not a number above 0 (<c>MeasureRequestInvalid</c>).</exception>
    public ParameterJitter(EnginePlan plan, IReadOnlyList<string> steps)
    {
        _plan = plan;
        string[] known = [.. Slots().SelectMany(s => Numeric(s.Definition).Select(p => Key(s.Strategy, p.Name))).Distinct()];
        foreach (var text in steps)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            var key = at < 0 ? text : text[..at].Trim();
            if (!known.Contains(key))
                throw Invalid($"'{key}' is not a numeric parameter of this plan's strategies.{Suggestion.Ask(key, known)} It has {string.Join(", ", known)}.", text);
            if (at < 0 || !double.TryParse(text[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var step) || step <= 0 || !double.IsFinite(step))
                throw Invalid($"the step of {key} must be a number above 0: {key}=0.5.", text);
            _steps[key] = step;
        }
    }

    /// <summary>The plan of a draw, stream <c>seed|jitter|draw</c>: a number for each numeric parameter of each strategy, in plan order.</summary>
    public EnginePlan Draw(string seed, int draw)
    {
        var random = RandomStream.Of(seed, "jitter", draw.ToString(CultureInfo.InvariantCulture));
        var moved = new Dictionary<SlotPlan, SlotPlan>(ReferenceEqualityComparer.Instance);
        foreach (var strategy in _plan.Strategies)
        {
            SlotPlan[] slots = [.. Slots().Where(s => s.Strategy == strategy)];
            if (slots.Length == 0) continue;
            for (var tries = 0; tries < Tries; tries++)
            {
                var uniforms = new Dictionary<string, double>(StringComparer.Ordinal);
                foreach (var parameter in Numeric(slots[0].Definition)) uniforms[parameter.Name] = random.Uniform();
                SlotPlan[] drawn = [.. slots.Select(s => Moved(s, uniforms))];
                if (drawn.Any(s => s.Definition.Check(s.Values, _plan.Interval).Any())) continue;
                for (var i = 0; i < slots.Length; i++) moved[slots[i]] = drawn[i];
                break;
            }
        }

        return _plan with
        {
            Symbols = [.. _plan.Symbols.Select(s => s with { Slots = [.. s.Slots.Select(slot => moved.GetValueOrDefault(slot, slot))] })],
        };
    }

    private SlotPlan Moved(SlotPlan slot, Dictionary<string, double> uniforms)
    {
        var values = new Dictionary<string, object?>(slot.Values);
        foreach (var parameter in Numeric(slot.Definition))
        {
            var direction = (2 * uniforms[parameter.Name]) - 1;
            var step = _steps.TryGetValue(Key(slot.Strategy, parameter.Name), out var own) ? own : (double?)null;
            values[parameter.Name] = slot.Values[parameter.Name] switch
            {
                double value => Within(parameter, value + (direction * (step ?? Share * Math.Abs(value)))),
                int value => (int)Within(parameter, Math.Round(value + (direction * Math.Max(1, step ?? Share * Math.Abs((double)value))), MidpointRounding.AwayFromZero)),
                var other => other,
            };
        }

        return slot with { Values = values, TimeStopMinutes = values.TryGetValue(TimeStop, out var minutes) ? minutes as int? : slot.TimeStopMinutes };
    }

    private static double Within(StrategyParameterInfo parameter, double value) =>
        Math.Max(parameter.Min ?? double.MinValue, Math.Min(parameter.Max ?? double.MaxValue, value));

    private IEnumerable<SlotPlan> Slots() => _plan.Symbols.SelectMany(s => s.Slots);

    private static IEnumerable<StrategyParameterInfo> Numeric(StrategyDefinition definition) =>
        definition.Parameters.Where(p => p.Type == typeof(double) || p.Type == typeof(int));

    private static string Key(string strategy, string parameter) => $"strategies.{strategy}.params.{parameter}";

    private static AxflException Invalid(string what, string text) =>
        new("MeasureRequestInvalid", ErrorKind.Configuration, $"{Spelling.Of("Step", text)}: {what}") { Target = text };
}
