using System.Collections.Concurrent;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>What sweeps, chunks and workers tell, on the streams of a command; made on the pipeline's thread.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="view">Its progress.</param>
/// <param name="trials">Where trials go; null: the work tells none.</param>
/// <param name="isEndless">Whether the work has no end of its own: what it says is its progress.</param>
internal sealed class PipelineWatcher(Cmdlet cmdlet, SweepView view, TrialOutput? trials = null, bool isEndless = false) : ISweepWatcher
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly ConcurrentQueue<(NoticeLevel Level, string Message)> _elsewhere = new();

    /// <inheritdoc/>
    public void Progress(SweepProgress progress)
    {
        Tell();
        cmdlet.WriteProgress(view.Of(progress));
    }

    /// <inheritdoc/>
    public void Trial(SweepTrial trial) => trials?.Add(trial);

    /// <inheritdoc/>
    /// <remarks>The log of a queue is one for the whole process: what another thread says waits for the pipeline's, on which alone a command may write.</remarks>
    public void Notice(NoticeLevel level, string message)
    {
        _elsewhere.Enqueue((level, message));
        if (Environment.CurrentManagedThreadId == _thread) Tell();
    }

    /// <summary>Writes what other threads have said.</summary>
    public void Tell()
    {
        while (_elsewhere.TryDequeue(out var said))
        {
            cmdlet.Tell(said.Level, said.Message);
            if (isEndless) cmdlet.WriteProgress(view.Of(said.Message));
        }
    }
}
