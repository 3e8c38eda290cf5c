using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads halts.jsonl.</summary>
internal static class HaltsFile
{
    /// <summary>Halts of a file that may still be growing, as they begin and end; none where there is no file: older versions wrote none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fault">What else is wrong with a halt; null: nothing is asked.</param>
    /// <exception cref="AxflException">A line is no halt.</exception>
    public static IEnumerable<HaltLine> Read(string path, Func<HaltLine, string?>? fault = null)
    {
        if (!File.Exists(path)) yield break;
        foreach (var (text, number) in LineFile.Read(path))
        {
            var halt = Parse(text, path, number);
            yield return fault?.Invoke(halt) is { } why
                ? throw new AxflException("HaltsFileInvalid", ErrorKind.Data, $"{path}({number}): not a halt of this run: {why}") { Target = path } : halt;
        }
    }

    private static HaltLine Parse(string line, string path, int number)
    {
        try
        {
            return JsonReading.Read<HaltLine>(line);
        }
        catch (Exception e) when (JsonReading.IsDamage(e))
        {
            throw new AxflException("HaltsFileInvalid", ErrorKind.Data, $"{path}({number}): not a halt: {e.Message}", e) { Target = path };
        }
    }
}

/// <summary>A halt that began or ended: a line of halts.jsonl.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Halt">Its kind, by the name of its gate.</param>
/// <param name="Strategy">The strategy it is of; null: the portfolio.</param>
/// <param name="On">Whether it began; else it ended.</param>
/// <param name="Value">What reached the limit: R, equity or losses in a row; null: it was not finite.</param>
/// <param name="Limit">The limit; null likewise.</param>
internal sealed record HaltLine(DateTime Time, string Halt, string? Strategy, bool On, double? Value, double? Limit);
