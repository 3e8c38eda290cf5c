namespace Axfl.Engine.Shadows;

/// <summary>What becomes of a shadow from its first ambiguous bar on: that bar itself cannot tell.</summary>
public enum ShadowChoice
{
    /// <summary>What the plan's own fill model says.</summary>
    AsRun,

    /// <summary>What <see cref="Plan.IntrabarPolicy.Worst"/> says.</summary>
    Worse,

    /// <summary>What <see cref="Plan.IntrabarPolicy.Best"/> says.</summary>
    Better,

    /// <summary>It survives the bar of its entry; then what <see cref="Plan.IntrabarPolicy.Worst"/> says.</summary>
    SurvivesThenWorse,

    /// <summary>It survives the bar of its entry; then what <see cref="Plan.IntrabarPolicy.Best"/> says.</summary>
    SurvivesThenBetter,
}
