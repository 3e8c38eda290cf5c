using System.Management.Automation;

namespace Axfl.PowerShell.Strategies;

/// <summary>The command of the pipeline in which script blocks run: what runs in no pipeline cannot be stopped. It is no command of the module.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AxflScriptCalls")]
internal sealed class ScriptCallsCommand : PSCmdlet
{
    /// <summary>Where the calls come from.</summary>
    [Parameter(Mandatory = true)]
    public ScriptCalls Calls { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Calls.Serve();

    /// <inheritdoc/>
    protected override void StopProcessing() => Calls.End();
}
