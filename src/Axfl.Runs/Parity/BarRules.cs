using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Parity;

/// <summary>What makes two bars equal. Prices nearer than 1e-9 are; volumes are not looked at, nothing follows from them.</summary>
/// <param name="Spreads">Whether spreads count: both runs took them from the data.</param>
/// <param name="Inner">Whether the smaller bars inside count: both runs walked through them.</param>
internal sealed record BarRules(bool Spreads, bool Inner)
{
    /// <summary>Whether they are equal.</summary>
    public bool Same(in StepBar left, in StepBar right) => SamePrices(left.Bar, right.Bar)
        && (!Spreads || (Near(left.OpenSpread, right.OpenSpread) && Near(left.CloseSpread, right.CloseSpread)))
        && (!Inner || SameInner(left.Inner.Span, right.Inner.Span));

    /// <summary>Largest distance of two prices of the same kind.</summary>
    public static double Distance(in Bar left, in Bar right) => Math.Max(
        Math.Max(Math.Abs(left.Open - right.Open), Math.Abs(left.High - right.High)), Math.Max(Math.Abs(left.Low - right.Low), Math.Abs(left.Close - right.Close)));

    /// <summary>Both bars in words, with the fields that differ.</summary>
    public BarDifference Describe(in StepBar left, in StepBar right, Instrument instrument)
    {
        var fields = new List<BarField>();
        Prices(left.Bar, right.Bar, "", instrument, fields);
        if (Spreads) AddSpreads("", left.OpenSpread, left.CloseSpread, right.OpenSpread, right.CloseSpread, instrument, fields);

        if (Inner && fields.Count == 0) DescribeInner(left.Inner.Span, right.Inner.Span, instrument, fields);
        return new BarDifference(left.Bar.Time, instrument, fields, 0);
    }

    /// <summary>A bar one side lacks.</summary>
    /// <param name="bar">The other side's.</param>
    /// <param name="missing">-1: the left side lacks it; 1: the right side does.</param>
    /// <param name="instrument">Symbol.</param>
    public static BarDifference DescribeMissing(in StepBar bar, int missing, Instrument instrument)
    {
        var b = bar.Bar;
        BarField Field(string name, double price)
        {
            var text = PriceText.Of(price, instrument);
            return new BarField(name, text, text);
        }

        return new BarDifference(b.Time, instrument, [Field("open", b.Open), Field("high", b.High), Field("low", b.Low), Field("close", b.Close)], missing);
    }

    private void DescribeInner(ReadOnlySpan<InnerBar> left, ReadOnlySpan<InnerBar> right, Instrument instrument, List<BarField> fields)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var (l, r) = (left[i].Bar, right[i].Bar);
            if (SameInner(left[i], right[i])) continue;
            var where = $"inside at {TimeText.Of(l.Time, l.Time)} ";
            if (l.Time != r.Time) fields.Add(new BarField("inside", TimeText.Of(l.Time, l.Time), TimeText.Of(r.Time, r.Time)));
            else
            {
                Prices(l, r, where, instrument, fields);
                if (Spreads) AddSpreads(where, left[i].OpenSpread, left[i].CloseSpread, right[i].OpenSpread, right[i].CloseSpread, instrument, fields);
            }

            return;
        }

        fields.Add(new BarField("smaller bars inside", PriceText.Count(left.Length), PriceText.Count(right.Length)));
    }

    private static void Prices(in Bar left, in Bar right, string where, Instrument instrument, List<BarField> fields)
    {
        Add(where + "open", left.Open, right.Open, instrument, fields);
        Add(where + "high", left.High, right.High, instrument, fields);
        Add(where + "low", left.Low, right.Low, instrument, fields);
        Add(where + "close", left.Close, right.Close, instrument, fields);
    }

    private static void Add(string name, double left, double right, Instrument instrument, List<BarField> fields)
    {
        if (Near(left, right)) return;
        var (l, r) = PriceText.Of(left, right, instrument);
        fields.Add(new BarField(name, l, r));
    }

    private static void AddSpreads(
        string where, double leftOpen, double leftClose, double rightOpen, double rightClose, Instrument instrument, List<BarField> fields)
    {
        Add(where + "open spread", leftOpen, rightOpen, instrument, fields);
        Add(where + "close spread", leftClose, rightClose, instrument, fields);
    }

    private bool SameInner(ReadOnlySpan<InnerBar> left, ReadOnlySpan<InnerBar> right)
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
            if (!SameInner(left[i], right[i])) return false;
        return true;
    }

    private bool SameInner(in InnerBar a, in InnerBar b) => a.Bar.Time == b.Bar.Time && SamePrices(a.Bar, b.Bar)
        && (!Spreads || (Near(a.OpenSpread, b.OpenSpread) && Near(a.CloseSpread, b.CloseSpread)));

    private static bool SamePrices(in Bar a, in Bar b) => Near(a.Open, b.Open) && Near(a.High, b.High) && Near(a.Low, b.Low) && Near(a.Close, b.Close);

    private static bool Near(double a, double b) => Math.Abs(a - b) < Contracts.Prices.Tolerance || (double.IsNaN(a) && double.IsNaN(b));
}
