using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Progress;

/// <summary>Progress records of a run. A replay has an end; of a live run only the warm-up has, and its record goes with it.</summary>
/// <param name="runId">Run id.</param>
/// <param name="live">Whether it is a live run.</param>
internal sealed class RunProgress(string runId, bool live)
{
    private const int ActivityId = 0x4178;
    private readonly string _activity = (live ? "Live run " : "Replay ") + runId;

    /// <summary>How far, how fast, how long still.</summary>
    public ProgressRecord Of(ProgressEvent progress)
    {
        var fraction = double.IsFinite(progress.Fraction) ? Math.Clamp(progress.Fraction, 0, 1) : 0;
        if (live && fraction >= 1) return Completed();
        var record = new ProgressRecord(ActivityId, _activity, string.Create(
            CultureInfo.InvariantCulture, $"{progress.Now:yyyy-MM-dd HH:mm}Z  {progress.Bars:N0} bars  {progress.BarsPerSecond:N0} bars/s"))
        {
            PercentComplete = live && fraction <= 0 ? -1 : (int)(fraction * 100),
        };
        if (fraction > 0 && progress.BarsPerSecond > 0)
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, progress.Bars / progress.BarsPerSecond * (1 - fraction) / fraction);
        return record;
    }

    /// <summary>The end of it.</summary>
    public ProgressRecord Completed() => new(ActivityId, _activity, "done") { RecordType = ProgressRecordType.Completed };
}
