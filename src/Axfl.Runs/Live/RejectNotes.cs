using System.Globalization;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Live;

/// <summary>
/// Input that is not used, in the journal and counted: the first of a kind and symbol with its text, then once an hour how many more there were, so that
/// a weekend of stray prices does not fill the disk.
/// </summary>
/// <param name="inputs">Takes the notes.</param>
/// <param name="symbols">Number of symbols.</param>
internal sealed class RejectNotes(LiveInputs inputs, int symbols)
{
    private const long Every = 3_600_000;

    private readonly Dictionary<(string Kind, int Symbol), Noted> _noted = [];
    private readonly long[] _counts = new long[symbols];
    private readonly (long At, string? Text)[] _last = new (long, string?)[symbols];

    /// <summary>How many there were of a symbol.</summary>
    public long Count(int symbol) => _counts[symbol];

    /// <summary>How many there were, of no symbol too.</summary>
    public long Total { get; private set; }

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
        Total += times;
        if (symbol >= 0)
        {
            _counts[symbol] += times;
            if (kind != HistoryDoubts.Kind) _last[symbol] = (now, $"{Words(kind)}: {detail}");
        }

        if (!_noted.TryGetValue((kind, symbol), out var noted)) _noted[(kind, symbol)] = noted = new Noted();
        noted.More += times;
        if (now - noted.At < Every && noted.At != long.MinValue) return;
        var text = noted.At == long.MinValue && times == 1 ? detail : string.Create(CultureInfo.InvariantCulture, $"{noted.More} more; the last: {detail}");
        inputs.Note(JournalKind.Rejected, now, kind, text);
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
    }
}
