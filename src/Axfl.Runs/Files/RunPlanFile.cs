using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>The effective plan in a run's directory, with a copy of each news calendar that it names: what lies there gives the same run, whatever becomes of the originals.</summary>
internal static class RunPlanFile
{
    private static readonly string[] Known = [".csv", ".json", ".txt"];

    /// <summary>Writes them.</summary>
    /// <param name="directory">The run's directory.</param>
    /// <param name="plan">The effective plan.</param>
    /// <param name="period">Since and until of a replay, unix ms, which are no keys of a plan; null: it is not of a period.</param>
    /// <returns>The text of plan.yaml.</returns>
    public static string Write(RunDirectory directory, RunPlan plan, (long Since, long Until)? period = null)
    {
        List<CalendarFile> copies = [];
        foreach (var file in plan.NewsFiles.Files)
        {
            var kind = Path.GetExtension(file.Path);
            var name = RunFiles.Calendar(copies.Count + 1, Known.Contains(kind) ? kind : ".csv");
            directory.WriteBytes(name, file.Content.Span);
            copies.Add(file with { Path = name });
        }

        var text = copies.Count == 0 ? plan.Description.Yaml : PlanTemplate.Write(plan with { NewsFiles = plan.NewsFiles with { Files = copies } });
        directory.WriteText(RunFiles.Plan, period is { } of ? PeriodOf(of.Since, of.Until) + text : text);
        return text;
    }

    // A plan holds for any period: whoever runs it again gives this one, or has another run.
    private static string PeriodOf(long since, long until)
    {
        var given = $"{Spelling.Of("Since")} {EventTime.ToIso(since)}{(until == long.MaxValue ? "" : $" {Spelling.Of("Until")} {EventTime.ToIso(until)}")}";
        return $"# The period is no key of a plan: this run was given {given}, and the same run needs it again.\n";
    }
}
