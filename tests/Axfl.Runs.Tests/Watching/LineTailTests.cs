using System.Text;
using Axfl.Runs.Watching;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Watching;

public sealed class LineTailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _lines = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whole_lines_are_taken_once_and_a_torn_one_waits_for_its_rest()
    {
        var tail = new LineTail(_folder["a"], 0);
        Assert.Equal(TailResult.Nothing, Read(tail));
        Append("one\ntwo\nthr");
        Assert.Equal(TailResult.Read, Read(tail));
        Assert.Equal(TailResult.Nothing, Read(tail));
        Append("ee");
        Assert.Equal(TailResult.Nothing, Read(tail));
        Append("\n\nfour\r\n");
        Assert.Equal(TailResult.Read, Read(tail));
        Assert.Equal(["one", "two", "three", "", "four"], _lines);
        Assert.Equal(new FileInfo(_folder["a"]).Length, tail.Position);
    }

    [Fact]
    public void A_line_torn_in_the_middle_of_a_letter_comes_whole()
    {
        var tail = new LineTail(_folder["a"], 0);
        var bytes = Encoding.UTF8.GetBytes("zürich\n");
        foreach (var b in bytes)
        {
            using (var file = new FileStream(_folder["a"], FileMode.Append)) file.WriteByte(b);
            Read(tail);
        }

        Assert.Equal(["zürich"], _lines);
    }

    [Fact]
    public void A_tail_that_begins_where_another_ended_takes_the_rest_alone()
    {
        Append("one\ntwo\n");
        var first = new LineTail(_folder["a"], 0);
        Read(first);
        Append("three\n");
        _lines.Clear();
        Read(new LineTail(_folder["a"], first.Position));
        Assert.Equal(["three"], _lines);
    }

    [Fact]
    public void A_file_made_anew_with_the_same_lines_is_waited_for_and_gone_on_with()
    {
        Append("one\ntwo\n");
        var tail = new LineTail(_folder["a"], 0);
        Read(tail);

        // As a resume does: set aside, made anew line by line.
        File.Move(_folder["a"], _folder["a.old"]);
        Assert.Equal(TailResult.Nothing, Read(tail));
        Append("one\n");
        Assert.Equal(TailResult.Nothing, Read(tail));
        Append("two\n");
        Assert.Equal(TailResult.Nothing, Read(tail));
        Append("three\n");
        Assert.Equal(TailResult.Read, Read(tail));
        Assert.Equal(["one", "two", "three"], _lines);
    }

    [Fact]
    public void A_file_made_anew_with_other_lines_is_another_one()
    {
        Append("one\ntwo\n");
        var tail = new LineTail(_folder["a"], 0);
        Read(tail);
        File.Delete(_folder["a"]);
        Append("one\ntwx\nthree\n");
        Assert.Equal(TailResult.Changed, Read(tail));
        Assert.Equal(["one", "two"], _lines);
    }

    [Fact]
    public void A_file_that_stays_shorter_is_another_one_after_a_while()
    {
        Append("one\ntwo\n");
        var tail = new LineTail(_folder["a"], 0);
        Read(tail);
        File.WriteAllText(_folder["a"], "one\n");
        for (var i = 1; i < LineTail.Patience; i++) Assert.Equal(TailResult.Nothing, Read(tail));
        Assert.Equal(TailResult.Changed, Read(tail));
    }

    [Fact]
    public void A_position_that_is_no_end_of_a_line_is_of_another_file()
    {
        Append("one\ntwo\n");
        Assert.Equal(TailResult.Changed, Read(new LineTail(_folder["a"], 2)));
    }

    [Fact]
    public void Much_is_taken_in_blocks_and_a_long_line_whole()
    {
        var line = new string('x', 3 * LineTail.Block);
        Append(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i}\n")) + line + "\nend\n");
        var tail = new LineTail(_folder["a"], 0);
        while (Read(tail) == TailResult.More)
        {
        }

        Assert.Equal(20_002, _lines.Count);
        Assert.Equal([line, "end"], _lines[^2..]);
    }

    [Fact]
    public void A_line_longer_than_any_run_writes_is_passed_over_and_told_and_what_follows_taken()
    {
        var passed = new List<long>();
        var tail = new LineTail(_folder["a"], 0) { PassedOver = passed.Add };
        Append("one\n" + new string('x', LineTail.LongestLine - 1) + "\n" + new string('y', LineTail.LongestLine) + "\ntwo\n" + new string('z', 40_000_000) + "\nthree\n");
        while (Read(tail) == TailResult.More)
        {
        }

        Assert.Equal(["one", "two", "three"], _lines.Where(l => l.Length < 100));
        Assert.Equal(LineTail.LongestLine - 1, Assert.Single(_lines, l => l.Length >= 100).Length);
        Assert.Equal([LineTail.LongestLine, 40_000_000], passed);
        Assert.Equal(new FileInfo(_folder["a"]).Length, tail.Position);
    }

    [Fact]
    public void A_line_that_is_too_long_and_torn_waits_for_its_end_and_is_not_read_again()
    {
        var passed = new List<long>();
        var tail = new LineTail(_folder["a"], 0) { PassedOver = passed.Add };
        Append("one\n" + new string('x', 3_000_000));
        while (Read(tail) == TailResult.More)
        {
        }

        Assert.Equal((4L, 0), (tail.Position, passed.Count));
        Append(new string('x', 10));
        Assert.Equal(TailResult.Nothing, Read(tail));
        Append("\ntwo\n");
        Assert.Equal(TailResult.More, Read(tail));
        Assert.Equal(TailResult.Read, Read(tail));
        Assert.Equal(["one", "two"], _lines);
        Assert.Equal([3_000_010L], passed);
        // Whoever begins behind it goes on there.
        Append("three\n");
        Read(new LineTail(_folder["a"], 4 + 3_000_011 + 4));
        Assert.Equal("three", _lines[^1]);
    }

    [Fact]
    public void A_line_that_was_too_long_and_was_cut_is_taken()
    {
        var tail = new LineTail(_folder["a"], 0);
        Append("one\n" + new string('x', 3_000_000));
        while (Read(tail) == TailResult.More)
        {
        }

        File.WriteAllText(_folder["a"], "one\ntwo\n");
        Assert.Equal(TailResult.Read, Read(tail));
        Assert.Equal(["one", "two"], _lines);
    }

    [Fact]
    public void A_file_that_others_write_and_delete_can_be_read()
    {
        using var writer = new FileStream(_folder["a"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        writer.Write("one\n"u8);
        writer.Flush();
        var tail = new LineTail(_folder["a"], 0);
        Read(tail);
        File.Delete(_folder["a"]);
        Assert.Equal(TailResult.Nothing, Read(tail));
        Assert.Equal(["one"], _lines);
    }

    private void Append(string text) => File.AppendAllText(_folder["a"], text);

    private TailResult Read(LineTail tail) => tail.Read((line, _) => _lines.Add(Encoding.UTF8.GetString(line)));
}
