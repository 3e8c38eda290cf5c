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
    private readonly ScriptCalls _calls = new();
    private Runspace? _runspace;
    private System.Management.Automation.PowerShell? _pipeline;
    private bool _disposed;

    /// <summary>Whether methods of .NET objects are forbidden.</summary>
    public bool IsConstrained => mode != PSLanguageMode.FullLanguage;

    /// <summary>A script block of this runspace that knows its file and lines.</summary>
    public ScriptBlock Compile(ScriptBlockAst source) => Use(source.GetScriptBlock);

    /// <summary>Calls a script block with variables and positional arguments; what it writes to the success stream is dropped.</summary>
    public void Call(ScriptBlock script, List<PSVariable> variables, object?[] arguments) => Use(() => script.InvokeWithContext(null, variables, arguments));

    /// <summary>Interrupts the call under way if it has taken longer; none follows then.</summary>
    public void InterruptAfter(TimeSpan limit)
    {
        lock (_gate)
        {
            if (_disposed || _pipeline is null || !_calls.Interrupt(limit)) return;
            _pipeline.BeginStop(null, null);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            _calls.End();
            // A call that cannot be interrupted ends with the process.
            if (_calls.IsAbandoned) _runspace?.CloseAsync();
            else
            {
                _runspace?.Dispose();
                _pipeline?.Dispose();
                _calls.Dispose();
            }
        }
    }

    private T Use<T>(Func<T> call)
    {
        Open();
        T? result = default;
        _calls.Make(() => result = call());
        // The host has passed on what was written: kept here, it would fill the memory of a long run.
        _pipeline!.Streams.ClearStreams();
        return result!;
    }

    private void Open()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_runspace is not null) return;
            var state = InitialSessionState.CreateDefault2();
            // An error nobody sees would be a wrong result: the first one ends the run.
            state.Variables.Add(new SessionStateVariableEntry("ErrorActionPreference", ActionPreference.Stop, ""));
            state.Variables.Add(new SessionStateVariableEntry("VerbosePreference", says.Verbose ? ActionPreference.Continue : ActionPreference.SilentlyContinue, ""));
            state.LanguageMode = mode;
            state.Commands.Add(new SessionStateCmdletEntry("Invoke-AxflScriptCalls", typeof(ScriptCallsCommand), null) { Visibility = SessionStateEntryVisibility.Public });
            _runspace = RunspaceFactory.CreateRunspace(new ScriptHost(says), state);
            _runspace.Open();
            BeStrict(_runspace);
            _pipeline = System.Management.Automation.PowerShell.Create();
            _pipeline.Runspace = _runspace;
            _pipeline.AddCommand("Invoke-AxflScriptCalls").AddParameter("Calls", _calls).BeginInvoke();
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
