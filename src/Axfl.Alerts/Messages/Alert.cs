using Axfl.Configuration.Plan;

namespace Axfl.Alerts.Messages;

/// <summary>One message about a run. Immutable: all channels share it.</summary>
/// <param name="Id">Its id, the same in every process: by it a receiver knows what came twice.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Time">When that happened, unix ms.</param>
/// <param name="Text">What a person must know, in one line; of a digest in a few.</param>
/// <param name="Facts">The same in parts.</param>
internal sealed record Alert(string Id, AlertEvents Kind, long Time, string Text, AlertFacts Facts)
{
    /// <summary>Whether it happened before the run was resumed.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whether another process finds it in the run's other files; else it is noted when it is made.</summary>
    public bool IsInFiles { get; init; }

    /// <summary>The text as a mail may show it; null: as it is.</summary>
    public string? Html { get; init; }

    /// <summary>The text, marked when it is late.</summary>
    public string Shown => IsLate ? "[late] " + Text : Text;
}
