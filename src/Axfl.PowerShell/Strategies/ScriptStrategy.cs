using System.Collections;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>A strategy written as a script block: called with $bar, $desk, $parameters and $state at the close of each bar of its symbol.</summary>
internal sealed class ScriptStrategy : IStrategy
{
    private readonly string _name;
    private readonly string _text;
    private readonly ScriptRunspace _runspace;
    private readonly ScriptDesk _desk;
    private readonly Hashtable _parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Hashtable _state = new(StringComparer.OrdinalIgnoreCase);
    private ScriptBlock? _script;

    /// <param name="name">Name of the strategy, for errors.</param>
    /// <param name="text">Text of the script block.</param>
    /// <param name="setup">Its slot.</param>
    /// <param name="runspace">Where it runs.</param>
    public ScriptStrategy(string name, string text, StrategySetup setup, ScriptRunspace runspace)
    {
        _name = name;
        _text = text;
        _runspace = runspace;
        _desk = new ScriptDesk(setup);
        foreach (var (key, value) in setup.Values) _parameters[key] = value;
    }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        _desk.Open(desk, bar);
        try
        {
            _script ??= _runspace.Compile(_text);
            _runspace.Call(_script, bar, _desk, _parameters, _state);
        }
        catch (RuntimeException e)
        {
            throw new AxflException("StrategyScriptFailed", ErrorKind.Configuration, string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Strategy '{_name}' failed at {_desk.Symbol} {EventTime.ToIso(bar.Time)}: {e.Message} {e.ErrorRecord?.InvocationInfo?.PositionMessage}"), e)
            {
                Target = _name,
                RecommendedAction = "Correct the script block and register it again with Register-AxflStrategy -Force.",
            };
        }
        finally
        {
            _desk.Close();
        }
    }
}
