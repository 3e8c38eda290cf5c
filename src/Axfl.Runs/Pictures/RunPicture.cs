using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>A run as a screenful of lines: a function of the look at it and the size of the window, the same for every front end. Times UTC.</summary>
internal static class RunPicture
{
    // From here on tables stand side by side: two small ones, then all of them.
    private const int Pair = 76, Wide = 150;

    // Rows of a picture that no window bounds; from how many on there is one for what the run said last.
    private const int Unbounded = 60, WithNotice = 28;

    // Rows of the curve of such a picture.
    private const int Curve = 3;

    /// <summary>Draws it.</summary>
    /// <param name="look">The run.</param>
    /// <param name="format">The window.</param>
    /// <param name="keys">The last line, pinned; null: none.</param>
    /// <param name="alarm">The alarm line; null: that of the look. A picture that is held has the present one.</param>
    /// <returns>At most as many lines as the window has rows, none wider than it.</returns>
    public static IReadOnlyList<PictureLine> Draw(RunLook look, PictureFormat format, string? keys = null, Alarm? alarm = null)
    {
        var glyphs = Glyphs.Of(format.IsUnicode);
        var (width, height) = (Math.Max(1, format.Width), format.Height <= 0 ? Unbounded : format.Height);
        alarm ??= Alarm.Of(look);
        var lines = new List<PictureLine> { Heading(look, alarm, width, glyphs) };
        lines.AddRange(AlarmLines(alarm, look, width, height, glyphs));
        var foot = Foot(look, keys, height, glyphs);
        var room = height - lines.Count - foot.Count;
        if (room > 0) lines.AddRange(Body(look, format, width, room, glyphs).Draw(width, room).Select(l => alarm.IsOld ? l.AsOld() : l));
        // The keys stand at the foot of the window; what no window bounds ends with its last table.
        while (format.Height > 0 && lines.Count < height - foot.Count) lines.Add(PictureLine.Empty);
        lines.AddRange(foot);
        return [.. lines.Take(height).Select(l => l.Cut(width, glyphs.Cut))];
    }

    private static StackBlock Body(RunLook look, PictureFormat format, int width, int room, Glyphs glyphs)
    {
        var (prices, windows, today) = (PricesBlock.Of(look, glyphs), WindowsBlock.Of(look, glyphs), TodayBlock.Of(look, glyphs));
        var (open, trades, refusals) = (PositionsBlock.Of(look, glyphs), TradesBlock.Of(look, glyphs), RefusalsBlock.Of(look, glyphs));
        if (width >= Wide)
        {
            var tables = new BesideBlock(new StackBlock(prices, windows, today), new StackBlock(open, trades, refusals), 0.47, glyphs);
            return new StackBlock(tables, new EquityBlock(look, format.Height <= 0 ? Curve : Math.Clamp(room - tables.Wanted - 2, 1, 20), glyphs));
        }

        var equity = new EquityBlock(look, format.Height <= 0 ? Curve : format.Height < 30 ? 1 : Math.Clamp(room / 5, 3, 12), glyphs);
        return width >= Pair
            ? new StackBlock(new BesideBlock(prices, windows, 0.5, glyphs), today, open, trades, refusals, equity)
            : new StackBlock(prices, windows, today, open, trades, refusals, equity);
    }

    private static PictureLine Heading(RunLook look, Alarm alarm, int width, Glyphs glyphs)
    {
        var what = look.Status is { } s ? $"  {s.Mode} {s.Source} {s.Interval}" : look.Report?.Mode is { Length: > 0 } mode ? "  " + mode : "";
        var time = string.Create(CultureInfo.InvariantCulture, $"  {look.Clock:yyyy-MM-dd HH:mm:ss} UTC");
        var room = width - time.Length;
        var left = new PictureLine([new PictureSpan("Axfl  " + ShownText.Line(look.Run), PictureStyle.Strong), new PictureSpan(ShownText.Line((alarm.IsOld ? "  (old)" : "") + what), PictureStyle.Plain)]);
        var day = new PictureSpan(look.Status is { } status ? ShownText.Line($"  day {status.Day}") : "", PictureStyle.Plain);
        if (left.Width + day.Width <= room) left = new PictureLine([.. left.Spans, day]);
        return room < 20 ? left : new PictureLine([.. left.Fit(room, glyphs.Cut).Spans, new PictureSpan(time, PictureStyle.Faint)]);
    }

    // It takes up to three lines where it is long and the window has them: what is wrong is worth a table's row.
    private static IEnumerable<PictureLine> AlarmLines(Alarm alarm, RunLook look, int width, int height, Glyphs glyphs)
    {
        var most = height < 12 || alarm.Style is PictureStyle.Good ? 1 : height < 24 ? 2 : 3;
        var bar = alarm.Style == PictureStyle.Good && look.Progress is { } progress && width >= Pair
            ? "  " + Gauges.Fill(progress.Fraction, Math.Clamp(width - TextWidth.Of(alarm.Text) - 3, 0, 40), glyphs) : "";
        var words = Wrap(ShownText.Line(alarm.Text) + bar, width, most);
        return words.Select(w => PictureLine.Of(w, alarm.Style).Fit(width, glyphs.Cut));
    }

    private static List<string> Wrap(string text, int width, int most)
    {
        var lines = new List<string>();
        while (lines.Count < most - 1 && TextWidth.Of(text) > width && text.Length > width)
        {
            var at = text.LastIndexOf(' ', Math.Min(width, text.Length - 1));
            if (at <= 0) break;
            lines.Add(text[..at]);
            text = text[(at + 1)..];
        }

        lines.Add(text);
        return lines;
    }

    private static List<PictureLine> Foot(RunLook look, string? keys, int height, Glyphs glyphs)
    {
        var foot = new List<PictureLine>();
        if (look.Notice is { Length: > 0 } notice && height >= WithNotice) foot.Add(PictureLine.Of(notice, PictureStyle.Faint));
        if (keys is not null && height >= 6) foot.Add(PictureLine.Of(keys.Replace("|", glyphs.Dot, StringComparison.Ordinal), PictureStyle.Faint));
        return foot;
    }
}
