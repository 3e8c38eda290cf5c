using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>What all cmdlets share: the runtime, paths of the session, errors as records.</summary>
public abstract class AxflCmdlet : PSCmdlet
{
    private protected static IAxflRuntime Runtime => RuntimePort.Runtime;

    /// <summary>Directory of the session.</summary>
    private protected string Here => SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(End);

    private protected virtual void Process()
    {
    }

    private protected virtual void End()
    {
    }

    /// <summary>Absolute path of a path of the session that may not exist yet.</summary>
    private protected string Resolve(string path) => GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>Files a path with wildcards names; a literal path as it is.</summary>
    private protected IEnumerable<string> Expand(string[] paths, bool literal)
    {
        foreach (var path in paths)
        {
            if (literal || !WildcardPattern.ContainsWildcardCharacters(path)) yield return Resolve(path);
            else
                foreach (var found in GetResolvedProviderPathFromPSPath(path, out _)) yield return found;
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems.Where(p => !p.IsWarning).SkipLast(1)) WriteError(ErrorRecords.Of(problem));
            ThrowTerminatingError(ErrorRecords.Of(e.Problems.Last(p => !p.IsWarning)));
        }
        catch (AxflException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e));
        }
    }
}
