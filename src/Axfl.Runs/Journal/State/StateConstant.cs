using Axfl.Engine.Exits;
using Axfl.Engine.Results;
using Axfl.Engine.Status;

namespace Axfl.Runs.Journal.State;

/// <summary>Objects of the engine that there are once and for all, and that a written state names: results of decisions, reasons of exits.</summary>
internal sealed class StateConstant
{
    private static readonly StateConstant Results = new([.. DecisionResults.InOrder.Select(r => ($"{r.Kind}:{r.Name}", (object)r))]);
    private static readonly StateConstant Reasons = new([.. ExitReasons.InOrder.Select(r => (r.Id, (object)r))]);

    private readonly (string Name, object Value)[] _known;

    private StateConstant((string Name, object Value)[] known) => _known = known;

    /// <summary>The constants of a type; null: it has none.</summary>
    public static StateConstant? Of(Type type) => type == typeof(DecisionResult) ? Results : type == typeof(ExitReason) ? Reasons : null;

    /// <summary>Name of a constant; empty: null.</summary>
    public string NameOf(object? value) => value is null ? "" : Array.Find(_known, k => ReferenceEquals(k.Value, value)).Name;

    /// <summary>The constant of a name.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public object? Find(string name) => name.Length == 0 ? null
        : Array.Find(_known, k => k.Name == name).Value ?? throw new InvalidDataException($"it has a {name}, which is not known");
}
