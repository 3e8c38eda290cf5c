namespace Axfl.Runs.Parity;

/// <summary>Why two runs first did something else.</summary>
/// <param name="Cause">Its class, of <see cref="Causes"/>.</param>
/// <param name="Words">What differs, as the end of a sentence.</param>
/// <param name="Period">The key of the period it comes of; null: another cause.</param>
internal sealed record CauseFinder(string Cause, string Words, KeyDifference? Period = null)
{
    /// <summary>Finds it.</summary>
    /// <param name="left">Left run.</param>
    /// <param name="right">Right run.</param>
    /// <param name="divergence">What they first did differently.</param>
    /// <param name="bars">Their bars.</param>
    /// <param name="plans">Their plans.</param>
    /// <param name="cancellation">Stops it.</param>
    public static CauseFinder Find(
        ComparedRun left, ComparedRun right, Divergence divergence, BarsResult bars, PlanComparison plans, CancellationToken cancellation)
    {
        if (PeriodDifference.Explain(left, right, divergence) is { } outside) return new CauseFinder(outside.Cause, outside.Words, outside);
        if (bars.First is { } bar && bar.Time <= divergence.Time) return new CauseFinder(Causes.Data, bar.Words("A", "B", divergence.Began));
        if (plans.First is { } key) return new CauseFinder(key.Cause, key.Words);
        if (VersionsDiffer(left, right)) return new CauseFinder(Causes.Version, $"the versions of Axfl differ: {left.Version} / {right.Version}");
        if (left.FillsOnTicks != right.FillsOnTicks) return new CauseFinder(Causes.FillPolicy, $"A filled on {Prices(left)}, B on {Prices(right)}");
        if (Ticks(left, right, divergence, cancellation) is { } ticks) return new CauseFinder(Causes.Data, ticks);
        if (PeriodDifference.OfStart(left, right) is { } start) return new CauseFinder(start.Cause, start.Words, start);
        return new CauseFinder(Causes.Engine, bars.Unavailable is { } why ? $"the plans are the same, but {why}" : "plans, versions and bars before it are the same");
    }

    /// <summary>Whether both say their version, and not the same.</summary>
    public static bool VersionsDiffer(ComparedRun left, ComparedRun right) => left.Version is { } a && right.Version is { } b && a != b;

    // Two live runs: the same bars may be made of other prices.
    private static string? Ticks(ComparedRun left, ComparedRun right, Divergence divergence, CancellationToken cancellation) =>
        left.JournalDirectory != right.JournalDirectory && left.Period is { } a && right.Period is { } b
            ? TickComparison.FirstDifference(left, right, Math.Max(a.Since, b.Since), divergence.Time, cancellation) : null;

    private static string Prices(ComparedRun run) => run.FillsOnTicks ? "ticks" : "bars";
}
