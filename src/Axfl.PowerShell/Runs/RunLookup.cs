using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Runs;

/// <summary>Finds the directories of runs that a person named. An id may stand in two folders: a run is known by its directory.</summary>
internal static class RunLookup
{
    /// <summary>Finds runs: an id of this process, an id of the output directory, a path of the session, or wildcards over ids.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="run">What was given.</param>
    /// <param name="outputDirectory">Folder with the runs.</param>
    /// <param name="outputIsGiven">Whether the user named that folder: then other runs of the process are not meant.</param>
    /// <exception cref="AxflException">There is none of that name (<c>RunNotFound</c>).</exception>
    public static IReadOnlyList<string> FindAll(AxflCmdlet cmdlet, string run, string outputDirectory, bool outputIsGiven)
    {
        if (IsPath(run) || !WildcardPattern.ContainsWildcardCharacters(run)) return [Find(cmdlet, run, outputDirectory, outputIsGiven)];
        var folder = cmdlet.Absolute(outputDirectory);
        var pattern = new WildcardPattern(run, WildcardOptions.IgnoreCase);
        var here = outputIsGiven ? [] : RunRegistry.Directories.Where(d => pattern.IsMatch(IdOf(d)));
        var there = AxflCmdlet.Runtime.ListRuns(folder).Where(pattern.IsMatch).Select(r => AxflCmdlet.Runtime.FindRun(folder, r));
        return [.. here.Where(Directory.Exists).Concat(there).Select(Existing).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Finds one run.</summary>
    /// <exception cref="AxflException">There is none (<c>RunNotFound</c>).</exception>
    public static string Find(AxflCmdlet cmdlet, string run, string outputDirectory, bool outputIsGiven)
    {
        if (!outputIsGiven && RunRegistry.DirectoryOf(run) is { } known) return Existing(known);
        return Existing(AxflCmdlet.Runtime.FindRun(cmdlet.Absolute(outputDirectory), Named(cmdlet, run)));
    }

    /// <summary>The run started last in this process, else the newest of the output directory.</summary>
    /// <exception cref="AxflException">There is none (<c>RunNotFound</c>).</exception>
    public static string Newest(AxflCmdlet cmdlet, string outputDirectory, bool outputIsGiven)
    {
        var here = outputIsGiven ? null : RunRegistry.LastDirectory;
        return Existing(here is not null && Directory.Exists(here) ? here : AxflCmdlet.Runtime.FindRun(cmdlet.Absolute(outputDirectory), null));
    }

    /// <summary>An id as it is, a path as one of the session: the process may stand elsewhere.</summary>
    public static string Named(AxflCmdlet cmdlet, string run) => IsPath(run) ? cmdlet.Absolute(run) : run;

    /// <summary>Id of the run in a directory.</summary>
    public static string IdOf(string directory) => Path.GetFileName(Path.TrimEndingDirectorySeparator(directory));

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
