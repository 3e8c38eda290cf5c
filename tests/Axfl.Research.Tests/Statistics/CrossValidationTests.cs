using Axfl.Research.Statistics;

namespace Axfl.Research.Tests.Statistics;

public class CrossValidationTests
{
    internal static readonly double[][] Overfit =
    [
        [0.5, 0.4, -0.6, -0.2, 0.7, 0.3, -0.5, -0.4],
        [-0.2, 0.1, 0.3, 0.4, -0.1, -0.4, 0.2, 0.1],
        [0.1, -0.3, 0.2, 0.1, 0, 0.2, 0.3, -0.1],
    ];

    private static readonly double[][] Sound =
    [
        [0.5, 0.2, 0.6, 0.1, 0.4, 0.3, 0.5, 0.2, 0.6, 0.1, 0.4, 0.3],
        [0.1, -0.3, 0.2, 0, -0.1, 0.2, -0.2, 0.1, 0, 0.2, -0.3, 0.1],
        [-0.2, 0.1, -0.1, 0.2, 0.1, -0.3, 0, 0.1, -0.1, -0.2, 0.2, 0],
        [0, 0.1, -0.2, -0.1, 0.2, 0, 0.1, -0.3, 0.1, 0, -0.1, 0.2],
    ];

    [Fact]
    public void The_best_inside_is_the_worst_outside()
    {
        var result = CrossValidation.Of(Overfit, blocks: 4);
        Assert.Equal([1, 1, 1.5, 1.5, 1, 1.5], result.Choices.Select(c => c.Rank));
        Assert.Equal(1, result.Pbo);
    }

    [Fact]
    public void The_best_inside_is_the_best_outside()
    {
        var result = CrossValidation.Of(Sound, blocks: 4);
        Assert.All(result.Choices, c => Assert.Equal(Math.Log(4), c.Logit, 1e-9));
        Assert.Equal((0, 0), (result.Pbo, result.LossShare));
    }

    [Fact]
    public void Trials_that_are_all_the_same_share_the_middle_rank()
    {
        var result = CrossValidation.Of([Sound[0], Sound[0], Sound[0]], blocks: 4);
        Assert.All(result.Choices, c => Assert.Equal((0, 2.0), (c.Trial, c.Rank)));
        Assert.Equal(1, result.Pbo);
    }

    [Theory]
    [InlineData(79, 5, null)]
    [InlineData(80, 1, null)]
    [InlineData(80, 2, 70)]
    [InlineData(319, 2, 70)]
    [InlineData(320, 2, 12870)]
    public void Eight_blocks_below_320_days_sixteen_from_there_none_below_80(int days, int trials, int? choices)
    {
        var random = new Random(1);
        var matrix = Enumerable.Range(0, trials).Select(_ => Enumerable.Range(0, days).Select(_ => random.NextDouble() - 0.5).ToArray()).ToArray();
        Assert.Equal(choices, CrossValidation.Of(matrix)?.Choices.Count);
    }

    [Fact]
    public void Longer_blocks_come_first()
    {
        // Ten days in four blocks: 3, 3, 2, 2. Block 0 alone holds the first trial's gain.
        double[] first = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0], second = [0, 0, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
        var choice = CrossValidation.Of([first, second], blocks: 4).Choices[0];
        Assert.Equal((0, 0.5, 0.0), (choice.Trial, choice.Inside, choice.Outside));
    }
}
