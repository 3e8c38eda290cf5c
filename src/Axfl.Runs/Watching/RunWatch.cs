using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Watching;

/// <summary>Looks at one run again and again; files that grow are read from where they were last.</summary>
/// <param name="request">Which run.</param>
/// <param name="time">Clock.</param>
internal sealed class RunWatch(PictureRequest request, TimeProvider time)
{
    private readonly TradesTail _trades = new(Path.Combine(request.RunDirectory, RunFiles.Trades));
    private NowState? _now;

    /// <summary>Looks.</summary>
    /// <exception cref="AxflException">There is no such run, or what is there may not be read.</exception>
    public RunLook Look()
    {
        // First how it ended, then its state: a run that ends between the two is not shown as ended with the state of before.
        var own = request.Own();
        var report = own is null ? RunReports.Of(request.RunDirectory, time) : null;
        // One that is being replaced leaves the one before.
        _now = NowState.Read(Path.Combine(request.RunDirectory, RunFiles.Now)) ?? _now;
        // All of one moment: a status of the run itself is ahead of the windows, limits and halts that stand beside it.
        var status = _now?.Status?.ToStatus() ?? own?.Status;
        return new RunLook(Path.GetFileName(Path.TrimEndingDirectorySeparator(request.RunDirectory)), time.GetUtcNow().UtcDateTime)
        {
            Report = report, Now = _now, Status = status ?? Last(), Progress = own?.Progress, Notice = own?.Notice, Curve = _trades.Read(),
        };
    }

    // Of runs that write no now.json.
    private PortfolioStatus? Last()
    {
        if (_now is not null) return null;
        try
        {
            return StatusFiles.Last(request.RunDirectory);
        }
        catch (AxflException e) when (e.ErrorId is "StatusNotFound" or "StatusInvalid" or "StatusesIncomplete")
        {
            return null;
        }
    }
}
