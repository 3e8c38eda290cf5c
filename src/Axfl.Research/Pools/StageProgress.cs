using Axfl.Contracts;

namespace Axfl.Research.Pools;

/// <summary>Progress of a stage in which no trial ends.</summary>
/// <param name="watcher">Who is told.</param>
/// <param name="stage">Its name.</param>
/// <param name="trials">Trials of the sweep.</param>
internal sealed class StageProgress(ISweepWatcher watcher, string stage, int trials) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => watcher.Progress(SweepProgress.At(stage, value, trials));
}
