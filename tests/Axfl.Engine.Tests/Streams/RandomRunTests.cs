using System.Globalization;

namespace Axfl.Engine.Tests.Streams;

/// <summary>Plans and bars drawn at random: the sparse fold says what the full one says.</summary>
public class RandomRunTests
{
    private const int Parts = 8;

    // How many plans: AXFL_STREAMS, from seed AXFL_STREAMS_FROM on.
    private static int Plans => Number("AXFL_STREAMS", 320);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Random_plans_give_the_same_events_and_the_same_end_from_streams(int part)
    {
        var (trades, events, run) = (0, 0, 0);
        for (var seed = Number("AXFL_STREAMS_FROM", 0) + part; run < Math.Max(1, Plans / Parts); seed += Parts, run++)
        {
            var drawn = new RandomRun(seed);
            try
            {
                var log = BothWays.AssertEqual(drawn.Plan, drawn.Bars);
                trades += log.Trades;
                events += log.Events.Count;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
        }

        Assert.True(trades > 8 * run && events > 100 * run, $"only {trades} trades and {events} events in {run} runs: little was compared");
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
