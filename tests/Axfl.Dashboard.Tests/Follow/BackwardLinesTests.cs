using System.Text;
using Axfl.Dashboard.Follow;
using Axfl.Testing;

namespace Axfl.Dashboard.Tests.Follow;

public sealed class BackwardLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 0)]
    [InlineData("torn", 0)]
    [InlineData("a\n", 2)]
    [InlineData("a\ntorn", 2)]
    public void The_end_is_behind_the_last_whole_line(string text, long end) => Assert.Equal(end, BackwardLines.EndOf(_folder.File("a", text)));

    [Fact]
    public void The_end_is_found_behind_a_long_torn_line() => Assert.Equal(2, BackwardLines.EndOf(_folder.File("a", "a\n" + new string('x', 20_000))));

    [Fact]
    public void Every_line_is_given_once_over_all_blocks()
    {
        var lines = Enumerable.Range(0, 400_000).Select(i => $"{i} {new string('x', i % 17)}").ToList();
        var path = _folder.File("a", string.Concat(lines.Select(l => l + "\n")));
        var found = new List<string>();
        var first = BackwardLines.Read(path, new FileInfo(path).Length, long.MaxValue, (line, _) => found.Add(Encoding.UTF8.GetString(line)), () => true);
        Assert.Equal(0, first);
        Assert.Equal(lines.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    public void Lines_longer_than_a_block_are_passed_over_and_told_and_the_others_given(int before, int count)
    {
        const int Long = 3_500_000;
        var lines = Enumerable.Range(0, before).Select(i => "before " + i).Concat(Enumerable.Repeat(new string('x', Long), count)).Concat(["after"]).ToList();
        var path = _folder.File("a", string.Concat(lines.Select(l => l + "\n")));
        var (found, passed) = (new List<string>(), new List<long>());
        Assert.Equal(0, BackwardLines.Read(path, new FileInfo(path).Length, long.MaxValue, (line, _) => found.Add(Encoding.UTF8.GetString(line)), () => true, passed.Add));
        Assert.Equal(lines.Where(l => l.Length < 100).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Repeat((long)Long, count), passed);
    }

    [Fact]
    public void It_stops_at_the_most_bytes_or_when_told()
    {
        var path = _folder.File("a", string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"{i:0000000}\n")));
        var found = 0;
        var at = BackwardLines.Read(path, 8_000_000, 3_000_000, (_, _) => found++, () => true);
        Assert.InRange(at, 3_900_000, 5_000_000);
        Assert.Equal((8_000_000 - at) / 8, found);
        found = 0;
        BackwardLines.Read(path, 8_000_000, long.MaxValue, (_, _) => found++, () => false);
        Assert.InRange(found, 100_000, 140_000);
    }
}
