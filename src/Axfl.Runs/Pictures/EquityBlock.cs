using Axfl.Contracts;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>Equity since the start of the run, in numbers and as a curve over the closed trades.</summary>
/// <param name="look">The run.</param>
/// <param name="most">Rows of the curve at most.</param>
/// <param name="glyphs">Characters.</param>
internal sealed class EquityBlock(RunLook look, int most, Glyphs glyphs) : Block
{
    /// <inheritdoc/>
    public override int Importance => 5;

    /// <inheritdoc/>
    public override int Wanted => look.Status is null ? 1 : 1 + (look.Curve.Pnl.Count == 0 ? 1 : most);

    /// <inheritdoc/>
    public override int Least => Math.Min(Wanted, 2);

    /// <inheritdoc/>
    public override string Name => "EQUITY";

    /// <inheritdoc/>
    public override IReadOnlyList<PictureLine> Draw(int width, int height)
    {
        if (look.Status is not { } status) return [new([new PictureSpan(Name, PictureStyle.Strong), new PictureSpan("  nothing yet", PictureStyle.Faint)])];
        var lines = new List<PictureLine> { Numbers(status).Cut(width, glyphs.Cut) };
        if (height < 2) return lines;
        var values = look.Curve.Sample(width, status.Since, Until(status));
        lines.AddRange(SparkLine.Draw(values, height - 1, glyphs).Select(row => new PictureLine([new PictureSpan(row, Figures.StyleOf(status.Total.Pnl))])));
        return lines;
    }

    // A picture that is held stays so while trades are closed; of a run that is over all count.
    private DateTime Until(PortfolioStatus status)
    {
        if (look is { IsLive: true, IsOver: false }) return look.Time;
        var last = look.IsOver && look.Curve.Times.Count > 0 ? look.Curve.Times[^1] : status.Now;
        return last > status.Now ? last : status.Now;
    }

    private PictureLine Numbers(PortfolioStatus status)
    {
        var total = status.Total;
        var style = Figures.StyleOf(total.Pnl);
        var share = look.Curve.CostShare is { } costs ? $", cost share {Figures.Share(costs)}" : "";
        return new PictureLine(
        [
            new PictureSpan("EQUITY  ", PictureStyle.Strong), new PictureSpan(Figures.Equity(total.Equity), PictureStyle.Plain), new PictureSpan(" " + Figures.Money(total.Pnl), style),
            new PictureSpan(" " + Figures.R(total.R), style), new PictureSpan(share, PictureStyle.Faint),
            new PictureSpan(FormattableString.Invariant($", {Counted.Of(total.Trades, "trade")}, drawdown {total.MaxDrawdownPct:0.00}%"), PictureStyle.Faint),
        ]);
    }
}
