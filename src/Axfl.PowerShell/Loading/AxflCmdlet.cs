using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Progress;

namespace Axfl.PowerShell.Loading;

/// <summary>Base of all commands: the runtime, paths of the session, Ctrl-C, errors in one form.</summary>
public abstract class AxflCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    static AxflCmdlet() => Spelling.IsPowerShell = true;

    /// <summary>Cancelled when the pipeline is stopped: Ctrl-C, or its runspace is closed.</summary>
    internal CancellationToken StopToken => _stopping.Token;

    internal static IAxflRuntime Runtime => RuntimeHost.Runtime;

    /// <summary>A path of the session (relative to $PWD, drives of PowerShell allowed) as one of the file system; it need not exist.</summary>
    /// <exception cref="AxflException">It is empty, or not one of the file system.</exception>
    internal string Absolute(string path)
    {
        var absolute = SessionState.Path.GetUnresolvedProviderPathFromPSPath(RequestRules.Given(path), out var provider, out _);
        return provider.Name == "FileSystem" ? absolute : throw NotOnFileSystem(path, provider.Name);
    }

    /// <summary>Folder of $PWD.</summary>
    internal string WorkingDirectory => SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    /// <summary>Files or folders a path with wildcards names.</summary>
    internal IEnumerable<string> Expand(string path)
    {
        var found = GetResolvedProviderPathFromPSPath(path, out var provider);
        return provider.Name == "FileSystem" ? found : throw NotOnFileSystem(path, provider.Name);
    }

    private static AxflException NotOnFileSystem(string path, string provider) => new(
        "PathNotOnFileSystem", ErrorKind.Configuration, $"'{path}' is not on the file system but on {provider}.")
    {
        Target = path, RecommendedAction = "Give a path of the file system.",
    };

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does work whose errors end the command.</summary>
    internal void Attempt(Action work, object? target = null)
    {
        try
        {
            work();
        }
        catch (Exception e) when (IsOurs(e))
        {
            ThrowTerminatingError(ErrorRecords.From(e, target));
        }
    }

    /// <summary>Does work on one input; an error is written and the next input follows.</summary>
    internal void AttemptEach(Action work, object? target = null)
    {
        try
        {
            work();
        }
        catch (Exception e) when (IsOurs(e))
        {
            WriteError(ErrorRecords.From(e, target));
        }
    }

    /// <summary>Does work in the background, under a progress record that goes with it.</summary>
    /// <param name="progress">The record.</param>
    /// <param name="work">The work.</param>
    /// <param name="update">Brings the record up to a report.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped; nothing of the work is left.</exception>
    internal TResult Work<TReport, TResult>(
        ProgressRecord progress, Func<IProgress<TReport>, CancellationToken, Task<TResult>> work, Action<TReport> update) => Under(progress, () => BackgroundWork.Do<TReport, TResult>(work, report =>
        {
            update(report);
            WriteProgress(progress);
        }, StopToken));

    /// <summary>Does work in the background that has things done on the pipeline's thread meanwhile, under a progress record that goes with it.</summary>
    /// <param name="progress">The record.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped; nothing of the work is left.</exception>
    internal TResult WorkWithCalls<TResult>(ProgressRecord progress, Func<PipelineCalls, CancellationToken, Task<TResult>> work) =>
        Under(progress, () => BackgroundWork.DoEach<Action, TResult>((calls, stop) => work(new PipelineCalls(calls, stop), stop), static call => call(), StopToken));

    private TResult Under<TResult>(ProgressRecord progress, Func<TResult> work)
    {
        WriteProgress(progress);
        try
        {
            return work();
        }
        finally
        {
            progress.RecordType = ProgressRecordType.Completed;
            if (!StopToken.IsCancellationRequested) WriteProgress(progress);
        }
    }

    // Flow of the pipeline (stop, Select-Object -First, an error downstream) passes untouched.
    private static bool IsOurs(Exception e) =>
        e is SessionStateException or PSInvalidCastException
        || (e is not RuntimeException and not FlowControlException && e.GetType().Name != "StopUpstreamCommandsException");
}
