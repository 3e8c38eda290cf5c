using System.Management.Automation;

namespace Axfl.PowerShell;

/// <summary>A cmdlet that reads a run: by id, by directory, or the newest.</summary>
public abstract class RunCmdlet : AxflCmdlet
{
    /// <summary>Run id, or path of a run directory. Default: the newest run.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId", "Directory")]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string? Run { get; set; }

    /// <summary>Output directory in which runs are looked for. Default: logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    private protected string RunDirectory()
    {
        var path = Run is not null && System.IO.Path.IsPathRooted(Run) ? Run : null;
        return path ?? Runtime.FindRun(Resolve(OutputDirectory), Run is null ? null : Exists(Run));
    }

    // An id stays an id; a relative path is one of the session, not of the process.
    private string Exists(string run)
    {
        var path = Resolve(run);
        return !Directory.Exists(System.IO.Path.Combine(Resolve(OutputDirectory), "runs", run)) && Directory.Exists(path) ? path : run;
    }
}
