using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Portfolio;

public class SharedBarsTests
{
    private const int Bars = 200_000;

    [Theory]
    [InlineData(double.NaN, 56)]
    [InlineData(0.0001, 72)]
    public void A_bar_takes_no_more_than_72_bytes_what_is_computed_from_it_included(double spread, int most)
    {
        var builder = new SharedBarsBuilder();
        for (var i = 0; i < Bars; i++) builder.Add([new StepBar(0, Scenario.BarAt(i, 0, i % 7, -i % 5, 0), spread, spread)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bars = builder.Build();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, (long)most * Bars, (long)most * Bars + 64 * 1024);
        Assert.Equal((long)most * Bars, bars.Bytes);
    }

    [Fact]
    public void Bars_spreads_and_smaller_bars_come_back_as_they_were()
    {
        StepBar[] steps =
        [
            new(2, Scenario.BarAt(0, 0, 1, -1, 0)),
            new(2, Scenario.BarAt(1, 0, 2, -1, 1), 0.0001) { Inner = new[] { new InnerBar(Scenario.BarAt(1, 0, 2, 0, 1)), new InnerBar(Scenario.BarAt(2, 1, 1, 0, 1), 0.0002) } },
            new(2, Scenario.BarAt(4, 1, 3, 0, 2), double.NaN, 0.0003),
            new(2, Scenario.BarAt(5, 1, 3, 0, 2)) { Inner = new[] { new InnerBar(Scenario.BarAt(5, 0, 2, 0, 1)) } },
        ];
        var shared = SharedBars.Of(steps);
        Assert.Equal(4, shared.Count);
        AssertSame(steps, shared.ToSteps(2));
        AssertSame(steps[2..], shared.From(steps[1].Bar.Time + 1).ToSteps(2));
        Assert.Same(shared, shared.From(steps[0].Bar.Time));
        Assert.Equal(0, shared.From(long.MaxValue).Count);
    }

    [Fact]
    public void The_average_true_range_has_the_bits_of_the_fold_also_for_a_later_start()
    {
        var random = new Random(3);
        var steps = Enumerable.Range(0, 300).Select(i => new StepBar(0, Scenario.BarAt(i, random.Next(9), 10 + random.Next(9), -random.Next(9), random.Next(9)))).ToArray();
        var shared = SharedBars.Of(steps);
        foreach (var skipped in (int[])[0, 1, 100])
        {
            var later = shared.From(steps[skipped].Bar.Time);
            var atr = new AverageTrueRange(14);
            for (var i = skipped; i < steps.Length; i++)
            {
                atr.Add(steps[i].Bar);
                Assert.Equal(BitConverter.DoubleToInt64Bits(atr.Value), BitConverter.DoubleToInt64Bits(later.Atr(i - skipped)));
            }
        }
    }

    [Fact]
    public void Bars_out_of_order_or_fetched_after_the_fact_are_an_error()
    {
        string Message(params StepBar[] bars) => Assert.Throws<ArgumentException>(() => SharedBars.Of(bars)).Message;
        var bar = new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0));
        Assert.StartsWith("The bars are out of order at 2026-01-13T07:05:00Z.", Message(bar, bar), StringComparison.Ordinal);
        Assert.StartsWith("The bar 2026-01-13T07:05:00Z was fetched after the fact", Message(bar with { Backfilled = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_bar_at_or_after_a_time_is_found_from_any_bar_before_it()
    {
        var times = Enumerable.Range(0, 50).Where(i => i % 7 != 3).ToArray();
        var shared = SharedBars.Of(times.Select(i => new StepBar(0, Scenario.BarAt(i, 0, 0, 0, 0))).ToArray());
        for (var time = -1; time <= 51; time++)
        {
            var expected = Array.FindIndex(times, t => t >= time);
            if (expected < 0) expected = times.Length;
            for (var from = 0; from <= expected; from++) Assert.Equal(expected, shared.IndexAt(Scenario.Time(time), from));
        }
    }

    private static void AssertSame(StepBar[] expected, StepBar[] actual)
    {
        Assert.Equal(expected.Select(b => b with { Inner = default }), actual.Select(b => b with { Inner = default }));
        Assert.Equal(expected.Select(b => b.Inner.ToArray()), actual.Select(b => b.Inner.ToArray()));
    }
}
