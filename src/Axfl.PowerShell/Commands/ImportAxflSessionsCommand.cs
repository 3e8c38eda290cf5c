using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Errors;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the effective plan of each profile of a sessions file, with the origin of every value.</summary>
[Cmdlet(VerbsData.Import, "AxflSessions", DefaultParameterSetName = "Path")]
[OutputType(typeof(SessionsProfile))]
public sealed class ImportAxflSessionsCommand : SessionsCmdlet
{
    /// <inheritdoc/>
    internal override void Read(string? file)
    {
        try
        {
            foreach (var profile in Profiles(file))
            {
                var sessions = Runtime.ImportSessions(Request(file, profile));
                foreach (var warning in sessions.Warnings) WriteWarning(warning.ToString());
                WriteObject(sessions);
            }
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems)
            {
                if (problem.IsWarning) WriteWarning(problem.ToString());
                else WriteError(ErrorRecords.SessionsInvalid(problem));
            }
        }
    }
}
