using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Runs.Files;

namespace Axfl.Dashboard.Follow;

/// <summary>What a dashboard needs of the plan of a run.</summary>
/// <param name="plan">The plan.</param>
internal sealed class PlannedDays(EnginePlan plan)
{
    private const long DayAndHalf = 36 * 3_600_000L;

    /// <summary>Bar length.</summary>
    public Interval Interval => plan.Interval;

    /// <summary>Symbols in plan order.</summary>
    public IEnumerable<Instrument> Symbols => plan.Symbols.Select(s => s.Instrument);

    /// <summary>The plan of a run directory.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="strategies">Strategies at hand.</param>
    /// <returns>Null: there is none that can be loaded (not yet, damaged, or of strategies that are not at hand): its sessions are known from the run's own words alone.</returns>
    public static PlannedDays? Of(string directory, IReadOnlyList<StrategyDefinition> strategies)
    {
        var path = Path.Combine(directory, RunFiles.Plan);
        if (!File.Exists(path)) return null;
        try
        {
            var request = new RunRequest { SessionsPath = path, Profile = SessionsLoader.Profiles(path).FirstOrDefault("portfolio") };
            return new PlannedDays(SessionsLoader.Load(request, strategies).Engine);
        }
        catch (AxflException)
        {
            return null;
        }
    }

    /// <summary>The trading day of a time, unix ms.</summary>
    public RunDay DayOf(long time)
    {
        var day = new TradingDay(plan.TradingDay);
        day.Roll(time);
        var end = day.End;

        // A day has 23 to 25 hours: this lies in the one before, which ends where this one starts.
        day.Roll(end - DayAndHalf);
        return new RunDay(day.End, end, [.. Windows(day.End, end)]);
    }

    private IEnumerable<(string, long, long)> Windows(long start, long end)
    {
        var seen = new HashSet<(string, long)>();
        foreach (var slot in plan.Symbols.SelectMany(s => s.Slots))
            for (var at = start; NextWindow.At(slot.Windows, at) is { } window && window.Start < end; at = window.End)
                if (seen.Add((slot.Strategy, window.Start))) yield return (slot.Strategy, window.Start, window.End);
    }
}
