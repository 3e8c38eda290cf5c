using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Axfl.PowerShell.Strategies;

/// <summary>The runspace in which the script blocks of one run are called; opened at the first bar.</summary>
/// <remarks>
/// The engine runs on a thread of its own while the session's runspace waits for statuses, so a script block cannot run there. It gets a fresh
/// runspace: functions and variables of the session are not visible in it; what a script needs comes as parameters. It has the language mode of the
/// session that registered the script.
/// </remarks>
internal sealed class ScriptRunspace(PSLanguageMode mode, ScriptSays says) : IDisposable
{
    private readonly object _gate = new();
    private Runspace? _runspace;
    private bool _disposed;

    /// <summary>Whether methods of .NET objects are forbidden.</summary>
    public bool IsConstrained => mode != PSLanguageMode.FullLanguage;

    /// <summary>A script block of this runspace that knows its file and lines.</summary>
    public ScriptBlock Compile(ScriptBlockAst source) => Use(source.GetScriptBlock);

    /// <summary>Calls a script block with variables and positional arguments; what it writes to the success stream is dropped.</summary>
    public void Call(ScriptBlock script, List<PSVariable> variables, object?[] arguments) => Use(() => script.InvokeWithContext(null, variables, arguments));

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
            state.Variables.Add(new SessionStateVariableEntry("VerbosePreference", says.Verbose ? ActionPreference.Continue : ActionPreference.SilentlyContinue, ""));
            state.LanguageMode = mode;
            _runspace = RunspaceFactory.CreateRunspace(new ScriptHost(says), state);
            _runspace.Open();
            BeStrict(_runspace);
            return _runspace;
        }
    }

    // A misspelt variable would be null, and null in arithmetic is 0: an error instead. Keys that are not set stay allowed ($state).
    private static void BeStrict(Runspace runspace)
    {
        using var shell = System.Management.Automation.PowerShell.Create();
        shell.Runspace = runspace;
        shell.AddCommand("Set-StrictMode").AddParameter("Version", "1.0").Invoke();
    }
}
