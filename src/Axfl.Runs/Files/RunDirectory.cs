using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Runs.Files;

/// <summary>The directory of one run, <c>runs/&lt;run id&gt;/</c> in the output directory. A run never writes into another's.</summary>
public sealed class RunDirectory
{
    private readonly Dictionary<string, WrittenFile> _written = new(StringComparer.Ordinal);

    private RunDirectory(string path, string runId)
    {
        Path = path;
        RunId = runId;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Run id.</summary>
    public string RunId { get; }

    /// <summary>When the run began, UTC; null: nothing tells. A made id has the start in it; whoever gives an own one has the time of the plan, which is written first and once.</summary>
    internal DateTime? Started => Axfl.Runs.Files.RunId.StartOf(RunId) ?? Planned;

    private DateTime? Planned => File.Exists(FileOf(RunFiles.Plan)) ? File.GetLastWriteTimeUtc(FileOf(RunFiles.Plan)) : null;

    /// <summary>Makes it.</summary>
    /// <exception cref="AxflException">It exists already, a file is in its place or on the way to it, or it cannot be made.</exception>
    public static RunDirectory Create(string outputDirectory, string runId)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(outputDirectory), "runs", Axfl.Runs.Files.RunId.Checked(runId));
        if (FileIn(path) is { } file)
        {
            throw new AxflException("OutputNotWritable", ErrorKind.Output,
                $"{file} is a file where the run needs a folder: move it away, or give another {Spelling.Of("OutputDirectory")}{(file == path ? " or " + Spelling.Of("RunId") : "")}.")
            { Target = file };
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new AxflException("RunDirectoryExists", ErrorKind.Output, $"{path} belongs to an earlier run and is never overwritten.")
            {
                Target = path, RecommendedAction = $"Give another {Spelling.Of("RunId")}, or remove the directory.",
            };
        }

        OutputErrors.Guard(path, () => Directory.CreateDirectory(path));
        return new RunDirectory(path, runId);
    }

    /// <summary>A run by id, by path, or the newest.</summary>
    /// <exception cref="AxflException">There is none.</exception>
    public static string Find(string outputDirectory, string? run)
    {
        var runs = System.IO.Path.Combine(System.IO.Path.GetFullPath(outputDirectory), "runs");
        if (run is null)
        {
            return All(outputDirectory) is [var newest, ..] ? newest
                : throw NotFound($"There is no run in {runs} yet: start one with {Spelling.Command("Start-AxflLivePort")}.", runs);
        }

        var byId = System.IO.Path.Combine(runs, run);
        var isId = Axfl.Runs.Files.RunId.IsValid(run);
        if (isId && Directory.Exists(byId)) return byId;
        if (run.Length > 0 && Directory.Exists(run)) return System.IO.Path.GetFullPath(run);
        var file = run.Length > 0 && FileIn(System.IO.Path.GetFullPath(run)) is { } given ? given : isId ? FileIn(byId) : null;
        throw file is not null ? NotFolder(file, "the folder of a run")
            : NotFound($"There is no run '{run}' in {runs}, and no such directory.", run);
    }

    /// <summary>Run ids, newest first.</summary>
    /// <exception cref="AxflException">A file is in the place of the output directory (<c>RunNotFound</c>).</exception>
    public static IReadOnlyList<string> List(string outputDirectory) => [.. All(outputDirectory).Select(path => System.IO.Path.GetFileName(path))];

    /// <summary>Directories of the runs of an output directory, absolute, newest first.</summary>
    /// <exception cref="AxflException">A file is in the place of the output directory (<c>RunNotFound</c>).</exception>
    public static IReadOnlyList<string> All(string outputDirectory)
    {
        var runs = System.IO.Path.Combine(System.IO.Path.GetFullPath(outputDirectory), "runs");
        if (FileIn(runs) is { } file) throw NotFolder(file, "a folder with runs");
        return Directory.Exists(runs) ? NewestFirst(Directory.EnumerateDirectories(runs)) : [];
    }

    /// <summary>Run directories by when their runs began, the newest first.</summary>
    /// <remarks>
    /// The time of the folder counts only where there is neither a start in the id nor a plan: some file systems do not know when a folder was made, and
    /// give the time of the last change in it, which of a run under way is another one every second. An id has whole seconds: within one the plans decide.
    /// </remarks>
    /// <param name="directories">Run directories.</param>
    public static IReadOnlyList<string> NewestFirst(IEnumerable<string> directories) =>
    [
        .. directories.Select(Open).Select(run => (Run: run, Written: run.Planned ?? Directory.GetCreationTimeUtc(run.Path)))
            .OrderByDescending(r => (r.Run.Started ?? r.Written).Ticks / TimeSpan.TicksPerSecond).ThenByDescending(r => r.Written)
            .ThenByDescending(r => r.Run.RunId, StringComparer.Ordinal).Select(r => r.Run.Path),
    ];

    /// <summary>A run to go on with.</summary>
    public static RunDirectory Open(string path) => new(path, System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path)));

    /// <summary>Path of a file of the run.</summary>
    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Moves a file out of the way, so that it can be made again. One that was set aside before stays: what was made since is a part of it.</summary>
    public void SetAside(string name)
    {
        if (File.Exists(FileOf(name) + ".old")) Remove(name);
        else Move(FileOf(name), FileOf(name) + ".old");
    }

    /// <summary>Brings a file back that was set aside.</summary>
    public void BringBack(string name) => Move(FileOf(name) + ".old", FileOf(name));

    /// <summary>Makes a file of the first bytes of the one that was set aside.</summary>
    /// <exception cref="InvalidDataException">That has not so many.</exception>
    public void TakePart(string name, long length)
    {
        var (path, old) = (FileOf(name), FileOf(name) + ".old");
        if (!File.Exists(old) || new FileInfo(old).Length < length) throw new InvalidDataException($"{name} is shorter than it was");
        OutputErrors.Guard(path, () =>
        {
            File.Copy(old, path, overwrite: true);
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.SetLength(handle, length);
        });
    }

    /// <summary>Removes a file that was set aside: it has been made again.</summary>
    public void Forget(string name)
    {
        var path = FileOf(name) + ".old";
        OutputErrors.Guard(path, () =>
        {
            File.Delete(path);
        });
    }

    /// <summary>Removes a file that no longer holds, if it is there.</summary>
    public void Remove(string name)
    {
        var path = FileOf(name);
        OutputErrors.Guard(path, () =>
        {
            File.Delete(path);
        });
    }

    /// <summary>Writes a whole text file.</summary>
    public void WriteText(string name, string text) => WriteBytes(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a whole file.</summary>
    public void WriteBytes(string name, ReadOnlySpan<byte> content)
    {
        var path = FileOf(name);
        var bytes = content.ToArray();
        OutputErrors.Guard(path, () =>
        {
            File.WriteAllBytes(path, bytes);
        });
        var written = new WrittenFile(path);
        written.Add(bytes);
        _written[name] = written;
    }

    /// <summary>Holds the files it wrote whole against what was written.</summary>
    /// <exception cref="AxflException">One is gone or another (<c>RunFileChanged</c>).</exception>
    public void Verify()
    {
        foreach (var written in _written.Values) written.Verify();
    }

    private static void Move(string from, string to)
    {
        if (!File.Exists(from)) return;
        OutputErrors.Guard(to, () =>
        {
            File.Move(from, to, overwrite: true);
        });
    }

    // The file that is a path, or lies on the way to it; null: none does.
    private static string? FileIn(string path)
    {
        for (var at = path; at is not null && !Directory.Exists(at); at = System.IO.Path.GetDirectoryName(at))
            if (File.Exists(at)) return at;
        return null;
    }

    private static AxflException NotFolder(string file, string expected) => NotFound(
        $"{file} is a file, not {expected}: give a run id, or the path of a folder runs/<run id>; the folder with runs is given with {Spelling.Of("OutputDirectory")}.", file);

    private static AxflException NotFound(string message, string target) => new("RunNotFound", ErrorKind.Data, message) { Target = target };
}
