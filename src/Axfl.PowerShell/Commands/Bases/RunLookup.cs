using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Finds the directory of a run that a person named.</summary>
internal static class RunLookup
{
    /// <summary>Finds a run by an id of this process, an id of the output directory, or a path of the session.</summary>
    /// <exception cref="AxflException">There is none (<c>RunNotFound</c>).</exception>
    public static string Find(AxflCmdlet cmdlet, string run, string outputDirectory)
    {
        if (RunRegistry.DirectoryOf(run) is { } known) return known;
        return AxflCmdlet.Runtime.FindRun(cmdlet.Absolute(outputDirectory), IsPath(run) ? cmdlet.Absolute(run) : run);
    }

    /// <summary>Refuses what is no directory.</summary>
    /// <exception cref="AxflException"><c>RunNotFound</c>.</exception>
    public static void ThrowIfMissing(string directory)
    {
        if (Directory.Exists(directory)) return;
        throw new AxflException("RunNotFound", ErrorKind.Data, $"There is no run directory {directory}.")
        {
            Target = directory, RecommendedAction = "Give a folder runs/<run id> of an output directory.",
        };
    }

    // The id of a run has no separator. A path must be one of the session: the process may stand elsewhere.
    private static bool IsPath(string run) => run is "." or ".." || run.AsSpan().IndexOfAny('/', '\\') >= 0;
}
