using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Research.WalkForward;

/// <summary>A walk-forward in words.</summary>
internal static class WalkForwardText
{
    /// <summary>The verdict, what it rests on, and what it is not about.</summary>
    public static string Of(WalkForwardReport report)
    {
        var figures = report.Psr is { } psr
            ? string.Create(CultureInfo.InvariantCulture, $"{report.MeanDayR:0.0000} R a day over {report.Days} test days (95 % {report.IntervalLow:0.0000} to {report.IntervalHigh:0.0000}), probability of a Sharpe ratio above 0 {psr:0.000}, {report.WindowsAbove:P0} of {report.Windows.Count} windows above 0")
            : string.Create(CultureInfo.InvariantCulture, $"{report.Days} test days in {report.Windows.Count} windows");
        var word = report.Verdict switch
        {
            "evidence" => "Evidence: what was chosen on the past held on what came next",
            "noise" => "Noise: the test days do not tell the choice from chance",
            "weak" => "Weak: the test days lean above 0, and chance is not excluded",
            _ => "No verdict: " + string.Join("; ", report.Undefined),
        };
        var efficiency = report.Efficiency is { } e ? string.Create(CultureInfo.InvariantCulture, $" Of a training day's R {e:P0} was left in the test.") : "";
        return $"{word} ({figures}).{efficiency} It is about these data, the windows chosen, and the costs and fills of the model; windows that were tried before and thrown away are not seen.";
    }
}
