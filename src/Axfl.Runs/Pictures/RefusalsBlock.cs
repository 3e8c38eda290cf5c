using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>The last refusals, newest first, each with the gate and the two numbers it compared; in the heading how many there were today.</summary>
internal static class RefusalsBlock
{
    /// <summary>Makes it.</summary>
    public static TableBlock Of(RunLook look, Glyphs glyphs)
    {
        var today = string.Join(", ", (look.Status?.Blocked ?? []).Select(b => FormattableString.Invariant($"{b.Gate} {b.Count}")));
        var grid = new Grid(
            glyphs, new("LAST REFUSALS"), new("", 8, Least: 6), new("", 7, Least: 4), new("", 5), new("blocked by", 9, Least: 8),
            new(today.Length > 0 ? "today: " + today : "", 4, Least: 8));
        foreach (var d in (look.Now?.LastRefusals ?? []).AsEnumerable().Reverse())
            grid.Add(Figures.Clock(d.Time, look.Clock), d.Symbol, d.Strategy, d.Side, d.Result, new GridCell(d.Detail, PictureStyle.Faint));
        return new TableBlock("LAST REFUSALS", 2, grid, "none yet");
    }
}
