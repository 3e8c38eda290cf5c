using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Serves a page of this machine that follows a run while it goes on; gives its address and serves until the pipeline stops, or with -AsJob a job.</summary>
[Cmdlet(VerbsLifecycle.Start, "AxflDashboard", SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(DashboardJob))]
public sealed class StartAxflDashboardCommand : AxflCmdlet
{
    /// <summary>Run id or run directory, of this process or any other; default: the newest run at any time.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId")]
    [RunArgument]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string? Run { get; set; }

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Port of 127.0.0.1; 0: any that is free.</summary>
    [Parameter]
    [ValidateRange(0, 65_535)]
    public int Port { get; set; }

    /// <summary>Opens the page in the browser.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Gives a job and returns: Stop-Job and Remove-Job end the dashboard.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"port {Port} of this machine", "Start dashboard")) return;
        Attempt(() =>
        {
            var dashboard = Runtime.StartDashboard(Request());
            if (AsJob) Hand(dashboard);
            else Serve(dashboard);
        }, Run);
    }

    private DashboardRequest Request()
    {
        var given = MyInvocation.BoundParameters.ContainsKey(nameof(OutputDirectory));
        return new DashboardRequest(Absolute(OutputDirectory)) { RunDirectory = Run is { } run ? RunLookup.Find(this, run, OutputDirectory, given) : null, Port = Port };
    }

    private void Hand(IDashboard dashboard)
    {
        var job = new DashboardJob(dashboard, MyInvocation.Line.Trim());
        JobRepository.Add(job);
        WriteObject(job);
        OpenIfAsked(dashboard);
    }

    private void Serve(IDashboard dashboard)
    {
        try
        {
            WriteObject(dashboard.Address.AbsoluteUri);
            OpenIfAsked(dashboard);
            dashboard.Completion.Wait(StopToken);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            // Ctrl-C ends it.
        }
        finally
        {
            dashboard.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private void OpenIfAsked(IDashboard dashboard)
    {
        if (Open && !dashboard.OpenBrowser()) WriteWarning("There is no browser here that could be opened: open the address in one.");
    }
}
