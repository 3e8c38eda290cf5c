using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Reads the statuses of a run directory.</summary>
internal static class StatusFiles
{
    /// <summary>All, in order.</summary>
    public static IEnumerable<PortfolioStatus> Read(string directory) => Files(directory).SelectMany(LineFile.Read).Select(l => StatusReading.Read(l.Text));

    /// <summary>The newest.</summary>
    /// <exception cref="AxflException">There is none yet.</exception>
    public static PortfolioStatus Last(string directory)
    {
        foreach (var file in Files(directory).AsEnumerable().Reverse())
            if (LineFile.Read(file).LastOrDefault() is { Text: { } text }) return StatusReading.Read(text);
        throw new AxflException("StatusNotFound", ErrorKind.Data, $"{directory} has no status yet: is it a run directory?") { Target = directory };
    }

    private static string[] Files(string directory) =>
        Directory.Exists(directory) ? [.. Directory.GetFiles(directory, RunFiles.StatusPattern).Order(StringComparer.Ordinal)] : [];
}
