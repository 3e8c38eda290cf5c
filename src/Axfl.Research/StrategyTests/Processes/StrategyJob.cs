using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;

namespace Axfl.Research.StrategyTests.Processes;

/// <summary>One run of a strategy in a process of its own: what it is, how its bars are moved, and under which culture.</summary>
/// <param name="Strategy">Name.</param>
/// <param name="Class">Full name of its class; null: a script.</param>
/// <param name="Assembly">File of the class; null: the product's own.</param>
/// <param name="Script">Its script; null: a class.</param>
/// <param name="Values">Its parameters.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Minutes">Length of a bar.</param>
/// <param name="Bars">File of the bars.</param>
/// <param name="PriceShift">Added to each price.</param>
/// <param name="TimeShift">Added to each time, ms.</param>
/// <param name="Culture">Culture of the process; null: the invariant one.</param>
internal sealed record StrategyJob(
    string Strategy, string? Class, string? Assembly, StrategyScript? Script, IReadOnlyList<JobValue> Values, Instrument Instrument, int Minutes, string Bars,
    double PriceShift, long TimeShift, string? Culture)
{
    /// <summary>How jobs and their results are written.</summary>
    public static JsonSerializerOptions Json { get; } = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
}

/// <summary>What came of a job.</summary>
/// <param name="Actions">What the strategy did.</param>
/// <param name="Error">What it threw; null: nothing.</param>
/// <param name="LocalZone">Local time zone of the process.</param>
/// <param name="Decimal">How its culture writes 0.5.</param>
internal sealed record StrategyJobResult(IReadOnlyList<JobAction> Actions, string? Error, string LocalZone, string Decimal);

/// <summary>An action as a job's result has it.</summary>
internal sealed record JobAction(long Time, int Kind, int Side, int Type, double Price, double StopLoss, double Target, long Expiry, string Tag);

/// <summary>A parameter as a job has it: its type beside its value.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">null, double, int, bool, string, time, list or map.</param>
/// <param name="Text">Value as invariant text.</param>
/// <param name="Items">Values of a list or map, by name in a map.</param>
internal sealed record JobValue(string Name, string Type, string Text, IReadOnlyList<JobValue> Items)
{
    /// <summary>A value with its type.</summary>
    /// <exception cref="NotSupportedException">It is of a type that cannot be handed to another process.</exception>
    public static JobValue Of(string name, object? value) => value switch
    {
        null => new(name, "null", "", []),
        double d => new(name, "double", d.ToString("R", System.Globalization.CultureInfo.InvariantCulture), []),
        int i => new(name, "int", i.ToString(System.Globalization.CultureInfo.InvariantCulture), []),
        bool b => new(name, "bool", b ? "true" : "false", []),
        string s => new(name, "string", s, []),
        TimeOfDay t => new(name, "time", t.ToString(), []),
        IReadOnlyDictionary<string, object?> map => new(name, "map", "", [.. map.Select(e => Of(e.Key, e.Value))]),
        IReadOnlyList<object?> list => new(name, "list", "", [.. list.Select(v => Of("", v))]),
        _ => throw new NotSupportedException($"the parameter '{name}' is of the type {value.GetType().Name}, which cannot be handed to another process"),
    };

    /// <summary>The value again.</summary>
    public object? Value() => Type switch
    {
        "null" => null,
        "double" => double.Parse(Text, System.Globalization.CultureInfo.InvariantCulture),
        "int" => int.Parse(Text, System.Globalization.CultureInfo.InvariantCulture),
        "bool" => Text == "true",
        "time" => TimeOfDay.Parse(Text),
        "map" => Items.ToDictionary(i => i.Name, i => i.Value(), StringComparer.Ordinal),
        "list" => Items.Select(i => i.Value()).ToList(),
        _ => Text,
    };
}
