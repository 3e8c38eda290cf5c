using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace Axfl.PowerShell;

/// <summary>What a script strategy sees as $parameters: the values of its slot. A name that is not there is an error, never null.</summary>
/// <remarks>
/// PowerShell swallows what an indexer throws (<c>$parameters['x']</c>), so the name is kept as well: <see cref="Unknown"/> is looked at before an
/// order is placed and after each call.
/// </remarks>
internal sealed class ScriptParameters : Hashtable
{
    private static readonly HashSet<string> Members =
        new(typeof(Hashtable).GetMembers(BindingFlags.Public | BindingFlags.Instance).Select(m => m.Name), StringComparer.OrdinalIgnoreCase);

    private readonly string _strategy;

    /// <param name="strategy">Name of the strategy, for errors.</param>
    /// <param name="values">Values by name.</param>
    public ScriptParameters(string strategy, IEnumerable<KeyValuePair<string, object?>> values)
        : base(StringComparer.OrdinalIgnoreCase)
    {
        _strategy = strategy;
        foreach (var (name, value) in values) Add(name, value);
    }

    /// <summary>What is wrong with the first name asked for that is no parameter; null: nothing.</summary>
    public string? Unknown { get; private set; }

    /// <inheritdoc/>
    public override object? this[object key]
    {
        get => Known(key) ? base[key] : null;
        set => base[key] = value;
    }

    /// <inheritdoc/>
    public override bool Contains(object key) => IsMember(key) ? base.Contains(key) : Known(key);

    // $parameters.Count and .Keys ask for a key of that name first.
    private bool IsMember(object key) => !ContainsKey(key) && key is string name && Members.Contains(name);

    private bool Known(object key)
    {
        if (ContainsKey(key)) return true;
        var names = Keys.Cast<object>().Select(k => k.ToString()!).Order(StringComparer.Ordinal);
        Unknown ??= $"$parameters has no '{key}'. The parameters of '{_strategy}' are {string.Join(", ", names)}.";
        // Of all exceptions the one that PowerShell passes on from a property access.
        throw new PropertyNotFoundException(Unknown);
    }
}
