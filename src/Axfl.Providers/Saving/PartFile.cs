using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Saving;

/// <summary>A download under way: windows one after the other, each valid once its last line is written. Held open alone while it goes on.</summary>
/// <remarks>
/// First line: who and what. Then the bars of a window, then <c>#window from until</c>. A kill leaves at worst bars without that line: they are cut off.
/// </remarks>
internal sealed class PartFile : IDisposable
{
    private const string WindowMark = "#window ";
    private readonly FileStream _stream;
    private readonly string _header;
    private readonly BarLayout _layout;
    private bool _isOurs;

    private PartFile(string path, FileStream stream, string header, BarLayout layout)
    {
        Path = path;
        _stream = stream;
        _header = header;
        _layout = layout;
    }

    /// <summary>Path.</summary>
    public string Path { get; }

    /// <summary>Bars of its windows, in the order they came.</summary>
    public List<SidedBar> Bars { get; } = [];

    /// <summary>Its windows.</summary>
    public List<(long From, long Until)> Windows { get; } = [];

    /// <summary>What was found there of another source or symbol: it is dropped when the first window comes. Null: nothing.</summary>
    public string? Foreign { get; private set; }

    /// <summary>Opens it and reads what an earlier download left.</summary>
    /// <exception cref="AxflException"><c>HistoryNotWritable</c>: also when another download holds it.</exception>
    public static PartFile Open(string path, string source, string symbol, Interval interval, BarLayout layout)
    {
        var header = $"#axfl-history 1 {source} {symbol} {interval} {(layout switch { BarLayout.SidesAndMid => "bid-ask-mid", BarLayout.Sides => "bid-ask", _ => "one-price" })}";
        return HistoryDisk.Guard(path, () =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            var part = new PartFile(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), header, layout);
            part.Resume();
            return part;
        });
    }

    /// <summary>Adds a window; it is on the disk when this returns.</summary>
    /// <param name="window">Window.</param>
    /// <param name="until">Up to where it has all there is, exclusive, unix ms.</param>
    public void Append(HistoryWindow window, long until)
    {
        var text = new StringBuilder();
        if (!_isOurs) text.Append(_header).Append('\n');
        foreach (var bar in window.Bars) text.Append(BarRows.Format(bar, _layout)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{WindowMark}{window.From} {until}\n");
        HistoryDisk.Guard(Path, () =>
        {
            if (!_isOurs) _stream.SetLength(0);
            _stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
            _stream.Flush(flushToDisk: true);
        });
        (_isOurs, Foreign) = (true, null);
        Bars.AddRange(window.Bars);
        Windows.Add((window.From, until));
    }

    /// <summary>Removes it: all of it is in the file.</summary>
    public void Delete()
    {
        _stream.Dispose();
        HistoryDisk.Guard(Path, () =>
        {
            File.Delete(Path);
        });
    }

    /// <summary>Closes it; one without a window is removed.</summary>
    public void Dispose()
    {
        if (_stream.CanRead && _stream.Length == 0) Delete();
        else _stream.Dispose();
    }

    private void Resume()
    {
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        long good = 0, start = 0;
        var pending = new List<SidedBar>();
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', (int)start)) >= 0; start = end + 1)
        {
            var line = Encoding.UTF8.GetString(bytes, (int)start, end - (int)start);
            if (start == 0)
            {
                _isOurs = line == _header;
                if (!_isOurs) break;
            }
            else if (line.StartsWith(WindowMark, StringComparison.Ordinal))
            {
                if (!TryWindow(line, out var window)) break;
                Windows.Add(window);
                Bars.AddRange(pending);
                pending.Clear();
            }
            else
            {
                if (!BarRows.TryParse(line, _layout, out var bar)) break;
                pending.Add(bar);
                continue;
            }

            good = end + 1;
        }

        // Without the end of its first line nothing can be told of it.
        if (_isOurs || start == 0 && !bytes.Contains((byte)'\n')) _stream.SetLength(good);
        else Foreign = $"an unfinished download of another source or kind in {Path}";
        _stream.Seek(0, SeekOrigin.End);
    }

    private static bool TryWindow(string line, out (long From, long Until) window)
    {
        window = default;
        return line[WindowMark.Length..].Split(' ') is [var from, var until]
            && long.TryParse(from, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out window.From)
            && long.TryParse(until, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out window.Until);
    }
}
