using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Checks a sessions file: every error and warning as an object, or with -Quiet whether it has no error.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflSessions")]
[OutputType(typeof(ConfigurationProblem), typeof(bool))]
public sealed class TestSessions : SessionsCmdlet
{
    /// <summary>Gives only true (no error) or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process()
    {
        var problems = Runtime.CheckSessions(Request());
        if (Quiet) WriteObject(problems.All(p => p.IsWarning));
        else WriteObject(problems, enumerateCollection: true);
    }
}
