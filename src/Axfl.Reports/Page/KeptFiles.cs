using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;

namespace Axfl.Reports.Page;

/// <summary>Files that no report may take the place of, not even by force: what it is made of, and what any run wrote.</summary>
internal static class KeptFiles
{
    /// <summary>Refuses a place for the report of a run.</summary>
    /// <param name="path">Where it goes, absolute.</param>
    /// <param name="directory">Directory of the run: of what is in it, only its earlier report is replaced.</param>
    /// <param name="marker">The element of that.</param>
    /// <param name="read">What else it is made of: files of bars.</param>
    /// <exception cref="AxflException">It is one of those (<c>ReportFileKept</c>).</exception>
    public static void RefuseRun(string path, string directory, string marker, IEnumerable<string> read)
    {
        RefuseAnyRun(path);
        var place = RealPath.OfEntry(path);
        if (RealPath.IsIn(place, RealPath.Of(directory)) && File.Exists(path) && !PageFrame.IsOf(path, marker))
            throw Kept(path, "is a file in the folder of the run, where only its earlier report is replaced");
        if (read.Any(file => RealPath.IsSame(place, RealPath.OfEntry(file)) || RealPath.IsSame(place, RealPath.Of(file)))) throw Kept(path, "is a file the report is made of");
    }

    /// <summary>Refuses a place for the report of a sweep.</summary>
    /// <param name="path">Where it goes, absolute.</param>
    /// <param name="files">The files of the store it is made of.</param>
    /// <exception cref="AxflException">It is one of those (<c>ReportFileKept</c>).</exception>
    public static void RefuseSweep(string path, IEnumerable<string> files)
    {
        RefuseAnyRun(path);
        var place = RealPath.OfEntry(path);
        if (files.Any(file => RealPath.IsSame(place, RealPath.OfEntry(file)))) throw Kept(path, "belongs to the store the report is made of");
    }

    // A file that is not there yet would be read as the run's too.
    private static void RefuseAnyRun(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        var isJournal = Path.GetFileName(folder) == JournalFiles.FolderName && IsRun(Path.GetDirectoryName(folder) ?? "");
        if (isJournal || (RunFiles.IsOwn(Path.GetFileName(path)) && IsRun(folder))) throw Kept(path, "is a name of a run's own files");
    }

    private static bool IsRun(string folder) => File.Exists(Path.Combine(folder, RunFiles.Plan));

    private static AxflException Kept(string path, string why) => new("ReportFileKept", ErrorKind.Configuration, $"{path} {why}: it is never replaced by a report.")
    {
        Target = path, RecommendedAction = $"Give another place with {EarlierReport.Option}.",
    };
}
