namespace Axfl.Contracts;

/// <summary>A strategy as the catalogue knows it: its name, parameters and how to make one.</summary>
/// <param name="Name">Name used in sessions files.</param>
/// <param name="Summary">One line of help.</param>
/// <param name="Parameters">Its parameters, shared ones last.</param>
/// <param name="Source">Where it comes from: <c>built in</c>, an assembly's name, or <c>script</c>.</param>
/// <param name="Create">Makes a fresh instance for one slot.</param>
public sealed record StrategyDefinition(
    string Name, string Summary, IReadOnlyList<StrategyParameterInfo> Parameters, string Source, Func<StrategySetup, IStrategy> Create)
{
    /// <summary>Source of the product's own strategies.</summary>
    public const string BuiltInSource = "built in";

    /// <summary>What is wrong with values for the parameters together, on an interval. Default: nothing.</summary>
    public Func<IReadOnlyDictionary<string, object?>, Interval, IEnumerable<ParameterProblem>> Check { get; init; } = static (_, _) => [];

    /// <summary>
    /// What identifies its code: the version id of its assembly's module, of a script its text. Results of one id are not those of another. Default: that of
    /// the module of <see cref="Class"/>; without one empty.
    /// </summary>
    public string CodeId
    {
        get => field ?? Class?.Module.ModuleVersionId.ToString() ?? "";
        init;
    }

    /// <summary>Names of the indicators it asks for; a plan with one that there is not, or that repaints, is refused at the start.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>
    /// Whether runs over the same bars may share what it did: <see cref="StrategyAttribute.Shareable"/>. Default false: of other definitions, such as
    /// those of scripts, it is not known.
    /// </summary>
    public bool Shareable { get; init; }

    /// <summary>As <see cref="StrategyAttribute.PriceLevels"/>.</summary>
    public bool PriceLevels { get; init; }

    /// <summary>As <see cref="StrategyAttribute.NeedsWarmupDays"/>; null: not known.</summary>
    public int? NeedsWarmupDays { get; init; }

    /// <summary>Its class; null for a script.</summary>
    public Type? Class { get; init; }

    /// <summary>Its script; null for a class.</summary>
    public StrategyScript? Script { get; init; }
}

/// <summary>One parameter of a strategy.</summary>
/// <param name="Name">Key in sessions files, snake_case.</param>
/// <param name="Type">CLR type without nullability: double, int, bool, string, <see cref="TimeOfDay"/> or object (free form).</param>
/// <param name="Nullable">Whether null is allowed (it switches the limit off).</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Min">Least value, or null.</param>
/// <param name="Max">Maximum value, or null.</param>
/// <param name="Default">Value when nothing sets it.</param>
/// <param name="Help">One line.</param>
public sealed record StrategyParameterInfo(
    string Name, Type Type, bool Nullable, string Unit, double? Min, double? Max, object? Default, string Help);

/// <summary>What a strategy is made for: one slot.</summary>
/// <param name="Instrument">The slot's symbol.</param>
/// <param name="Interval">The run's interval.</param>
/// <param name="Values">A value for every parameter of the definition, by name, of its type.</param>
public sealed record StrategySetup(Instrument Instrument, Interval Interval, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>Where the strategy gets indicators. Default: none outside a run.</summary>
    public IIndicators Indicators { get; init; } = NoIndicators.Instance;
}
