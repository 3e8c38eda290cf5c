using Axfl.Runs.Files;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>Results of the trading day against its limits: bars that fill up as a loss comes near its stop.</summary>
internal static class TodayBlock
{
    /// <summary>Makes it.</summary>
    public static TableBlock Of(RunLook look, Glyphs glyphs)
    {
        var grid = new Grid(
            glyphs, new("TODAY", Least: 6), new("R", 9, IsNumber: true), new("stop", 7, IsNumber: true), new("", 6, Least: 8, Most: 24), new("entries", 5, IsNumber: true),
            new("closed", 3, IsNumber: true), new("PnL", 8, IsNumber: true), new("", 4, Least: 8));
        if (look.Status is { } status)
        {
            var limits = look.Now?.Limits ?? [];
            Add(grid, glyphs, look, "total", null, status.Today.RTotal, status.Today.PnlTotal, status.ByStrategy.Sum(s => s.Trades), Array.Find(limits, l => l.Strategy is null));
            foreach (var one in status.ByStrategy)
                Add(grid, glyphs, look, one.Name, one.Name, one.R, one.Pnl, one.Trades, Array.Find(limits, l => l.Strategy == one.Name));
        }

        return new TableBlock("TODAY", 6, grid, "nothing yet");
    }

    private static void Add(Grid grid, Glyphs glyphs, RunLook look, string name, string? strategy, double r, double pnl, int closed, NowStateLimit? limit)
    {
        var used = limit?.StopR is { } stop && stop < 0 ? Math.Max(0, r / stop) : 0;
        var colour = used >= 1 ? PictureStyle.Bad : used >= 0.75 ? PictureStyle.Warning : PictureStyle.Plain;
        grid.Add(
            new GridCell(name), new(Figures.R(r), Figures.StyleOf(r)), limit?.StopR is { } most ? "of " + Figures.Limit(most) : "", 
            limit?.StopR is null ? GridCell.Empty : GridCell.OfBar(colour, width => Gauges.Fill(used, width, glyphs)),
            limit is null ? "" : limit.MaxTrades is { } max ? $"{Figures.Count(limit.Trades)} of {Figures.Count(max)}" : Figures.Count(limit.Trades),
            Figures.Count(closed), new(Figures.Money(pnl), Figures.StyleOf(pnl)), new(Halt(look, strategy), PictureStyle.Warning));
    }

    private static string Halt(RunLook look, string? strategy) => string.Join(", ", (look.Now?.Halts ?? []).Where(h => h.Strategy == strategy).Select(h =>
        h.Halt + (h.Until is { } until ? $" until {Figures.Clock(until, look.Clock)}" : "")));
}
