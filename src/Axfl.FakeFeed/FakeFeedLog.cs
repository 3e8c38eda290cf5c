using System.Globalization;
using System.Threading.Channels;

namespace Axfl.FakeFeed;

/// <summary>What the server says to a person, each line with its time of day, UTC.</summary>
/// <param name="time">Clock.</param>
internal sealed class FakeFeedLog(TimeProvider time)
{
    private const int LongestLine = 200;
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>The lines.</summary>
    public IAsyncEnumerable<string> Lines => _lines.Reader.ReadAllAsync();

    /// <summary>Says one line. Texts of clients are in it: no control characters go to a terminal.</summary>
    public void Say(string line)
    {
        var cut = line.Length > LongestLine ? line[..LongestLine] + "..." : line;
        var clean = string.Concat(cut.Select(c => char.IsControl(c) ? '?' : c));
        _lines.Writer.TryWrite(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():HH:mm:ss} {clean}"));
    }

    /// <summary>There is no more.</summary>
    public void End() => _lines.Writer.TryComplete();
}
