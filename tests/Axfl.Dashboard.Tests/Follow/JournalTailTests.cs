using System.Text;
using Axfl.Dashboard.Follow;
using Axfl.Runs.Watching;
using Axfl.Testing;

namespace Axfl.Dashboard.Tests.Follow;

public sealed class JournalTailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunFolder _run;
    private readonly List<string> _lines = [];

    public JournalTailTests() => _run = new RunFolder(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_goes_on_into_the_next_segments()
    {
        var tail = new JournalTail(_folder.Path, 0, 0, _ => { });
        Assert.Equal(TailResult.Nothing, Read(tail));
        _run.Add(RunFolder.Segment(1), "a\nb\n");
        Drain(tail);
        _run.Add(RunFolder.Segment(1), "c\n").Add(RunFolder.Segment(2), "d\n").Add(RunFolder.Segment(3), "e\nto");
        Drain(tail);
        _run.Add(RunFolder.Segment(3), "rn\n");
        Drain(tail);
        Assert.Equal(["a", "b", "c", "d", "e", "torn"], _lines);
        Assert.Equal((3, 7L), (tail.Segment, tail.Position));
    }

    [Fact]
    public void From_its_end_it_takes_what_comes()
    {
        _run.Add(RunFolder.Segment(1), "a\n").Add(RunFolder.Segment(2), "b\nc");
        var tail = JournalTail.AtEnd(_folder.Path, _ => { });
        Assert.Equal((2, 2L), (tail.Segment, tail.Position));
        _run.Add(RunFolder.Segment(2), "d\n");
        Drain(tail);
        Assert.Equal(["cd"], _lines);
    }

    [Fact]
    public void The_one_file_of_an_older_run_is_read_and_gone_on_from()
    {
        _run.Add("journal.jsonl", "a\n");
        var tail = JournalTail.AtEnd(_folder.Path, _ => { });
        Assert.Equal((0, 2L), (tail.Segment, tail.Position));
        _run.Add("journal.jsonl", "b\n").Add(RunFolder.Segment(1), "c\n");
        Drain(tail);
        Assert.Equal(["b", "c"], _lines);
    }

    [Fact]
    public void Of_a_journal_that_was_cut_only_what_comes_is_taken()
    {
        _run.Add(RunFolder.Segment(1), "a\nb\n");
        var tail = JournalTail.AtEnd(_folder.Path, _ => { });
        _run.Write(RunFolder.Segment(1), "a\n");
        for (var i = 0; i < LineTail.Patience; i++) Assert.Equal(TailResult.Nothing, Read(tail));
        _run.Add(RunFolder.Segment(1), "c\n");
        Drain(tail);
        Assert.Equal(["c"], _lines);
    }

    private void Drain(JournalTail tail)
    {
        while (Read(tail) == TailResult.More)
        {
        }
    }

    private TailResult Read(JournalTail tail) => tail.Read((line, _) => _lines.Add(Encoding.UTF8.GetString(line)));
}
