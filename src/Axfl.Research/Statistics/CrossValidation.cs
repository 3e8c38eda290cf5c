namespace Axfl.Research.Statistics;

/// <summary>Probability of backtest overfitting: how often the best of one half of the days is below the middle of all trials on the other half.</summary>
/// <param name="Pbo">Share of choices of days with a <see cref="Choice.Logit"/> of at most 0.</param>
/// <param name="LossShare">Share of choices whose best trial loses on the other days.</param>
/// <param name="Slope">Slope of the best trial's mean R outside on that inside, over the choices; null where all inside are equal.</param>
/// <param name="Choices">Each choice of half of the blocks, in lexical order.</param>
/// <remarks>
/// Combinatorially symmetric cross-validation: nothing in it is random. Source: D. Bailey, J. Borwein, M. López de Prado, Q. J. Zhu, "The probability of backtest
/// overfitting", Journal of Computational Finance 20 (2017).
/// </remarks>
internal sealed record CrossValidation(double Pbo, double LossShare, double? Slope, IReadOnlyList<CrossValidation.Choice> Choices)
{
    /// <summary>Fewer days than this say nothing.</summary>
    public const int MinDays = 80;

    /// <summary>Of one choice of blocks: the best trial on them, and how it did on the others.</summary>
    /// <param name="Trial">Place of the best trial.</param>
    /// <param name="Inside">Its mean R on the chosen days.</param>
    /// <param name="Outside">Its mean R on the others.</param>
    /// <param name="Rank">Its rank among all trials by mean R on the others, 1 the worst.</param>
    /// <param name="Logit">ln(w / (1 - w)), w = rank / (trials + 1).</param>
    public readonly record struct Choice(int Trial, double Inside, double Outside, double Rank, double Logit);

    /// <summary>Over the R by day of each trial.</summary>
    /// <param name="trials">A series a trial, all of one length.</param>
    /// <param name="stop">Ends it between two choices.</param>
    /// <returns>Null with one trial or fewer than <see cref="MinDays"/> days.</returns>
    public static CrossValidation? Of(IReadOnlyList<double[]> trials, CancellationToken stop = default)
    {
        if (trials.Count < 2 || trials[0].Length < MinDays) return null;
        return Of(trials, trials[0].Length < 320 ? 8 : 16, stop);
    }

    /// <summary>Over a given number of blocks.</summary>
    public static CrossValidation Of(IReadOnlyList<double[]> trials, int blocks, CancellationToken stop = default)
    {
        var (sums, sizes) = Blocks(trials, blocks);
        var choices = new List<Choice>();
        var (inside, outside) = (new double[trials.Count], new double[trials.Count]);
        foreach (var chosen in Halves(blocks))
        {
            stop.ThrowIfCancellationRequested();
            Means(sums, sizes, chosen, inside, outside);
            var best = Ties.Best(inside);
            var rank = Ties.Rank(outside, best);
            var w = rank / (trials.Count + 1);
            choices.Add(new(best, inside[best], outside[best], rank, Math.Log(w / (1 - w))));
        }

        return new(
            choices.Count(static c => !Ties.Greater(c.Logit, 0)) / (double)choices.Count,
            choices.Count(static c => Ties.Greater(0, c.Outside)) / (double)choices.Count,
            SlopeOf(choices),
            choices);
    }

    // Consecutive blocks whose sizes differ by one at most, the longer ones first; [block][trial].
    private static (double[][] Sums, int[] Sizes) Blocks(IReadOnlyList<double[]> trials, int blocks)
    {
        var days = trials[0].Length;
        var (sums, sizes) = (new double[blocks][], new int[blocks]);
        for (int block = 0, first = 0; block < blocks; block++)
        {
            sizes[block] = (days / blocks) + (block < days % blocks ? 1 : 0);
            sums[block] = new double[trials.Count];
            for (var trial = 0; trial < trials.Count; trial++)
            {
                var sum = 0.0;
                foreach (var r in trials[trial].AsSpan(first, sizes[block])) sum += r;
                sums[block][trial] = sum;
            }

            first += sizes[block];
        }

        return (sums, sizes);
    }

    private static void Means(double[][] sums, int[] sizes, uint chosen, double[] inside, double[] outside)
    {
        Array.Clear(inside);
        Array.Clear(outside);
        var (daysIn, daysOut) = (0, 0);
        for (var block = 0; block < sums.Length; block++)
        {
            var isChosen = (chosen >> block & 1) == 1;
            var target = isChosen ? inside : outside;
            if (isChosen) daysIn += sizes[block];
            else daysOut += sizes[block];
            System.Numerics.Tensors.TensorPrimitives.Add(target, sums[block], target);
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(inside, daysIn, inside);
        System.Numerics.Tensors.TensorPrimitives.Divide(outside, daysOut, outside);
    }

    // All choices of half of the blocks as sets of bits, in lexical order of their blocks.
    private static IEnumerable<uint> Halves(int blocks)
    {
        var chosen = Enumerable.Range(0, blocks / 2).ToArray();
        while (true)
        {
            yield return chosen.Aggregate(0u, static (set, block) => set | 1u << block);
            var last = chosen.Length - 1;
            while (last >= 0 && chosen[last] == blocks - chosen.Length + last) last--;
            if (last < 0) yield break;
            chosen[last]++;
            for (var i = last + 1; i < chosen.Length; i++) chosen[i] = chosen[i - 1] + 1;
        }
    }

    private static double? SlopeOf(List<Choice> choices)
    {
        var (x, y) = (choices.Average(static c => c.Inside), choices.Average(static c => c.Outside));
        var square = choices.Sum(c => (c.Inside - x) * (c.Inside - x));
        return square < 1e-18 ? null : choices.Sum(c => (c.Inside - x) * (c.Outside - y)) / square;
    }
}
