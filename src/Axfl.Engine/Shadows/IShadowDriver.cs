namespace Axfl.Engine.Shadows;

/// <summary>Names orders that are folded beside a run: each step is first folded by the run, then by the shadows.</summary>
public interface IShadowDriver
{
    /// <summary>Whether positions of its orders are closed by news and blackouts as in the run: of orders that filled there.</summary>
    bool KeepsFlat { get; }

    /// <summary>The run has folded a step. Nothing of it has happened to the shadows yet.</summary>
    void BeforeOpen(ShadowFold fold);

    /// <summary>Shadows that were due at the open are closed or cancelled; nothing inside the bars of the step has happened to them yet.</summary>
    void BeforeInside(ShadowFold fold);

    /// <summary>The bars of the step are complete.</summary>
    void AfterClose(ShadowFold fold);
}
