using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Axfl.PowerShell;

/// <summary>The runspace in which the script blocks of one run are called; opened at the first bar.</summary>
/// <remarks>
/// The engine runs on a thread of its own while the session's runspace waits for statuses, so a script block cannot run there. It gets a fresh
/// runspace: functions and variables of the session are not visible in it; what a script needs comes as parameters.
/// </remarks>
internal sealed class ScriptRunspace : IDisposable
{
    private readonly object _gate = new();
    private Runspace? _runspace;
    private bool _disposed;

    /// <summary>Compiles the text of a script block.</summary>
    public ScriptBlock Compile(string text) => Use(() => ScriptBlock.Create(text));

    /// <summary>Calls a script block with positional arguments; what it writes to the success stream is dropped.</summary>
    public void Call(ScriptBlock script, params object?[] arguments) => Use(() => script.Invoke(arguments));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _runspace?.Dispose();
        }
    }

    private T Use<T>(Func<T> call)
    {
        var before = Runspace.DefaultRunspace;
        Runspace.DefaultRunspace = Open();
        try
        {
            return call();
        }
        finally
        {
            Runspace.DefaultRunspace = before;
        }
    }

    private Runspace Open()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_runspace is not null) return _runspace;
            var state = InitialSessionState.CreateDefault2();
            // An error nobody sees would be a wrong result: the first one ends the run.
            state.Variables.Add(new SessionStateVariableEntry("ErrorActionPreference", ActionPreference.Stop, ""));
            _runspace = RunspaceFactory.CreateRunspace(state);
            _runspace.Open();
            return _runspace;
        }
    }
}
