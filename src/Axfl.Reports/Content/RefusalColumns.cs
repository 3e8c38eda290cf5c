using Axfl.Contracts;
using Axfl.Reports.Numbers;
using Axfl.Reports.Pack;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Content;

/// <summary>Refused and cancelled orders as columns.</summary>
/// <param name="refusals">All of them, in order.</param>
/// <param name="names">Names that columns refer to by index.</param>
internal sealed class RefusalColumns(IReadOnlyList<JudgedRefusal> refusals, ContentNames names)
{
    /// <summary>The most that go in one by one: of more the last, and counts by day of all.</summary>
    public const int Most = 20_000;

    private readonly List<string> _details = [];

    /// <summary>Forms of details that the columns of <see cref="Pack"/> refer to, as they come.</summary>
    public IReadOnlyList<string> Details => _details;

    /// <summary>The last of them, packed.</summary>
    public string Pack()
    {
        JudgedRefusal[] last = [.. refusals.Skip(Math.Max(0, refusals.Count - Most))];
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        DetailForm[] details = [.. last.Select(r => DetailForm.Of(r.Refusal.Decision.Detail))];
        int? FormAt(int i)
        {
            if (details[i].Form.Length == 0) return -1;
            if (forms.TryGetValue(details[i].Form, out var at)) return at;
            forms.Add(details[i].Form, at = _details.Count);
            _details.Add(details[i].Form);
            return at;
        }

        Decision Of(int i) => last[i].Refusal.Decision;
        return new Columns(last.Length)
            .AddDelta("time", i => TradeColumns.Seconds(Of(i).Time))
            .Add("symbol", i => names.Symbol(Of(i).Symbol))
            .Add("strategy", i => names.Strategy(Of(i).Strategy))
            .Add("stage", i => Place(ContentNames.Stages, Of(i).Stage))
            .Add("gate", i => names.Gate(last[i].Gate))
            .Add("cancel", i => last[i].Refusal.IsCancelled ? Place(ContentNames.Cancels, Of(i).Result) : -1)
            .Add("side", i => Of(i).Side == "long" ? 1 : -1)
            .Add("price", i => TradeColumns.Round(Of(i).Price, names.PriceScale(Of(i).Symbol)))
            .AddNumbers("value", i => details[i].Value)
            .AddNumbers("limit", i => details[i].Limit)
            .Add("detail", i => FormAt(i))
            .Add("shadow", i => last[i].Shadow?.State switch { null => 0, ShadowStates.Filled => 1, ShadowStates.Unfilled => 2, _ => 3 })
            .Add("shadow_r", i => last[i].Shadow?.R is { } r ? TradeColumns.Round(r, 1e4) : null)
            .Pack();
    }

    /// <summary>Counts and sums of all of them by day, gate, strategy and symbol, packed; null: all go in one by one.</summary>
    public string? PackDays()
    {
        if (refusals.Count <= Most) return null;
        var groups = refusals.Where(r => r.Gate.Length > 0)
            .GroupBy(r => (r.Refusal.Day, Gate: names.Gate(r.Gate), Strategy: names.Strategy(r.Refusal.Decision.Strategy), Symbol: names.Symbol(r.Refusal.Decision.Symbol)))
            .OrderBy(g => g.Key).Select(g => (g.Key, Sum: ShadowSum.Of(g))).ToArray();
        return new Columns(groups.Length)
            .AddDelta("day", i => groups[i].Key.Day)
            .Add("gate", i => groups[i].Key.Gate)
            .Add("strategy", i => groups[i].Key.Strategy)
            .Add("symbol", i => groups[i].Key.Symbol)
            .Add("n", i => groups[i].Sum.Refused)
            .Add("filled", i => groups[i].Sum.Filled)
            .Add("won", i => groups[i].Sum.Won)
            .Add("sum_r", i => TradeColumns.Round(groups[i].Sum.SumR, 1e4))
            .Add("sum_r2", i => TradeColumns.Round(groups[i].Sum.SumSquares, 1e8))
            .Pack();
    }

    private static int Place(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i] == name) return i;
        return -1;
    }
}
