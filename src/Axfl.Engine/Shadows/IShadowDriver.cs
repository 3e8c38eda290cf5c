using Axfl.Engine.Events;

namespace Axfl.Engine.Shadows;

/// <summary>Observes a run and names the orders that are folded beside it: each step is first folded by the run, then by the shadows.</summary>
public interface IShadowDriver : IEngineObserver
{
    /// <summary>The run has folded a step. Nothing of it has happened to the shadows yet.</summary>
    void BeforeOpen(ShadowFold fold);

    /// <summary>Shadows that were due at the open are closed or cancelled; nothing inside the bars of the step has happened to them yet.</summary>
    void BeforeInside(ShadowFold fold);

    /// <summary>The bars of the step are complete.</summary>
    void AfterClose(ShadowFold fold);
}
