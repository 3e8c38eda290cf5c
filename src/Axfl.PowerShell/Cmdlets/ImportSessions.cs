using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Reads a sessions file and gives the effective plan of a profile, with the origin of each value.</summary>
[Cmdlet(VerbsData.Import, "AxflSessions")]
[OutputType(typeof(SessionsProfile))]
public sealed class ImportSessions : SessionsCmdlet
{
    private protected override void Process()
    {
        var profile = Runtime.ImportSessions(Request());
        foreach (var warning in profile.Warnings) WriteWarning(warning.ToString());
        WriteObject(profile);
    }
}
