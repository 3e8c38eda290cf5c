using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Progress;

namespace Axfl.PowerShell.Runs;

/// <summary>Events of a run to the streams of a cmdlet; used on the pipeline thread.</summary>
internal sealed class PipelineSink(Cmdlet cmdlet, RunProgress progress) : IRunSink
{
    private readonly StatusAlarm _alarm = new();
    private bool _shown;

    /// <inheritdoc/>
    public void Status(PortfolioStatus status, bool isFinal)
    {
        if (!isFinal && _alarm.Take(status) is { } text) cmdlet.WriteWarning(text);
        cmdlet.WriteObject(status);
    }

    /// <inheritdoc/>
    public void Progress(ProgressEvent item)
    {
        _shown = true;
        cmdlet.WriteProgress(progress.Of(item));
    }

    /// <inheritdoc/>
    public void Notice(NoticeEvent notice) => cmdlet.Tell(notice.Level, notice.Message);

    /// <summary>Takes the progress bar away.</summary>
    public void Complete()
    {
        if (_shown) cmdlet.WriteProgress(progress.Completed());
    }
}
