using System.Globalization;
using Axfl.Contracts;
using Axfl.Research.Sweeps;

namespace Axfl.Research.WalkForward;

/// <summary>One window of a walk-forward: a training period, and the test period right after it. Ends are exclusive, times UTC.</summary>
/// <param name="Number">From 1.</param>
/// <param name="TrainSince">Start of training.</param>
/// <param name="TestSince">End of training, its gap included, and start of the test.</param>
/// <param name="TestUntil">End of the test.</param>
internal sealed record WindowPeriod(int Number, DateTime TrainSince, DateTime TestSince, DateTime TestUntil)
{
    /// <summary>The windows that fit into a period.</summary>
    /// <param name="windows">Their lengths.</param>
    /// <param name="since">Start of the first training.</param>
    /// <param name="until">What no test goes beyond.</param>
    /// <param name="leftOut">What of the period no window tests though tests have begun; null: nothing.</param>
    /// <exception cref="AxflException">None fits (<c>WalkForwardTooShort</c>).</exception>
    public static IReadOnlyList<WindowPeriod> Of(WalkForwardWindows windows, DateTime since, DateTime until, out string? leftOut)
    {
        var fit = new List<WindowPeriod>();
        var first = windows.Train.After(since);
        for (var test = first; ; test = windows.Step.Times(first, fit.Count))
        {
            var end = windows.Test.After(test);
            if (end > until)
            {
                leftOut = test < until ? $"{Text(test)} to {Text(until)} is not tested: a window of {windows.Test} does not fit before the end." : null;
                break;
            }

            fit.Add(new(fit.Count + 1, windows.IsAnchored ? since : windows.Train.Times(test, -1), test, end));
        }

        return fit.Count > 0 ? fit : throw new AxflException("WalkForwardTooShort", ErrorKind.Configuration,
            $"No window of {windows.Train} training and {windows.Test} test fits from {Text(since)} to {Text(until)}: take a longer period or shorter windows.");
    }

    private static string Text(DateTime time) => time.ToString(time.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
