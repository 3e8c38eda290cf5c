using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Runs.Recording;

/// <summary>A halt in words.</summary>
internal static class HaltNotice
{
    /// <summary>A warning when it begins, information when it ends.</summary>
    public static NoticeEvent Of(in HaltRecord halt)
    {
        var time = EventTime.ToIso(halt.Time);
        var text = (halt.Kind, halt.Began) switch
        {
            (HaltKind.Portfolio, true) => Text($"{time} portfolio halted: {halt.Value:0.00}R today reached the stop of {halt.Limit:0.####}R; no entries until the next trading day."),
            (HaltKind.Portfolio, false) => Text($"{time} a new trading day: the portfolio halt has ended."),
            (HaltKind.Strategy, true) => Text($"{time} {halt.Strategy} stopped for the day: {halt.Value:0.00}R reached its stop of {halt.Limit:0.####}R."),
            (HaltKind.Strategy, false) => Text($"{time} a new trading day: {halt.Strategy} may trade again."),
            (_, true) => Text($"{time} drawdown guard: equity {halt.Value:0.00} has fallen to its limit of {halt.Limit:0.00}; entries are locked."),
            (_, false) => Text($"{time} drawdown guard: the lock has ended, the peak starts again from {halt.Value:0.00}."),
        };
        return new NoticeEvent(halt.Began ? NoticeLevel.Warning : NoticeLevel.Information, text);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
