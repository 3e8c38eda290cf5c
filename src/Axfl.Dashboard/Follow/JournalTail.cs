using Axfl.Runs.Journal;
using Axfl.Runs.Watching;

namespace Axfl.Dashboard.Follow;

/// <summary>The whole lines that a journal gets, over its segments. Of one that was cut, or is another, only what comes from now on is taken.</summary>
internal sealed class JournalTail
{
    private readonly JournalFiles _files;
    private readonly Action<long> _passedOver;
    private LineTail _tail;

    /// <param name="directory">Run directory.</param>
    /// <param name="segment">Number of a segment; 0: the one file of an older run, or none yet.</param>
    /// <param name="position">Position in it.</param>
    /// <param name="passedOver">Told of a line that is too long to be taken: its length in bytes.</param>
    public JournalTail(string directory, int segment, long position, Action<long> passedOver)
    {
        _passedOver = passedOver;
        _files = new JournalFiles(directory);
        Segment = segment;
        _tail = Tail(_files.Segment(segment), position);
    }

    /// <summary>Number of the segment that is read.</summary>
    public int Segment { get; private set; }

    /// <summary>Position in it.</summary>
    public long Position => _tail.Position;

    /// <summary>A journal from its end on.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="passedOver">As of the constructor.</param>
    public static JournalTail AtEnd(string directory, Action<long> passedOver)
    {
        // One may be missing: whoever resumes or checks the run says so, and what is new can be followed all the same.
        var files = new JournalFiles(directory);
        var last = files.Present() is [.., var number] ? number : 0;
        return new JournalTail(directory, last, BackwardLines.EndOf(files.Segment(last)), passedOver);
    }

    /// <summary>Takes what is new, a block of it at most.</summary>
    /// <exception cref="IOException">It cannot be read now.</exception>
    public TailResult Read(LineTaker take)
    {
        // Looked for before: what is written into this segment is there before the next one is.
        var next = File.Exists(_files.Segment(Segment + 1));
        var result = _tail.Read(take);
        if (result == TailResult.Read && next) return TailResult.More;
        if (result == TailResult.Nothing && next)
        {
            Segment++;
            _tail = Tail(_files.Segment(Segment), 0);
            return TailResult.More;
        }

        if (result != TailResult.Changed) return result;
        _tail = Tail(_tail.Path, BackwardLines.EndOf(_tail.Path));
        return TailResult.Nothing;
    }

    private LineTail Tail(string path, long position) => new(path, position) { PassedOver = _passedOver };
}
