using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands on runs under way: by id, directory, pipeline, or all.</summary>
public abstract class RunningCmdlet : AxflCmdlet
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>Run ids, wildcards allowed, or run directories; default: all runs under way in this process.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [Alias("RunId")]
    [RunArgument]
    [ArgumentCompleter(typeof(RunningRunCompleter))]
    public string[] Run { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Run.Length == 0 && RunRegistry.Running.Count == 0) AttemptEach(() => NoneRuns(null));
        foreach (var pattern in Run.Length == 0 ? ["*"] : Run)
        {
            var wildcard = new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
            var found = RunRegistry.Running.Where(s => wildcard.IsMatch(s.RunId) || s.Directory == pattern).ToArray();
            if (found.Length == 0 && Run.Length > 0) AttemptEach(() => NoneRuns(pattern), pattern);
            foreach (var session in found)
                if (_done.Add(session.Directory)) Act(session);
        }
    }

    /// <summary>Acts on one run.</summary>
    internal abstract void Act(RunSession session);

    /// <summary>No run of that name is under way in this process; null: none at all. An error, but for wildcards.</summary>
    internal virtual void NoneRuns(string? pattern)
    {
        if (pattern is null) WriteError(ErrorRecords.RunNotRunning(null));
        else if (!WildcardPattern.ContainsWildcardCharacters(pattern)) WriteError(Elsewhere(pattern) is { } report ? ErrorRecords.RunElsewhere(report) : ErrorRecords.RunNotRunning(pattern));
    }

    // A run of another process, in the usual folder or by its directory.
    private RunReport? Elsewhere(string run)
    {
        try
        {
            return Runtime.DescribeRun(RunLookup.Find(this, run, "logs", outputIsGiven: false)) is { IsRunning: true } report ? report : null;
        }
        catch (AxflException)
        {
            // There is none: the error says that it is not under way.
            return null;
        }
    }

    /// <summary>Waits for the end of a run; Ctrl-C ends the wait and not the run.</summary>
    /// <returns>Whether it has ended in time.</returns>
    /// <exception cref="Exception">What stopped the run.</exception>
    internal bool Wait(RunSession session, TimeSpan limit)
    {
        try
        {
            if (!session.Closed.Wait((int)Math.Min(int.MaxValue, limit.TotalMilliseconds), StopToken)) return false;
            session.Completion.GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
