using Axfl.Runs.Files;

namespace Axfl.Dashboard.Follow;

/// <summary>The runs that can be looked at: those of an output directory, and the one that was asked for wherever it is.</summary>
/// <param name="outputDirectory">Output directory, absolute.</param>
/// <param name="pinned">Directory of a run, absolute; null: none.</param>
internal sealed class RunCatalogue(string outputDirectory, string? pinned)
{
    /// <summary>Id of the run that was asked for; null: the newest is shown.</summary>
    public string? Pinned { get; } = pinned is null ? null : Path.GetFileName(Path.TrimEndingDirectorySeparator(pinned));

    /// <summary>Directories, newest first, the one that was asked for among them; another run of its name is not.</summary>
    public IReadOnlyList<string> Directories()
    {
        var all = RunDirectory.All(outputDirectory);
        if (pinned is null) return all;
        var others = all.Where(d => Path.GetFileName(d) != Pinned);
        return RunDirectory.NewestFirst(Directory.Exists(pinned) ? others.Append(pinned) : others);
    }

    /// <summary>Directory of a run; null: there is none. An id is looked up among the names that are there: it makes no path.</summary>
    public string? Find(string id)
    {
        if (id == Pinned) return Directory.Exists(pinned) ? pinned : null;
        var runs = new DirectoryInfo(Path.Combine(outputDirectory, "runs"));
        return runs.Exists ? runs.EnumerateDirectories().FirstOrDefault(d => d.Name == id)?.FullName : null;
    }
}
