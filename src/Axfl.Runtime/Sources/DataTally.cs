using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Counts of one symbol's data.</summary>
internal sealed class DataTally
{
    private const int LinesKept = 20;
    private readonly List<RejectedLine> _lines = [];

    /// <summary>Accepted bars, of the run's interval.</summary>
    public long Bars { get; set; }

    /// <summary>Gaps within trading weeks.</summary>
    public long Gaps { get; set; }

    /// <summary>Exact duplicates dropped.</summary>
    public long Duplicates { get; set; }

    /// <summary>Rejected lines.</summary>
    public long Rejected { get; private set; }

    /// <summary>The first rejected lines.</summary>
    public IReadOnlyList<RejectedLine> Lines => _lines;

    /// <summary>Counts a rejected line.</summary>
    public void Reject(string file, long line, string reason, string text)
    {
        Rejected++;
        if (_lines.Count < LinesKept) _lines.Add(new RejectedLine(file, line, reason, text.Length <= 120 ? text : text[..120]));
    }
}
