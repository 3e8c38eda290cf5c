namespace Axfl.Runs.Parity;

/// <summary>Differences that come of two runs not having run for the same time.</summary>
internal static class PeriodDifference
{
    /// <summary>The end of the period that explains a divergence: one run did something before the other began, or after it had ended, or because it ended.</summary>
    /// <returns>Null: both ran at the time.</returns>
    public static KeyDifference? Explain(ComparedRun left, ComparedRun right, Divergence divergence)
    {
        if (left.Period is not { } a || right.Period is not { } b) return null;
        if (a.Since != b.Since && divergence.Began < Math.Max(a.Since, b.Since)) return Since(a, b);
        return a.Until != b.Until && (divergence.IsEnd || divergence.Ended >= Math.Min(a.Until, b.Until)) ? Until(a, b) : null;
    }

    /// <summary>That they did not begin at the same time; their warm-ups then differ too. Null: they did.</summary>
    public static KeyDifference? OfStart(ComparedRun left, ComparedRun right) =>
        left.Period is { } a && right.Period is { } b && a.Since != b.Since ? Since(a, b) : null;

    private static KeyDifference Since(RunPeriod a, RunPeriod b) => new("since", TimeText.Of(a.Since, null), TimeText.Of(b.Since, null), Causes.Configuration);

    private static KeyDifference Until(RunPeriod a, RunPeriod b) => new("until", TimeText.Of(a.Until, null), TimeText.Of(b.Until, null), Causes.Configuration);
}
