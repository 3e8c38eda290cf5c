using Axfl.Contracts;

namespace Axfl.Data.Bars;

/// <summary>Counts of one symbol's data.</summary>
internal sealed class DataTally
{
    private const int LinesKept = 20, SuspectsKept = 5;
    private readonly List<RejectedLine> _lines = [], _suspects = [];
    private readonly List<string> _warnings = [];

    /// <summary>Accepted bars, of the run's interval.</summary>
    public long Bars { get; set; }

    /// <summary>Gaps within trading weeks.</summary>
    public long Gaps { get; set; }

    /// <summary>Exact duplicates dropped.</summary>
    public long Duplicates { get; set; }

    /// <summary>Accepted bars of the files' interval whose open or close is crossed: ask below bid.</summary>
    public long Crossed { get; set; }

    /// <summary>Accepted bars outside trading hours.</summary>
    public long OutsideHours { get; set; }

    /// <summary>Accepted bars with a measured spread.</summary>
    public long Measured { get; set; }

    /// <summary>Rejected lines.</summary>
    public long Rejected { get; private set; }

    /// <summary>Bars whose range or jump is beyond what a live run would believe; they are traded as given.</summary>
    public long Suspect { get; private set; }

    /// <summary>The first of them, with file and line.</summary>
    public IReadOnlyList<RejectedLine> Suspects => _suspects;

    /// <summary>What a careful person would look at in the files.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The first rejected lines.</summary>
    public IReadOnlyList<RejectedLine> Lines => _lines;

    /// <summary>What a block of bars ends at: it is cut when one of these changes, so that these counts are exact at every bar.</summary>
    public long Incidents => Gaps + Duplicates + Rejected;

    /// <summary>The counts as they are now.</summary>
    public DataCounts Counts => new(Bars, Gaps, Duplicates, Rejected, Crossed, OutsideHours) { Suspect = Suspect, Measured = Measured };

    /// <summary>Counts a rejected line.</summary>
    public void Reject(string file, long line, string reason, string text)
    {
        Rejected++;
        if (_lines.Count < LinesKept) _lines.Add(new RejectedLine(file, line, reason, Cut(text)));
    }

    /// <summary>Counts a bar that is traded as given although it is hard to believe.</summary>
    public void Suspicious(string file, long line, string reason, string text)
    {
        Suspect++;
        if (_suspects.Count < SuspectsKept) _suspects.Add(new RejectedLine(file, line, reason, Cut(text)));
    }

    /// <summary>Keeps a warning about a file.</summary>
    public void Warn(string warning) => _warnings.Add(warning);

    private static string Cut(string text) => text.Length <= 120 ? text : text[..120];
}

/// <summary>Counts of one symbol's data at one bar.</summary>
public readonly record struct DataCounts(long Bars, long Gaps, long Duplicates, long Rejected, long Crossed = 0, long OutsideHours = 0)
{
    /// <summary>Bars whose range or jump is beyond what a live run would believe.</summary>
    public long Suspect { get; init; }

    /// <summary>Bars with a measured spread.</summary>
    public long Measured { get; init; }
}
