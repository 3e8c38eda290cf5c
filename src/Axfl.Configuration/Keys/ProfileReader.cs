using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Reads one profile into a plan. Problems go to the log; the plan is only meaningful when there are no errors.</summary>
internal sealed class ProfileReader(
    SessionsFile file, InstrumentTable instruments, TunedDefaults tuned, IReadOnlyList<StrategyDefinition> strategies, ProblemLog log)
{
    /// <summary>Reads a profile's map, in the order of the plan's keys.</summary>
    public RunPlan Read(string profile, MapNode map)
    {
        var values = new List<PlanValue>();
        var keys = ProfileKeys.For(new ProfileContext(file.Folder, instruments, tuned, strategies, values, file.Calendars));
        var section = new Section(map, profile, "", keys.Names, log, values);
        var plan = keys.Read(section, ProfileKeys.Defaults(profile, file.Path, file.Folder));
        SymbolReader.RequireConversions(section, plan.Engine, instruments);
        WeightsKey.Check(section, plan.Engine);
        RiskParityKey.Check(section, plan.Engine, plan.WarmupDays);
        NewsCurrencies.Warn(section, plan, file.Calendars);
        WarnOfWarmup(section, plan, map);
        return plan with { Description = Describe(plan, values) };
    }

    // What a strategy does in its first days then depends on how much it saw before.
    private static void WarnOfWarmup(Section section, RunPlan plan, MapNode map)
    {
        var location = section.Node("warmup_days")?.Location ?? map.Location;
        foreach (var definition in plan.Engine.Symbols.SelectMany(s => s.Slots).Select(s => s.Definition).DistinctBy(d => d.Name))
        {
            if (definition.NeedsWarmupDays is { } needs && needs > plan.WarmupDays)
                section.Log.Warn(location, section.Path("warmup_days"), $"is {plan.WarmupDays}, and the strategy '{definition.Name}' needs {needs}: with fewer its first orders depend on the start. Write warmup_days: {needs}.");
        }
    }

    private static SessionsProfile Describe(RunPlan plan, IReadOnlyList<PlanValue> values) => plan.Description with
    {
        Symbols = [.. plan.Engine.Symbols.Select(s => s.Instrument.Symbol)],
        Interval = plan.Engine.Interval.ToString(),
        Source = plan.Source,
        Strategies = [.. plan.Engine.Strategies.Select(id => Describe(plan.Engine, id)).OfType<SessionsStrategy>()],
        Values = values,
    };

    // A strategy without a slot is an error, so none is missing in a plan that is used.
    private static SessionsStrategy? Describe(EnginePlan plan, string id)
    {
        if (plan.Symbols.SelectMany(s => s.Slots).FirstOrDefault(s => s.Strategy == id) is not { } slot) return null;
        var symbols = plan.Symbols.Where(s => s.Slots.Any(x => x.Strategy == id)).Select(s => s.Instrument.Symbol);
        return new SessionsStrategy(id, slot.Definition.Name, string.Join(",", symbols), string.Join("; ", slot.Windows.Select(WindowReader.Show)));
    }
}
