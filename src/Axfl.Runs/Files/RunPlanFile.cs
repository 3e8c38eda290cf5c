using Axfl.Configuration;
using Axfl.Configuration.Plan;

namespace Axfl.Runs.Files;

/// <summary>The effective plan in a run's directory, with a copy of each news calendar that it names: what lies there gives the same run, whatever becomes of the originals.</summary>
internal static class RunPlanFile
{
    private static readonly string[] Known = [".csv", ".json", ".txt"];

    /// <summary>Writes them.</summary>
    /// <param name="directory">The run's directory.</param>
    /// <param name="plan">The effective plan.</param>
    /// <returns>The text of plan.yaml.</returns>
    public static string Write(RunDirectory directory, RunPlan plan)
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
        directory.WriteText(RunFiles.Plan, text);
        return text;
    }
}
