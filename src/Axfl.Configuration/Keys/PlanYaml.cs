using System.Text;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>Writes the effective plan as a sessions file that is complete: loading it needs no defaults and gives an equal plan.</summary>
internal static class PlanYaml
{
    /// <summary>The text, with <c>\n</c> line ends.</summary>
    public static string Write(RunPlan run)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"# The effective plan of the profile {run.Profile}: complete, so that it does not depend on defaults. Load it like any sessions file.");
        Line($"{YamlText.Key(run.Profile)}:");
        ProfileKeys.Table.WriteLines(run, "  ", Line);
        Line("instruments:");
        foreach (var i in run.Engine.Symbols.Select(s => s.Instrument)) Line($"  {YamlText.Key(i.Symbol)}: {InstrumentKeys.Table.Write(i)}");
        return text.ToString();
    }
}
