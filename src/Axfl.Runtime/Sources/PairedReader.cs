using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>A bid file and an ask file read side by side: mid prices and measured spreads. A bar with one side only is an error of its line.</summary>
internal sealed class PairedReader(RawBarReader bid, RawBarReader ask) : RawBarReader
{
    private RawBar _bid, _ask;
    private bool _hasBid, _hasAsk, _begun;

    /// <inheritdoc/>
    public override string CurrentText => bid.CurrentText;

    /// <inheritdoc/>
    public override bool TryRead(out RawBar bar)
    {
        if (!_begun)
        {
            _begun = true;
            NextBid();
            NextAsk();
        }

        bar = default;
        if (!_hasBid && !_hasAsk) return false;
        if (_hasBid && _bid.Error is not null) (bar, _hasBid) = (_bid, bid.TryRead(out _bid));
        else if (_hasAsk && _ask.Error is not null) (bar, _hasAsk) = (_ask, ask.TryRead(out _ask));
        else if (!_hasAsk || (_hasBid && _bid.Bar.Time < _ask.Bar.Time))
        {
            bar = new RawBar(_bid.Bar, _bid.Line, "the ask side is missing");
            NextBid();
        }
        else if (!_hasBid || _ask.Bar.Time < _bid.Bar.Time)
        {
            bar = new RawBar(_ask.Bar, _ask.Line, "the bid side is missing");
            NextAsk();
        }
        else
        {
            bar = Mid(_bid.Bar, _ask.Bar, _bid.Line);
            NextBid();
            NextAsk();
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        bid.Dispose();
        ask.Dispose();
    }

    private static RawBar Mid(in Bar b, in Bar a, long line) => new(
        new Bar(b.Time, (b.Open + a.Open) / 2, (b.High + a.High) / 2, (b.Low + a.Low) / 2, (b.Close + a.Close) / 2, b.Volume), line, null,
        a.Open - b.Open, a.Close - b.Close);

    private void NextBid() => _hasBid = bid.TryRead(out _bid);

    private void NextAsk() => _hasAsk = ask.TryRead(out _ask);
}
