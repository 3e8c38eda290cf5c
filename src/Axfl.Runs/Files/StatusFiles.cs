using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads the statuses of a run directory.</summary>
public static class StatusFiles
{
    /// <summary>All, in order; a torn last line of a run under way is left out.</summary>
    /// <exception cref="AxflException">A line is no status; the message names file and line.</exception>
    public static IEnumerable<PortfolioStatus> Read(string directory) => Files(directory).SelectMany(file => LineFile.Read(file).Select(line => Parse(line, file)));

    /// <summary>The newest.</summary>
    /// <exception cref="AxflException">There is none yet.</exception>
    public static PortfolioStatus Last(string directory) => LastOrNone(directory)
        ?? throw new AxflException("StatusNotFound", ErrorKind.Data, $"{directory} has no status yet: is it a run directory?") { Target = directory };

    /// <summary>The newest; null: there is none yet, or the run was killed before its first.</summary>
    /// <exception cref="AxflException">It is no status; the message names file and line.</exception>
    internal static PortfolioStatus? LastOrNone(string directory)
    {
        foreach (var file in Files(directory).AsEnumerable().Reverse())
            if (LineFile.Read(file).LastOrDefault() is { Text: not null } line) return Parse(line, file);
        return null;
    }

    private static PortfolioStatus Parse((string Text, int Number) line, string file)
    {
        try
        {
            return StatusReading.Read(line.Text);
        }
        catch (AxflException e)
        {
            throw new AxflException(e.ErrorId, e.Kind, $"{file}({line.Number}): {e.Message}", e) { Target = file };
        }
    }

    private static string[] Files(string directory) =>
        Directory.Exists(directory) ? [.. Directory.GetFiles(directory, RunFiles.StatusPattern).Order(StringComparer.Ordinal)] : [];
}
