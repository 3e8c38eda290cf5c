using System.Globalization;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Checks;

/// <summary>The same bars again must give the same actions: here, and under other cultures and another local time zone.</summary>
internal static class DeterminismCheck
{
    private const string Name = "determinism";

    /// <summary>Runs it.</summary>
    /// <param name="subject">The strategy.</param>
    /// <param name="again">What it did the second time, or what it threw.</param>
    /// <param name="processes">The runs in other processes; null: none could be made.</param>
    /// <param name="obstacle">Why not.</param>
    /// <param name="cancellation">Stops it.</param>
    public static CheckResult Run(
        CheckedStrategy subject, OtherRun again, ProcessRuns? processes, string? obstacle, CancellationToken cancellation)
    {
        if (again.Error is { } fault) return CheckResult.Failed(Name, "the same bars a second time: " + fault);
        if (ActionDifference.First(subject.Actions, again.Actions) is { } second) return CheckResult.Failed(Name, "the same bars a second time", second);
        if (processes is null) return Here(subject, obstacle!, cancellation);
        foreach (var (result, culture) in new[] { (processes.German, "de-DE"), (processes.Turkish, "tr-TR") })
        {
            var where = $"under the culture {culture}, with the local time zone {result.LocalZone}, in another process";
            if (result.Error is { } error) return CheckResult.Failed(Name, $"{where}: {error}");
            if (ActionDifference.First(subject.Actions, ProcessRuns.ActionsOf(result)) is { } found) return CheckResult.Failed(Name, where, found);
        }

        var done = $"a second time, and in other processes under de-DE ({processes.German.LocalZone}) and tr-TR ({processes.Turkish.LocalZone})";
        return CheckResult.Passed(Name, string.Join("; not tried: ", Doubts(processes).Prepend(done)));
    }

    // What the system did not do as asked.
    private static IEnumerable<string> Doubts(ProcessRuns processes)
    {
        if (processes.German.Decimal == 0.5.ToString(CultureInfo.InvariantCulture)) yield return "cultures, which this system has not (invariant globalization)";
        if (processes.German.LocalZone == processes.Turkish.LocalZone) yield return "another local time zone, which cannot be given to one process on this system";
    }

    private static CheckResult Here(CheckedStrategy subject, string obstacle, CancellationToken cancellation)
    {
        foreach (var culture in (string[])["de-DE", "tr-TR"])
        {
            IReadOnlyList<StrategyAction> actions = [];
            if (StrategyFault.Of(() => actions = Under(culture, subject, cancellation)) is { } error) return CheckResult.Failed(Name, $"under the culture {culture}: {error}");
            if (ActionDifference.First(subject.Actions, actions) is { } found) return CheckResult.Failed(Name, "under the culture " + culture, found);
        }

        return CheckResult.Passed(Name, $"a second time, and under de-DE and tr-TR in this process; not tried: another local time zone, because {obstacle}");
    }

    private static List<StrategyAction> Under(string culture, CheckedStrategy subject, CancellationToken cancellation)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return subject.Case.Run(subject.Case.Bars, cancellation);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
