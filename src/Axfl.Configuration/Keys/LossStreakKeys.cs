using Axfl.Configuration.Keys.Forms;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of <c>risk.loss_streak</c>.</summary>
internal static class LossStreakKeys
{
    public static readonly LossStreakPlan Usual = new(3, 240);

    public static readonly SectionKeys<LossStreakPlan> Table = new("loss_streak: {losses: 3, pause_minutes: 240}")
    {
        { "losses", new WholeForm(1, 1_000_000), "trades", "Losing trades in a row of a strategy, over all its symbols, after which it pauses.", l => l.Losses, (l, v) => l with { Losses = v }, true },
        { "pause_minutes", new WholeForm(1, 5_256_000), "minutes", "How long it pauses.", l => l.PauseMinutes, (l, v) => l with { PauseMinutes = v }, true },
    };
}
