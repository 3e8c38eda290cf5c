using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Verifies the journal of a live run, or with -Quiet whether it holds.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflJournal", DefaultParameterSetName = "Run")]
[OutputType(typeof(JournalReport), typeof(bool))]
public sealed class TestAxflJournalCommand : RunCmdlet
{
    /// <summary>Gives true or false only: whether the journal holds.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <inheritdoc/>
    internal override void Read(string directory)
    {
        // Each journal has a runspace of its own, as its run had: what a script leaves there is not seen by the next.
        using var strategies = StrategyRegistry.Open();
        var request = new JournalCheckRequest(directory)
        {
            StrategyAssemblies = [.. StrategyAssembly.Select(Absolute)],
            Strategies = strategies.Definitions,
        };
        var progress = new ProgressRecord(0x417A, "Checking journal", directory);
        var report = Work<double, JournalReport>(
            progress, (reports, stop) => Task.FromResult(Runtime.CheckJournal(request, reports, stop)),
            fraction => progress.PercentComplete = BackgroundWork.Percent(fraction));
        if (Quiet) WriteObject(report.Ok);
        else WriteObject(report);
    }
}
