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
            var decision = JsonReading.Read<Decision>(line) with { Run = "" };
            return decision.Side is "long" or "short" ? decision : throw new FormatException($"its side '{decision.Side}' is neither long nor short");
        }
        catch (Exception e) when (JsonReading.IsDamage(e))
        {
            throw new AxflException("DecisionsFileInvalid", ErrorKind.Data, $"{path}({number}): not a decision: {e.Message}", e) { Target = path };
        }
    }
}
