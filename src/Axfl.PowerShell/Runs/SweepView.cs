using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Progress;

namespace Axfl.PowerShell.Runs;

/// <summary>Progress records of a sweep: done of all, rate, time left, the best so far and what belongs beside it.</summary>
/// <param name="activity">What is under way: <c>Sweep first</c>.</param>
internal sealed class SweepView(string activity)
{
    /// <summary>Id of the record.</summary>
    public const int ActivityId = 0x417B;

    /// <summary>The record of a report.</summary>
    public ProgressRecord Of(SweepProgress progress)
    {
        var text = progress.Stage != "running" ? progress.Stage : string.Create(
            CultureInfo.InvariantCulture, $"{progress.Done:N0} of {progress.Trials:N0} trials  {progress.PerSecond:0.0}/s");
        return new ProgressRecord(ActivityId, activity, text)
        {
            PercentComplete = BackgroundWork.Percent(progress.Fraction),
            SecondsRemaining = progress.Left is { } left ? (int)Math.Min(int.MaxValue, left.TotalSeconds) : -1,
            CurrentOperation = progress.Best is { } best ? "best so far " + best : "",
        };
    }

    /// <summary>The record of work that has no end of its own: what it said last.</summary>
    public ProgressRecord Of(string notice) => new(ActivityId, activity, notice);

    /// <summary>The end of it.</summary>
    public ProgressRecord Completed() => new(ActivityId, activity, "done") { RecordType = ProgressRecordType.Completed };
}
