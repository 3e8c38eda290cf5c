using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Data.Files;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Saving;

/// <summary>Bars of a file that an earlier download saved.</summary>
/// <param name="Bars">Bars, ascending.</param>
/// <param name="Layout">What they hold of each bar; one price when there is no file.</param>
/// <param name="Exists">Whether there is a file.</param>
internal sealed record SavedBars(IReadOnlyList<SidedBar> Bars, BarLayout Layout, bool Exists)
{
    /// <summary>Reads it; a file that is not ours, or is not whole, is left alone and refused.</summary>
    /// <exception cref="AxflException"><c>HistoryFileForeign</c>, <c>HistoryFileDamaged</c>, <c>DataFileUnreadable</c>.</exception>
    public static SavedBars Load(string path, Interval interval)
    {
        if (!File.Exists(path)) return new SavedBars([], BarLayout.OnePrice, false);
        try
        {
            var layout = default(BarLayout?);
            var bars = new List<SidedBar>();
            foreach (var (number, line) in BoundedLines.Of(path))
            {
                if (layout is null)
                {
                    layout = number == 1 ? BarRows.LayoutOf(line) : null;
                    if (layout is null) throw Foreign(path, line);
                    continue;
                }

                if (!BarRows.TryParse(line, layout.Value, out var bar)) throw Damaged(path, number, "it is not a bar");
                if (bars.Count > 0 && bar.Time - bars[^1].Time < interval.Milliseconds) throw Damaged(path, number, $"it is not {interval} after the bar before it");
                bars.Add(bar);
            }

            return new SavedBars(bars, layout ?? throw Foreign(path, ""), true);
        }
        catch (Exception e) when (InputErrors.IsUnreadable(e))
        {
            throw new AxflException("DataFileUnreadable", ErrorKind.Data, $"{path} cannot be read: {e.Message}", e) { Target = path };
        }
    }

    /// <summary>The bar of a time; null: none.</summary>
    public SidedBar? Find(long time)
    {
        int low = 0, high = Bars.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Bars[middle].Time == time) return Bars[middle];
            if (Bars[middle].Time < time) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    private static AxflException Foreign(string path, string header) => new("HistoryFileForeign", ErrorKind.Data,
        $"{path}(1): the file was not saved by a download: its header is '{(header.Length > 80 ? header[..80] : header)}'. It is left alone: give another folder.")
    {
        Target = path,
    };

    private static AxflException Damaged(string path, long line, string why) => new("HistoryFileDamaged", ErrorKind.Data,
        string.Create(CultureInfo.InvariantCulture, $"{path}({line}): {why}. The file is left alone: correct or remove the line, or give another folder."))
    {
        Target = path,
    };
}
