using System.Text;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>A piece of an effective plan.</summary>
/// <param name="Key">Key of the profile.</param>
/// <param name="Yaml">Its text.</param>
/// <param name="IsItem">Whether it is one item of the list that the key stands for.</param>
public readonly record struct PlanPiece(string Key, string Yaml, bool IsItem);

/// <summary>Writes the effective plan as a sessions file that is complete: loading it needs no defaults and gives an equal plan.</summary>
public static class PlanYaml
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

    /// <summary>The same plan in pieces, for who compares many plans of which most pieces are equal: each key of the profile, each strategy, each instrument.</summary>
    /// <returns>The key and its YAML text, a map with that one key; of strategies and instruments the piece alone, several times with the same key.</returns>
    public static IEnumerable<PlanPiece> Pieces(RunPlan run)
    {
        foreach (var key in ProfileKeys.Table)
        {
            var text = new StringBuilder();
            key.WriteLines(run, "", line =>
            {
                // Each strategy begins with a dash.
                if (key.Name == "strategies" && line.StartsWith("  - ", StringComparison.Ordinal)) text.Append('\f');
                text.Append(line).Append('\n');
            });
            if (text.Length == 0) continue;
            if (key.Name != "strategies") yield return new PlanPiece(key.Name, text.ToString(), IsItem: false);
            else foreach (var item in text.ToString().Split('\f')[1..]) yield return new PlanPiece(key.Name, item, IsItem: true);
        }

        foreach (var i in run.Engine.Symbols.Select(s => s.Instrument))
            yield return new PlanPiece("instruments", $"- {{symbol: {YamlText.Key(i.Symbol)}, {InstrumentKeys.Table.Write(i)[1..]}", IsItem: true);
    }
}
