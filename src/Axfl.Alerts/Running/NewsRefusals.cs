using Axfl.Contracts;
using Axfl.Engine.Gates;

namespace Axfl.Alerts.Running;

/// <summary>Which entries blocked by the news gate are worth a message: the first of a symbol around one event; a gate may block at every bar.</summary>
internal sealed class NewsRefusals
{
    private readonly Dictionary<string, string> _last = new(StringComparer.Ordinal);

    /// <summary>Whether a decision is one.</summary>
    public bool IsNew(Decision decision)
    {
        if (decision.Result != GateList.News.Name) return false;
        var about = About(decision.Detail);
        if (_last.TryGetValue(decision.Symbol, out var last) && last == about) return false;
        _last[decision.Symbol] = about;
        return true;
    }

    // The detail ends with the time of the gate, which differs.
    private static string About(string detail) => detail.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var at ? detail[..at] : detail;
}
