using Axfl.Engine.Exits;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Reports.Numbers;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Content;

/// <summary>The names that columns refer to by their index.</summary>
internal sealed class ContentNames
{
    private readonly Dictionary<string, int> _symbols, _strategies, _gates, _reasons, _tags;
    private readonly Dictionary<string, double> _scales;
    private readonly List<(int Strategy, SessionWindow Window, SessionCalendar Calendar)> _windows = [];

    /// <param name="run">The run.</param>
    /// <param name="refusals">Its refusals.</param>
    public ContentNames(RunRecord run, IReadOnlyList<JudgedRefusal> refusals)
    {
        Strategies = [.. run.Engine.Strategies.Concat(run.Trades.Select(t => t.Strategy)).Concat(run.Decisions.Select(d => d.Strategy)).Distinct()];
        Symbols = [.. run.Instruments.Select(i => i.Symbol)];
        Gates = Refusal.Gates(refusals.Select(r => r.Refusal));
        Reasons = [.. ExitReasons.InOrder.Select(r => r.Name).Concat(run.Trades.Select(t => t.Reason)).Distinct()];
        Tags = [.. run.Trades.Select(t => t.Tag).Where(t => t.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        (_symbols, _strategies, _gates, _reasons, _tags) = (Index(Symbols), Index(Strategies), Index(Gates), Index(Reasons), Index(Tags));
        _scales = run.Instruments.ToDictionary(i => i.Symbol, i => Math.Pow(10, i.Digits + 1), StringComparer.Ordinal);
        foreach (var strategy in run.Engine.Strategies)
        {
            var slot = run.Engine.Symbols.SelectMany(s => s.Slots).FirstOrDefault(s => s.Strategy == strategy);
            foreach (var window in slot?.Windows ?? []) _windows.Add((_strategies[strategy], window, new SessionCalendar([window])));
        }
    }

    /// <summary>Symbols in plan order.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>Strategy ids in plan order.</summary>
    public IReadOnlyList<string> Strategies { get; }

    /// <summary>Gates in their order.</summary>
    public IReadOnlyList<string> Gates { get; }

    /// <summary>Exit reasons in their order.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>Tags of trades.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>Stages of decisions.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["place", "fill", "cancel"];

    /// <summary>Why orders are cancelled.</summary>
    public static IReadOnlyList<string> Cancels { get; } = [.. CancelReason.InOrder.Select(r => r.Name)];

    /// <summary>The windows of the plan: strategy and text.</summary>
    public IEnumerable<(int Strategy, string Text)> Windows =>
        _windows.Select(w => (w.Strategy, $"{w.Window.Start}-{w.Window.End} {(w.Window.Zone.Equals(TimeZoneInfo.Utc) ? "UTC" : w.Window.Zone.Id)}"));

    /// <summary>Index of a symbol.</summary>
    public int Symbol(string name) => Of(_symbols, name);

    /// <summary>Index of a strategy.</summary>
    public int Strategy(string name) => Of(_strategies, name);

    /// <summary>Index of a gate; -1: none.</summary>
    public int Gate(string name) => Of(_gates, name);

    /// <summary>Index of an exit reason.</summary>
    public int Reason(string name) => Of(_reasons, name);

    /// <summary>Index of a tag; -1: none.</summary>
    public int Tag(string name) => Of(_tags, name);

    /// <summary>Prices of a symbol are whole numbers of 1 / so many.</summary>
    public double PriceScale(string symbol) => _scales.GetValueOrDefault(symbol, 1e6);

    /// <summary>Index of the window of a strategy that is open at a time, unix ms; -1: none.</summary>
    public int WindowAt(string strategy, long time)
    {
        var index = Strategy(strategy);
        return _windows.FindIndex(w => w.Strategy == index && w.Calendar.IsOpen(time));
    }

    private static int Of(Dictionary<string, int> index, string name) => index.GetValueOrDefault(name, -1);

    private static Dictionary<string, int> Index(IReadOnlyList<string> names) =>
        names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
}
