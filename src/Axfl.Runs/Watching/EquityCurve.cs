namespace Axfl.Runs.Watching;

/// <summary>What the trades of a run came to, one after the other.</summary>
/// <param name="Times">Exit times, UTC, in order of closing.</param>
/// <param name="Pnl">PnL since the start after each.</param>
/// <param name="Costs">Costs of all.</param>
/// <param name="Moved">Sum of |PnL + costs|: all the money that moved.</param>
internal sealed record EquityCurve(IReadOnlyList<DateTime> Times, IReadOnlyList<double> Pnl, double Costs, double Moved)
{
    /// <summary>That of no trade.</summary>
    public static EquityCurve Empty { get; } = new([], [], 0, 0);

    /// <summary>Costs as a share of all the money that moved; null: none has.</summary>
    public double? CostShare => Moved < 0.005 ? null : Costs / Moved;

    /// <summary>PnL at the ends of parts of equal length of a period.</summary>
    /// <param name="count">How many parts, at least 1.</param>
    /// <param name="since">Start of the period.</param>
    /// <param name="until">Its end; exits after it are left out.</param>
    public double[] Sample(int count, DateTime since, DateTime until)
    {
        var samples = new double[count];
        var (at, length) = (0, Math.Max(1, (until - since).Ticks));
        for (var i = 0; i < count; i++)
        {
            var end = since.AddTicks((long)(length * ((i + 1.0) / count)));
            while (at < Times.Count && Times[at] <= (i == count - 1 ? until : end)) at++;
            samples[i] = at == 0 ? 0 : Pnl[at - 1];
        }

        return samples;
    }
}
