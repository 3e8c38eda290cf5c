using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads decisions.jsonl.</summary>
public static class DecisionsFile
{
    /// <summary>Decisions of a file that may still be growing.</summary>
    /// <exception cref="AxflException">The file is missing, or a line is no decision.</exception>
    public static IEnumerable<Decision> Read(string path)
    {
        foreach (var (text, number) in LineFile.Read(path)) yield return Parse(text, path, number);
    }

    private static Decision Parse(string line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var d = document.RootElement;
            return new Decision
            {
                Time = d.Time("time"),
                Symbol = d.Text("symbol"),
                Strategy = d.Text("strategy"),
                Stage = d.Text("stage"),
                Result = d.Text("result"),
                Side = d.Text("side") is "long" or "short" ? d.Text("side") : throw new FormatException($"its side '{d.Text("side")}' is neither long nor short"),
                Type = d.Text("type"),
                Price = d.Number("price"),
                StopLoss = d.NumberOrNull("stop_loss"),
                Target = d.NumberOrNull("target"),
                Detail = d.Text("detail"),
            };
        }
        catch (Exception e) when (JsonReading.IsDamage(e))
        {
            throw new AxflException("DecisionsFileInvalid", ErrorKind.Data, $"{path}({number}): not a decision: {e.Message}", e) { Target = path };
        }
    }
}
