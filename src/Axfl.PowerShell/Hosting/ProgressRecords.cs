using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Progress of a replay as PowerShell's records.</summary>
internal static class ProgressRecords
{
    /// <summary>Rate, event time, percent and, when it can be told, the seconds left.</summary>
    public static ProgressRecord Of(ProgressEvent p)
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"{p.Now:yyyy-MM-dd HH:mm} UTC, {p.Bars:N0} bars, {p.BarsPerSecond:N0} bars/s");
        var seconds = p.Fraction > 0.01 && p.BarsPerSecond > 0 ? (int)(p.Bars / p.Fraction * (1 - p.Fraction) / p.BarsPerSecond) : -1;
        return new ProgressRecord(1, "Axfl replay", status) { PercentComplete = (int)Math.Clamp(p.Fraction * 100, 0, 100), SecondsRemaining = seconds };
    }
}
