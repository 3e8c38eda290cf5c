using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>
/// The files of a live run's journal: <c>journal/NNNNNN.jsonl</c> are its segments from 1 on, <c>NNNNNN.snapshot</c> is the state before segment
/// NNNNNN, and <c>NNNNNN.bars</c> has the bars and trades of the segment before it. A run of an older version has one <c>journal.jsonl</c>, which is
/// segment 0.
/// </summary>
/// <param name="directory">Run directory.</param>
public sealed class JournalFiles(string directory)
{
    /// <summary>Name of the folder in the run directory.</summary>
    public const string FolderName = "journal";

    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.Combine(directory, FolderName);

    /// <summary>The one file of an older version.</summary>
    public string Single { get; } = Path.Combine(directory, RunFiles.Journal);

    /// <summary>Whether a directory is a live run's.</summary>
    public static bool Exist(string directory)
    {
        var files = new JournalFiles(directory);
        return File.Exists(files.Single) || (Directory.Exists(files.Folder) && Directory.EnumerateFiles(files.Folder, "*.jsonl").Any());
    }

    /// <summary>Path of a segment.</summary>
    public string Segment(int number) => number == 0 ? Single : Numbered(number, ".jsonl");

    /// <summary>Path of the snapshot before a segment.</summary>
    public string Snapshot(int number) => Numbered(number, ".snapshot");

    /// <summary>Path of the bars and trades between the snapshot before and this one.</summary>
    public string Bars(int number) => Numbered(number, ".bars");

    /// <summary>Numbers of the segments that are there, ascending: none before the first line of a run, or with a hole where one was lost.</summary>
    public IReadOnlyList<int> Present()
    {
        var numbers = Directory.Exists(Folder)
            ? Directory.EnumerateFiles(Folder, "*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f))
                .Where(name => name.Length == 6 && name.All(char.IsAsciiDigit)).Select(name => int.Parse(name, CultureInfo.InvariantCulture)).Order().ToList()
            : [];
        if (File.Exists(Single)) numbers.Insert(0, 0);
        return numbers;
    }

    /// <summary>Numbers of the segments, ascending, without a hole.</summary>
    /// <exception cref="AxflException">There is none (<c>JournalNotFound</c>), or one is missing (<c>JournalSegmentMissing</c>).</exception>
    public IReadOnlyList<int> Segments()
    {
        var numbers = Present();
        if (numbers.Count == 0)
        {
            throw new AxflException("JournalNotFound", ErrorKind.Data, $"{Folder} does not exist: only live runs ({Spelling.Of("Mode", "ws")}) have a journal.")
            {
                Target = directory,
            };
        }

        var expected = File.Exists(Single) ? 0 : 1;
        foreach (var number in numbers)
        {
            if (number != expected)
            {
                throw new AxflException("JournalSegmentMissing", ErrorKind.Data,
                    $"{Segment(expected)} is missing: the journal continues in {Segment(number)}. Restore it from a copy; nothing after it can be trusted without it.")
                { Target = Segment(expected) };
            }

            expected++;
        }

        return numbers;
    }

    /// <summary>Snapshots that lie before one of the segments, newest first.</summary>
    public IEnumerable<int> Snapshots(IReadOnlyList<int> segments) => segments.Skip(1).Reverse().Where(n => File.Exists(Snapshot(n)));

    private string Numbered(int number, string ending) => Path.Combine(Folder, number.ToString("D6", CultureInfo.InvariantCulture) + ending);
}
