using System.Text;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Reports.Page;

/// <summary>What is where a report goes: a report of the same run is replaced, any other file is somebody's.</summary>
internal static class EarlierReport
{
    /// <summary>The option that says where a report goes, as the front end spells it.</summary>
    public static string Option => Spelling.IsPowerShell ? Spelling.Of("Path") : Spelling.Of("To");

    /// <summary>Refuses a place that another file has.</summary>
    /// <param name="path">Where the report goes.</param>
    /// <param name="marker">The element of an earlier report of the same.</param>
    /// <param name="of">What the report is of, in words: <c>run first</c>.</param>
    /// <param name="force">Whether another file may be replaced.</param>
    /// <exception cref="AxflException">There is one (<c>ReportFileExists</c>), or a folder, or the folder of the file is missing (<c>ReportNotWritable</c>).</exception>
    public static void RefuseOther(string path, string marker, string of, bool force)
    {
        if (Directory.Exists(path))
            throw new AxflException("ReportNotWritable", ErrorKind.Output, $"{path} is a folder: give the path of a file with {Option}.") { Target = path };
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new AxflException("ReportNotWritable", ErrorKind.Output, $"The folder {folder} does not exist: make it, or give another place with {Option}.") { Target = path };
        if (force || !File.Exists(path) || PageFrame.IsOf(path, marker)) return;
        throw new AxflException("ReportFileExists", ErrorKind.Output, $"{path} exists and is not a report of {of}.")
        {
            Target = path, RecommendedAction = $"Give another place with {Option}, or {Spelling.Of("Force")} to replace it.",
        };
    }

    /// <summary>Writes a report in the place of what is there, whole or not at all.</summary>
    /// <exception cref="AxflException">It cannot be written (<c>ReportNotWritable</c>).</exception>
    public static void Replace(string path, string page)
    {
        var bytes = Encoding.UTF8.GetBytes(page);
        OutputErrors.Guard(path, () => WholeFile.Replace(path, stream => stream.Write(bytes)), NotWritable);
    }

    private static AxflException NotWritable(string path, Exception cause) => new(
        "ReportNotWritable", ErrorKind.Output, $"{path} cannot be written: {cause.Message} Free space, or give another place with {Option}.", cause) { Target = path };

    /// <summary>The element by which the report of a sweep says whose it is.</summary>
    public static string SweepMarker(string sweep) => new Html().Raw("<meta name=\"axfl-sweep-report\" content=\"").Text(sweep).Raw("\">").ToString();

    /// <summary>The element by which a report says whose run it is of.</summary>
    public static string Marker(string run) => new Html().Raw("<meta name=\"axfl-report\" content=\"").Text(run).Raw("\">").ToString();
}
