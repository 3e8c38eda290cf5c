using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads decisions.jsonl.</summary>
public static class DecisionsFile
{
    /// <summary>Decisions of a file that may still be growing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fault">What else is wrong with a decision; null: nothing is asked.</param>
    /// <exception cref="AxflException">The file is missing, or a line is no decision.</exception>
    public static IEnumerable<Decision> Read(string path, Func<Decision, string?>? fault = null)
    {
        foreach (var (text, number) in LineFile.Read(path))
        {
            var decision = Parse(text, path, number);
            yield return fault?.Invoke(decision) is { } why
                ? throw new AxflException("DecisionsFileInvalid", ErrorKind.Data, $"{path}({number}): not a decision of this run: {why}") { Target = path } : decision;
        }
    }

    private static Decision Parse(string line, string path, int number)
    {
        try
        {
            var decision = JsonReading.Read<Decision>(line) with { Run = "" };
            return Fault(decision) is { } wrong ? throw new FormatException(wrong) : decision;
        }
        catch (Exception e) when (JsonReading.IsDamage(e))
        {
            throw new AxflException("DecisionsFileInvalid", ErrorKind.Data, $"{path}({number}): not a decision: {e.Message}", e) { Target = path };
        }
    }

    private static string? Fault(Decision decision) =>
        decision.Stage is not ("place" or "fill" or "cancel") ? $"its stage '{decision.Stage}' is none of place, fill and cancel"
        : decision.Side is not ("long" or "short") ? $"its side '{decision.Side}' is neither long nor short"
        : decision.Type is not ("market" or "stop" or "limit") ? $"its type '{decision.Type}' is none of market, stop and limit"
        : Beyond("price", decision.Price) ?? Beyond("stop loss", decision.StopLoss) ?? Beyond("target", decision.Target);

    private static string? Beyond(string name, double? price) => price is { } number ? NumberBounds.Fault(name, number, NumberBounds.Price) : null;
}
