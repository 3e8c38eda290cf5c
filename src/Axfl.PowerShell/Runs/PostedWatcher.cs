using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>Hands what is told on any thread to one that makes the calls: of progress the newest, of all else everything.</summary>
/// <param name="to">Who is told.</param>
/// <param name="calls">Takes the calls.</param>
internal sealed class PostedWatcher(ISweepWatcher to, IProgress<Action> calls) : ISweepWatcher
{
    private SweepProgress? _newest;

    /// <inheritdoc/>
    public void Progress(SweepProgress progress)
    {
        if (Interlocked.Exchange(ref _newest, progress) is null) calls.Report(() => to.Progress(Interlocked.Exchange(ref _newest, null)!));
    }

    /// <inheritdoc/>
    public void Trial(SweepTrial trial) => calls.Report(() => to.Trial(trial));

    /// <inheritdoc/>
    public void Notice(NoticeLevel level, string message) => calls.Report(() => to.Notice(level, message));
}
