namespace Axfl.PowerShell.Strategies;

/// <summary>What a script strategy sees as $parameters: the values of its slot.</summary>
/// <param name="strategy">Name of the strategy, for errors.</param>
/// <param name="values">Values by name.</param>
internal sealed class ScriptParameters(string strategy, IEnumerable<KeyValuePair<string, object?>> values)
    : StrictTable(values, (key, names) => $"$parameters has no '{key}'. The parameters of '{strategy}' are {string.Join(", ", names)}.")
{
    /// <inheritdoc/>
    public override bool IsReadOnly => true;

    /// <inheritdoc/>
    public override bool IsFixedSize => true;
}
