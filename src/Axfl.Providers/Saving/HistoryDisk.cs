using System.Text;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Saving;

/// <summary>Writing of history files: whole or not at all.</summary>
internal static class HistoryDisk
{
    /// <summary>Does some writing; a failure of the disk becomes an error that names the path.</summary>
    /// <exception cref="AxflException"><c>HistoryNotWritable</c>.</exception>
    public static T Guard<T>(string path, Func<T> write) => OutputErrors.Guard(path, write, NotWritable);

    /// <summary>The same for writing that gives nothing back.</summary>
    public static void Guard(string path, Action write) => OutputErrors.Guard(path, write, NotWritable);

    /// <summary>Writes a file of bars beside its place and moves it there: a reader sees the old or the new one, never a part.</summary>
    public static void Write(string path, IEnumerable<SidedBar> bars, BarLayout layout)
    {
        Guard(path, () => WholeFile.Replace(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
            writer.Write(BarRows.Header(layout) + "\n");
            foreach (var bar in bars) writer.Write(BarRows.Format(bar, layout) + "\n");
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }));
    }

    private static AxflException NotWritable(string path, Exception cause) => new("HistoryNotWritable", ErrorKind.Output,
        $"{path} cannot be written: {cause.Message} Is another download writing it? Else free space or give another data folder; what came is kept.", cause)
    {
        Target = path,
    };
}
