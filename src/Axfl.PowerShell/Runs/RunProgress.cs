using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Progress records of a replay.</summary>
internal static class RunProgress
{
    private const int ActivityId = 0x4178;

    /// <summary>How far, how fast, how long still.</summary>
    public static ProgressRecord Of(string runId, ProgressEvent progress)
    {
        var fraction = Math.Clamp(progress.Fraction, 0, 1);
        var record = new ProgressRecord(ActivityId, "Replay " + runId, string.Create(
            CultureInfo.InvariantCulture, $"{progress.Now:yyyy-MM-dd HH:mm}Z  {progress.Bars:N0} bars  {progress.BarsPerSecond:N0} bars/s"))
        {
            PercentComplete = (int)(fraction * 100),
        };
        if (fraction > 0 && progress.BarsPerSecond > 0)
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, progress.Bars / progress.BarsPerSecond * (1 - fraction) / fraction);
        return record;
    }

    /// <summary>The end of it.</summary>
    public static ProgressRecord Completed(string runId) =>
        new(ActivityId, "Replay " + runId, "done") { RecordType = ProgressRecordType.Completed };
}
