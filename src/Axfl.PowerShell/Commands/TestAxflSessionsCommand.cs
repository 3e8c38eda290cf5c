using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives all problems of sessions files at once, or with -Quiet whether there is no error.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflSessions", DefaultParameterSetName = "Path")]
[OutputType(typeof(ConfigurationProblem), typeof(bool))]
public sealed class TestAxflSessionsCommand : SessionsCmdlet
{
    /// <summary>Gives true or false only: whether a run may start.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    internal override void Read(string? file)
    {
        var problems = SessionsCheck.Run(Runtime, Request(file, "portfolio"), Profile);
        if (problems.All(p => p.IsWarning))
            foreach (var time in SessionsCheck.Upcoming(Runtime, Request(file, "portfolio"), Profile)) WriteVerbose(time.ToString());
        if (Quiet) WriteObject(problems.All(p => p.IsWarning));
        else WriteObject(problems, enumerateCollection: true);
    }
}
