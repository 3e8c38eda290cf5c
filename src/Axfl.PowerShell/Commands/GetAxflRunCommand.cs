using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives what became of runs: under way, ended, stopped, failed or killed, and with which error.</summary>
[Cmdlet(VerbsCommon.Get, "AxflRun", DefaultParameterSetName = "Run")]
[OutputType(typeof(RunReport))]
public sealed class GetAxflRunCommand : RunCmdlet
{
    /// <summary>States, wildcards allowed: running, ended, stopped, failed, killed; default all.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RunStateCompleter))]
    public string[] State { get; set; } = [];

    /// <inheritdoc/>
    internal override IEnumerable<string> Meant(bool outputIsGiven) => RunLookup.FindAll(this, "*", OutputDirectory, outputIsGiven);

    /// <inheritdoc/>
    internal override void WarnOf(string directory)
    {
        // Its object says it.
    }

    /// <inheritdoc/>
    internal override void Read(string directory)
    {
        var report = Report(directory);
        if (TradeFilter.Matches(TradeFilter.Patterns(State), report.State)) WriteObject(report);
    }

    // What this process knows of its own runs is nearer than what their files say.
    private static RunReport Report(string directory)
    {
        var report = Runtime.DescribeRun(directory);
        if (RunRegistry.RunningIn(directory) is not null) return report with { State = RunStates.Running, ProcessId = Environment.ProcessId };
        return RunRegistry.OutcomeIn(directory) is { Error: { } error } ? report with { State = RunStates.Failed, Error = error.Message, ProcessId = null } : report;
    }
}
