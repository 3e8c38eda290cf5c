using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>A strategy written as a script block, called at each bar with <c>$bar, $desk, $parameters, $state</c>.</summary>
/// <remarks>It runs in a runspace of its own, since the engine has a thread of its own: it sees its arguments, not the session's variables.</remarks>
internal sealed class ScriptStrategy : IStrategy, IDisposable
{
    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace();
    private readonly System.Management.Automation.PowerShell _shell;
    private readonly Hashtable _parameters;
    private readonly Hashtable _state = [];

    /// <param name="script">Text of the script block.</param>
    /// <param name="setup">The slot.</param>
    public ScriptStrategy(string script, StrategySetup setup)
    {
        _runspace.Open();
        _shell = System.Management.Automation.PowerShell.Create();
        _shell.Runspace = _runspace;
        _shell.AddScript(script);
        _parameters = new Hashtable(setup.Values.ToDictionary(v => v.Key, v => v.Value)) { ["symbol"] = setup.Instrument.Symbol, ["pip"] = setup.Instrument.Pip };
    }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        _shell.Commands.Commands[0].Parameters.Clear();
        foreach (var argument in new object[] { bar, new ScriptDesk(desk), _parameters, _state }) _shell.AddArgument(argument);
        try
        {
            _shell.Invoke();
        }
        catch (RuntimeException e)
        {
            throw Failed(bar, e.Message, e);
        }

        if (_shell.HadErrors && _shell.Streams.Error.Count > 0) throw Failed(bar, _shell.Streams.Error[0].ToString(), _shell.Streams.Error[0].Exception);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _shell.Dispose();
        _runspace.Dispose();
    }

    private static AxflException Failed(in Bar bar, string message, Exception? cause) => new("StrategyScriptFailed", ErrorKind.Configuration,
        $"The strategy's script block failed at the bar of {EventTime.ToIso(bar.Time)}: {message}", cause);
}
