using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Gives the effective plan of each profile of a sessions file, with the origin of every value.</summary>
[Cmdlet(VerbsData.Import, "AxflSessions", DefaultParameterSetName = "Path")]
[OutputType(typeof(SessionsProfile))]
public sealed class ImportAxflSessionsCommand : SessionsCmdlet
{
    /// <inheritdoc/>
    internal override void Read(string? file)
    {
        var profiles = Profile.Length > 0 ? Profile : Runtime.GetProfiles(file);
        foreach (var profile in profiles)
        {
            var sessions = Runtime.ImportSessions(Request(file, profile));
            foreach (var warning in sessions.Warnings) WriteWarning(warning.ToString());
            WriteObject(sessions);
        }
    }
}
