using System.Globalization;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Live;

/// <summary>
/// Input that is not used, in the journal and counted: the first of a kind and symbol with its text, then once an hour how many more there were, so that
/// a weekend of stray prices does not fill the disk. Counts go on when the run is resumed; a process that is killed loses those since the last notes.
/// </summary>
/// <param name="inputs">Takes the notes.</param>
/// <param name="symbols">Number of symbols.</param>
internal sealed class RejectNotes(LiveInputs inputs, int symbols)
{
    private const long Every = 3_600_000;

    private readonly Dictionary<(string Kind, int Symbol), Noted> _noted = [];
    private readonly long[] _more = new long[symbols];
    private readonly (long At, string? Text)[] _last = new (long, string?)[symbols];

    /// <summary>How many there were of a symbol.</summary>
    public long Count(int symbol) => inputs.Unused(symbol) + _more[symbol];

    /// <summary>What price was last not used of a symbol and why, for a person, when it was within the last minute; null: nothing was.</summary>
    public string? Recent(int symbol, long now) => _last[symbol] is { Text: { } text } last && now - last.At <= EventTime.Minute ? text : null;

    /// <summary>Something is not used.</summary>
    /// <param name="now">Unix ms.</param>
    /// <param name="kind">Why.</param>
    /// <param name="symbol">Of which symbol; -1: not known.</param>
    /// <param name="detail">Its text.</param>
    /// <param name="times">How many.</param>
    public void Add(long now, string kind, int symbol, string detail, int times = 1)
    {
        if (symbol >= 0)
        {
            _more[symbol] += times;
            if (kind != HistoryDoubts.Kind) _last[symbol] = (now, $"{Words(kind)}: {detail}");
        }

        if (!_noted.TryGetValue((kind, symbol), out var noted)) _noted[(kind, symbol)] = noted = new Noted();
        noted.More += times;
        noted.Detail = detail;
        if (now - noted.At < Every && noted.At != long.MinValue) return;
        Write(now, kind, symbol, noted, isFirst: noted.At == long.MinValue && times == 1);
    }

    /// <summary>The process ends: what has been counted since the last notes is noted.</summary>
    /// <param name="now">Unix ms.</param>
    public void Settle(long now)
    {
        foreach (var ((kind, symbol), noted) in _noted)
            if (noted.More > 0) Write(now, kind, symbol, noted, isFirst: false);
    }

    private void Write(long now, string kind, int symbol, Noted noted, bool isFirst)
    {
        inputs.Rejected(now, kind, symbol, noted.More, isFirst ? noted.Detail : string.Create(CultureInfo.InvariantCulture, $"{noted.More} more; the last: {noted.Detail}"));
        if (symbol >= 0) _more[symbol] -= noted.More;
        (noted.At, noted.More) = (now, 0);
    }

    private static string Words(string kind) => kind switch
    {
        nameof(RejectReason.MarketClosed) => "it is stamped when the market is closed",
        nameof(RejectReason.TimeOutOfRange) => "it is stamped too far from now",
        nameof(RejectReason.Malformed) => "it could not be read",
        _ => "it is stamped ahead",
    };

    private sealed class Noted
    {
        public long At { get; set; } = long.MinValue;

        public long More { get; set; }

        public string Detail { get; set; } = "";
    }
}
