using Axfl.Contracts;
using Axfl.Data.Bars;

namespace Axfl.Data.Dialects;

/// <summary>A bid file and an ask file read side by side: mid prices and measured spreads. A bar with one side only is an error of its line.</summary>
/// <param name="bid">Lines of the bid side; owned.</param>
/// <param name="ask">Lines of the ask side; owned.</param>
/// <param name="askName">Name of the ask file, for reports.</param>
internal sealed class PairedReader(RawBarReader bid, RawBarReader ask, string askName) : RawBarReader
{
    private RawBar _bid, _ask;
    private bool _hasBid, _hasAsk;

    // The sides to read on before the next bar: only then, so that the texts of the lines in hand are still there for a report.
    private bool _readBid = true, _readAsk = true, _isAskLine;

    /// <inheritdoc/>
    public override string CurrentText => _isAskLine ? ask.CurrentText : bid.CurrentText;

    /// <inheritdoc/>
    public override string? CurrentFile => _isAskLine ? askName : null;

    /// <inheritdoc/>
    public override bool TryRead(out RawBar bar)
    {
        if (_readBid) _hasBid = bid.TryRead(out _bid);
        if (_readAsk) _hasAsk = ask.TryRead(out _ask);
        bar = default;
        if (!_hasBid && !_hasAsk) return false;
        (_readBid, _readAsk) = Choose();
        _isAskLine = !_readBid;
        bar = (_readBid, _readAsk) switch
        {
            (true, true) => Mid(_bid.Bar, _ask.Bar, _bid.Line),
            (true, false) => _bid.Error is null ? _bid with { Error = "the ask side is missing" } : _bid,
            _ => _ask.Error is null ? _ask with { Error = "the bid side is missing" } : _ask,
        };
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        bid.Dispose();
        ask.Dispose();
    }

    // Which sides make the next bar.
    private (bool Bid, bool Ask) Choose()
    {
        if (!_hasAsk || (_hasBid && _bid.Error is not null)) return (true, false);
        if (!_hasBid || _ask.Error is not null) return (false, true);
        return (_bid.Bar.Time <= _ask.Bar.Time, _ask.Bar.Time <= _bid.Bar.Time);
    }

    private static RawBar Mid(in Bar b, in Bar a, long line) => new(
        new Bar(b.Time, (b.Open + a.Open) / 2, (b.High + a.High) / 2, (b.Low + a.Low) / 2, (b.Close + a.Close) / 2, b.Volume), line, null,
        a.Open - b.Open, a.Close - b.Close);
}
