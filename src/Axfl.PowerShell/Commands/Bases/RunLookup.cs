using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Finds the directory of a run that a person named.</summary>
internal static class RunLookup
{
    /// <summary>Finds a run by an id of this process, an id of the output directory, or a path of the session.</summary>
    /// <exception cref="AxflException">There is none (<c>RunNotFound</c>).</exception>
    public static string Find(AxflCmdlet cmdlet, string run, string outputDirectory)
    {
        if (RunRegistry.DirectoryOf(run) is { } known) return Existing(known);
        return Existing(AxflCmdlet.Runtime.FindRun(cmdlet.Absolute(outputDirectory), Named(cmdlet, run)));
    }

    /// <summary>An id as it is, a path as one of the session: the process may stand elsewhere.</summary>
    public static string Named(AxflCmdlet cmdlet, string run) => IsPath(run) ? cmdlet.Absolute(run) : run;

    /// <summary>A directory in the one form by which it is known, without a separator at the end.</summary>
    /// <exception cref="AxflException">There is none (<c>RunNotFound</c>).</exception>
    public static string Existing(string directory)
    {
        if (Directory.Exists(directory)) return Path.TrimEndingDirectorySeparator(directory);
        throw new AxflException("RunNotFound", ErrorKind.Data, $"There is no run directory {directory}.")
        {
            Target = directory, RecommendedAction = "Give a folder runs/<run id> of an output directory.",
        };
    }

    // The id of a run has no separator.
    private static bool IsPath(string run) => run is "." or ".." || run.AsSpan().IndexOfAny('/', '\\') >= 0;
}
