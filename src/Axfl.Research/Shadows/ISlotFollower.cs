using Axfl.Engine.Shadows;

namespace Axfl.Research.Shadows;

/// <summary>Watches a run step by step and adds orders that are folded beside it.</summary>
internal interface ISlotFollower
{
    /// <summary>Whether positions of its orders are closed by news and blackouts as in the run: of orders that filled there.</summary>
    bool KeepsFlat { get; }

    /// <summary>The run has folded a step; nothing of it has happened to the orders beside it yet. Not called for a step in which nothing happened.</summary>
    /// <param name="fold">Takes orders.</param>
    /// <param name="events">What happened in the step, in order.</param>
    void BeforeOpen(ShadowFold fold, IReadOnlyList<SlotEvent> events);

    /// <summary>What was due at the open has been done; nothing inside the bars of the step has happened yet. Not called for a step in which nothing happened.</summary>
    void BeforeInside(ShadowFold fold, IReadOnlyList<SlotEvent> events);

    /// <summary>The bars of the step are complete.</summary>
    void AfterClose(ShadowFold fold, IReadOnlyList<SlotEvent> events);

    /// <summary>The run and the orders beside it have come to their end.</summary>
    /// <param name="events">What the end brought.</param>
    void End(IReadOnlyList<SlotEvent> events);
}
