using Axfl.Contracts;

namespace Axfl.Research.Trials;

/// <summary>The reading of bars as a step of a measure.</summary>
internal sealed class BarsProgress : IProgress<double>
{
    private readonly IProgress<MeasureProgress> _progress;

    private BarsProgress(IProgress<MeasureProgress> progress) => _progress = progress;

    /// <summary>Tells of the share that was read; null: nobody listens.</summary>
    public static BarsProgress? Of(IProgress<MeasureProgress>? progress) => progress is null ? null : new BarsProgress(progress);

    /// <inheritdoc/>
    public void Report(double value) => _progress.Report(new("reading bars", value));
}
