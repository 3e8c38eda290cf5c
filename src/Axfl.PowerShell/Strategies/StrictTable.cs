using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace Axfl.PowerShell.Strategies;

/// <summary>Values by name for a script. A name that is not there is an error, never null.</summary>
/// <remarks>
/// PowerShell swallows what an indexer throws (<c>$table['x']</c>), so the name is kept as well: <see cref="Unknown"/> is looked at before an
/// order is placed and after each call.
/// </remarks>
internal class StrictTable : Hashtable
{
    private static readonly HashSet<string> Members =
        new(typeof(Hashtable).GetMembers(BindingFlags.Public | BindingFlags.Instance).Select(m => m.Name), StringComparer.OrdinalIgnoreCase);

    private readonly Func<object, IReadOnlyList<string>, string> _unknown;
    private readonly bool _isSealed;

    /// <param name="values">Values by name.</param>
    /// <param name="unknown">What is said of a name that is not there, by the name and those that are.</param>
    public StrictTable(IEnumerable<KeyValuePair<string, object?>> values, Func<object, IReadOnlyList<string>, string> unknown)
        : base(StringComparer.OrdinalIgnoreCase)
    {
        _unknown = unknown;
        foreach (var (name, value) in values) Add(name, value);
        _isSealed = true;
    }

    /// <summary>What is wrong with the first name asked for that is not there; null: nothing.</summary>
    public string? Unknown { get; private set; }

    /// <inheritdoc/>
    public override object? this[object key]
    {
        get => Known(key) ? base[key] : null;
        set
        {
            RefuseChange();
            base[key] = value;
        }
    }

    /// <inheritdoc/>
    public override void Add(object key, object? value)
    {
        RefuseChange();
        base.Add(key, value);
    }

    /// <inheritdoc/>
    public override void Remove(object key)
    {
        RefuseChange();
        base.Remove(key);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        RefuseChange();
        base.Clear();
    }

    /// <inheritdoc/>
    public override bool Contains(object key) => IsMember(key) ? base.Contains(key) : Known(key);

    // $parameters.Count and .Keys ask for a key of that name first.
    private bool IsMember(object key) => !ContainsKey(key) && key is string name && Members.Contains(name);

    // What a call changed would be what the next one sees, and the plan would not say so.
    private void RefuseChange()
    {
        if (!_isSealed) return;
        Unknown ??= "$parameters is read-only, as are the results of an indicator: keep what changes in $state.";
        throw new PSInvalidOperationException(Unknown);
    }

    private bool Known(object key)
    {
        if (ContainsKey(key)) return true;
        Unknown ??= _unknown(key, [.. Keys.Cast<object>().Select(k => k.ToString()!).Order(StringComparer.Ordinal)]);
        // Of all exceptions the one that PowerShell passes on from a property access.
        throw new PropertyNotFoundException(Unknown);
    }
}
