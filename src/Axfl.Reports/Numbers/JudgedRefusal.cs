using Axfl.Contracts;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Numbers;

/// <summary>An order that was refused or cancelled, and what it would have come to.</summary>
/// <param name="Refusal">The refusal.</param>
/// <param name="Shadow">Its result; null: it has none.</param>
internal sealed record JudgedRefusal(Refusal Refusal, ShadowResult? Shadow)
{
    /// <summary>The gate it counts under; empty: none.</summary>
    public string Gate => Shadow?.Gate ?? Refusal.Gate;

    /// <summary>Refusals with their results.</summary>
    /// <param name="refusals">All refusals of a run, in order.</param>
    /// <param name="shadows">The results of those that have one; null: there are none.</param>
    public static IReadOnlyList<JudgedRefusal> Of(IReadOnlyList<Refusal> refusals, IReadOnlyList<ShadowResult>? shadows)
    {
        var waiting = new Dictionary<(DateTime, string, string, string), Queue<ShadowResult>>();
        foreach (var shadow in shadows ?? [])
        {
            var key = (shadow.Time, shadow.Symbol, shadow.Strategy, shadow.Stage);
            if (!waiting.TryGetValue(key, out var queue)) waiting.Add(key, queue = new());
            queue.Enqueue(shadow);
        }

        return [.. refusals.Select(r => new JudgedRefusal(r, Take(r, waiting)))];
    }

    private static ShadowResult? Take(Refusal refusal, Dictionary<(DateTime, string, string, string), Queue<ShadowResult>> waiting)
    {
        var decision = refusal.Decision;
        if (refusal.Gate.Length == 0 || !waiting.TryGetValue((decision.Time, decision.Symbol, decision.Strategy, decision.Stage), out var queue)) return null;
        return queue.TryPeek(out var next) && (refusal.IsCancelled || next.Gate == refusal.Gate) ? queue.Dequeue() : null;
    }
}
