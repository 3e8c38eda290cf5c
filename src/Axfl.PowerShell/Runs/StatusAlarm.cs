using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>Why a run cannot do its job, in words, each time the reason changes: a table of statuses has no room for it.</summary>
internal sealed class StatusAlarm
{
    private string? _said;

    /// <summary>Looks at a status.</summary>
    /// <returns>The warning to give, or null.</returns>
    public string? Take(PortfolioStatus status)
    {
        var reason = status.Ok ? null : status.Error ?? "no reason is given";
        var isNew = reason is not null && reason != _said;
        _said = reason;
        return isNew ? $"{EventTime.ToIso(EventTime.FromDateTime(status.Now))} not ok: {reason}" : null;
    }
}
