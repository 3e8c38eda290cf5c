using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Runs a portfolio: status objects as it goes, the final one last.</summary>
[Cmdlet(VerbsLifecycle.Start, "AxflLivePort", SupportsShouldProcess = true)]
[OutputType(typeof(PortfolioStatus), typeof(AxflJob))]
public sealed class StartLivePort : SessionsCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Replay of history, or ws: live paper trading.</summary>
    [Parameter]
    [ValidateSet("Replay", "Ws")]
    [PSDefaultValue(Value = "Replay")]
    public string Mode { get; set; } = "Replay";

    /// <summary>First traded time, inclusive; without a zone it is UTC.</summary>
    [Parameter]
    public DateTime? Since { get; set; }

    /// <summary>End, exclusive; without a zone it is UTC.</summary>
    [Parameter]
    public DateTime? Until { get; set; }

    /// <summary>Folders, files or SYMBOL=path of bars, instead of the file's data_dir.</summary>
    [Parameter]
    public string[] DataPath { get; set; } = [];

    /// <summary>IANA zone, or offset, of csv times that have none.</summary>
    [Parameter]
    public string? DataTimezone { get; set; }

    /// <summary>Output directory. Default: logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Run id. Default: profile, time and four letters.</summary>
    [Parameter]
    public string? RunId { get; set; }

    /// <summary>Replay speed as a multiple of event time; 0: as fast as possible.</summary>
    [Parameter]
    [ValidateRange(0.0, 1e9)]
    public double Speed { get; set; }

    /// <summary>Gives a job at once instead of statuses.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    private protected override void Process()
    {
        var request = Request();
        if (!ShouldProcess($"profile {Profile}, output {request.OutputDirectory}", "Start " + Mode.ToLowerInvariant())) return;
        var run = Runtime.Start(request, AsJob ? CancellationToken.None : _stop.Token);
        ActiveRuns.Add(run);
        if (AsJob)
        {
            var job = new AxflJob(run, MyInvocation.Line);
            JobRepository.Add(job);
            WriteObject(job);
            return;
        }

        try
        {
            foreach (var item in run.Events.ToBlockingEnumerable()) Write(item);
        }
        finally
        {
            // Also when something downstream has had enough: the run ends here with its files closed.
            run.DisposeAsync().AsTask().GetAwaiter().GetResult();
            ActiveRuns.Remove(run);
        }
    }

    private protected override RunRequest Request() => base.Request() with
    {
        Mode = Mode.ToLowerInvariant(),
        Since = Utc(Since),
        Until = Utc(Until),
        DataPath = [.. DataPath.Select(ResolveData)],
        DataTimezone = DataTimezone,
        OutputDirectory = Resolve(OutputDirectory),
        RunId = RunId,
        Speed = Speed,
        Verbose = MyInvocation.BoundParameters.ContainsKey("Verbose") || SessionState.PSVariable.GetValue("VerbosePreference")?.ToString() is not (null or "SilentlyContinue"),
    };

    private static DateTime? Utc(DateTime? time) =>
        time is not { } t ? null : t.Kind == DateTimeKind.Local ? t.ToUniversalTime() : DateTime.SpecifyKind(t, DateTimeKind.Utc);

    private string ResolveData(string path) => path.Split('=', 2) is [var symbol, var file] ? symbol + "=" + Resolve(file) : Resolve(path);

    private void Write(RunEvent item)
    {
        switch (item)
        {
            case StatusEvent status:
                WriteObject(status.Status);
                if (status.IsFinal) WriteProgress(new ProgressRecord(1, "Axfl", "done") { RecordType = ProgressRecordType.Completed });
                break;
            case ProgressEvent progress:
                WriteProgress(ProgressRecords.Of(progress));
                break;
            case NoticeEvent { Level: NoticeLevel.Warning } notice:
                WriteWarning(notice.Message);
                break;
            case NoticeEvent { Level: NoticeLevel.Verbose } notice:
                WriteVerbose(notice.Message);
                break;
            case NoticeEvent notice:
                WriteInformation(notice.Message, ["Axfl"]);
                break;
        }
    }
}
