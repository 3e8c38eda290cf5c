using Axfl.Contracts;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>Open positions, each between its stop loss and its target, and pending orders behind them.</summary>
internal static class PositionsBlock
{
    // Where there is no target the rail ends here, R: at a common one, or beyond a price that has gone further.
    private const double NoTarget = 2;

    /// <summary>Makes it.</summary>
    public static TableBlock Of(RunLook look, Glyphs glyphs)
    {
        var grid = new Grid(
            glyphs, new("OPEN", Least: 6), new("strategy", 7, Least: 4), new("side", 9), new("units", 3, IsNumber: true), new("entry", 5, IsNumber: true), new("stop", 6, IsNumber: true),
            new("", 8, Least: 10, Most: 40), new("target", 6, IsNumber: true), new("R", 9, IsNumber: true), new("PnL", 4, IsNumber: true), new("held", 2, IsNumber: true));
        foreach (var p in look.Status?.Positions ?? [])
        {
            var style = Figures.StyleOf(p.ROpen);
            grid.Add(
                p.Symbol, p.Strategy, p.Side, Figures.Count(p.Units), Figures.Price(p.Entry), Figures.Price(p.Sl), GridCell.OfBar(style, width => Rail(p, look, width, glyphs)),
                p.Tp is { } target ? Figures.Price(target) : "none", new(Figures.R(p.ROpen), style), new(Figures.Money(p.PnlOpen), style), Figures.Count(p.BarsHeld) + " bars");
        }

        foreach (var o in look.Status?.Pending ?? [])
        {
            grid.Add(
                new GridCell(o.Symbol, PictureStyle.Faint), new(o.Strategy, PictureStyle.Faint), new(o.Side, PictureStyle.Faint), "", Figures.Price(o.Price), Figures.Price(o.Sl),
                new($"pending {o.Type}", PictureStyle.Faint), o.Tp is { } target ? Figures.Price(target) : "none", "", "", "");
        }

        return new TableBlock("OPEN", 9, grid, "no position, no pending order");
    }

    private static string Rail(PositionStatus p, RunLook look, int width, Glyphs glyphs)
    {
        var risk = p.Entry - p.Sl;
        var now = Array.Find(look.Now?.Prices ?? [], x => x.Symbol == p.Symbol)?.Mid ?? p.Entry + p.ROpen * risk;
        var target = p.Tp ?? p.Entry + Math.Max(NoTarget, p.ROpen * 1.25) * risk;
        return Gauges.Between((p.Entry - p.Sl) / (target - p.Sl), (now - p.Sl) / (target - p.Sl), p.Tp is not null, width, glyphs);
    }
}
