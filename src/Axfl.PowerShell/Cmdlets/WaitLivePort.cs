using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Waits for the end of a run of this process and gives its summary.</summary>
[Cmdlet(VerbsLifecycle.Wait, "AxflLivePort")]
[OutputType(typeof(RunSummary))]
public sealed class WaitLivePort : AxflCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Run id. Default: the newest run of this process.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Run")]
    public string? RunId { get; set; }

    /// <summary>Longest wait. Default: no limit.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    private protected override void Process()
    {
        var run = ActiveRuns.Find(RunId)
            ?? throw new AxflException("RunNotActive", ErrorKind.Data, $"No run {RunId} is under way in this process.") { Target = RunId };
        try
        {
            var limit = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan;
            WriteObject(run.Completion.WaitAsync(limit, _stop.Token).GetAwaiter().GetResult());
        }
        catch (TimeoutException e)
        {
            throw new AxflException("WaitTimedOut", ErrorKind.Data, $"{run.RunId} has not ended within {TimeoutSeconds} s; it goes on.", e);
        }
        catch (OperationCanceledException)
        {
            WriteVerbose("Waiting was stopped; the run goes on.");
        }
    }
}
