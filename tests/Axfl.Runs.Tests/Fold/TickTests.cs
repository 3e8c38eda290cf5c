using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common.Streaming;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Tests.Fold;

public sealed class TickTests
{
    private const long T0 = 1772546700_000; // 2026-03-03T14:05:00Z
    private static readonly Interval OneMinute = new(1);

    [Fact]
    public void Repeats_are_dropped_late_ticks_marked_and_a_second_price_of_the_same_time_kept()
    {
        var filter = new TickFilter(1, new TickFilterOptions { DuplicateWindow = 16 });
        TickVerdict[] verdicts =
        [
            filter.Check(0, new Tick(T0 + 2200, 1.1642)), filter.Check(0, new Tick(T0 + 2200, 1.1642)),
            filter.Check(0, new Tick(T0 + 1950, 1.16418)), filter.Check(0, new Tick(T0 + 2200, 1.16421)), filter.Check(0, new Tick(T0 + 1950, 1.16418)),
        ];
        Assert.Equal([TickVerdict.Accepted, TickVerdict.Duplicate, TickVerdict.Late, TickVerdict.Accepted, TickVerdict.Duplicate], verdicts);
        Assert.Equal((2, 1, 2), (filter.Count(0, TickVerdict.Accepted), filter.Count(0, TickVerdict.Late), filter.Count(TickVerdict.Duplicate)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_price_that_is_not_positive_is_refused(double price) =>
        Assert.Equal(TickVerdict.NotPositive, new TickFilter(1).Check(0, new Tick(T0, price)));

    [Fact]
    public void A_price_too_far_from_the_last_is_absurd_and_does_not_make_the_next_late()
    {
        var filter = new TickFilter(1, new TickFilterOptions { MaxAtrMultiple = 10 });
        filter.SetLastPrice(0, 1.1640);
        filter.SetAtr(0, 0.0005);
        Assert.Equal(TickVerdict.Absurd, filter.Check(0, new Tick(T0 + 10_000, 1.1700)));
        Assert.Equal(TickVerdict.Accepted, filter.Check(0, new Tick(T0, 1.1690)));
        Assert.Equal(TickVerdict.Absurd, filter.Check(0, new Tick(T0 + 1, 116.4)));
    }

    [Fact]
    public void A_real_jump_is_believed_after_five_ticks_that_agree_and_scattered_garbage_never()
    {
        var filter = new TickFilter(1, new TickFilterOptions { MaxAtrMultiple = 10 });
        filter.SetLastPrice(0, 1.1640);
        filter.SetAtr(0, 0.0005);
        for (var i = 0; i < 20; i++) Assert.Equal(TickVerdict.Absurd, filter.Check(0, new Tick(T0 + i, 2 + i)));
        for (var i = 0; i < 4; i++) Assert.Equal(TickVerdict.Absurd, filter.Check(0, new Tick(T0 + 100 + i, 1.2 + i * 0.0001)));
        Assert.Equal(TickVerdict.Accepted, filter.Check(0, new Tick(T0 + 104, 1.2)));
        Assert.Equal(TickVerdict.Accepted, filter.Check(0, new Tick(T0 + 105, 1.2001)));
    }

    [Fact]
    public void A_bar_has_the_first_highest_lowest_and_last_price_of_its_time_and_the_spreads_of_its_ends()
    {
        var builder = new BarBuilder(2, OneMinute, TimeSpan.FromSeconds(2));
        builder.Add(1, Tick.FromQuote(T0, 1.0, 1.25));
        builder.Add(1, Tick.FromQuote(T0 + 20_000, 2.0, 2.5));
        builder.Add(1, Tick.FromQuote(T0 + 30_000, 0.5, 0.75));
        builder.Add(1, Tick.FromQuote(T0 + 59_999, 1.5, 2.0));
        var step = Assert.Single(builder.OnClock(T0 + 62_000));
        var built = Assert.Single(step.Bars);
        Assert.Equal(new StepBar(1, new Bar(T0, 1.125, 2.25, 0.625, 1.75), 0.25, 0.5), built.Bar);
        Assert.Equal((T0, 4, false), (step.OpenTime, built.Ticks, built.Broken));
    }

    [Fact]
    public void A_bar_closes_by_the_clock_alone_at_its_end_plus_the_allowance()
    {
        var builder = new BarBuilder(1, OneMinute, TimeSpan.FromSeconds(2));
        builder.Add(0, new Tick(T0 + 5, 1));
        Assert.Equal(T0 + 62_000, builder.NextClose);
        Assert.Empty(builder.OnClock(T0 + 61_999));
        Assert.Single(builder.OnClock(T0 + 62_000));
        Assert.Null(builder.NextClose);
        Assert.Empty(builder.OnClock(T0 + 600_000));
    }

    [Fact]
    public void A_tick_of_the_next_bar_does_not_close_the_last_which_still_takes_late_ones()
    {
        var builder = new BarBuilder(1, OneMinute, TimeSpan.FromSeconds(2));
        builder.Add(0, new Tick(T0 + 59_000, 1.5));
        builder.Add(0, new Tick(T0 + 60_100, 3.0));
        Assert.Empty(builder.OnClock(T0 + 60_100));
        Assert.True(builder.Add(0, new Tick(T0 + 58_000, 2.0)));
        var bar = builder.OnClock(T0 + 62_000)[0].Bars[0].Bar.Bar;
        Assert.Equal(new Bar(T0, 2.0, 2.0, 1.5, 1.5), bar);
        Assert.Equal(new Bar(T0 + 60_000, 3, 3, 3, 3), builder.OnClock(T0 + 122_000)[0].Bars[0].Bar.Bar);
    }

    [Fact]
    public void A_tick_after_the_close_is_counted_and_changes_nothing()
    {
        var builder = new BarBuilder(1, OneMinute, TimeSpan.FromSeconds(2));
        builder.Add(0, new Tick(T0, 1));
        builder.OnClock(T0 + 62_000);
        Assert.False(builder.Add(0, new Tick(T0 + 1, 9)));
        Assert.Equal(1, builder.LateTicks(0));
        Assert.Empty(builder.OnClock(T0 + 122_000));
    }

    [Fact]
    public void Bars_of_one_time_are_one_step_in_plan_order_and_steps_are_in_order_of_time()
    {
        var builder = new BarBuilder(3, OneMinute, TimeSpan.Zero);
        builder.Add(2, new Tick(T0 + 60_000, 1));
        builder.Add(2, new Tick(T0 + 1, 1));
        builder.Add(0, new Tick(T0 + 2, 1));
        builder.Add(1, new Tick(T0 + 180_000, 1));
        var steps = builder.OnClock(T0 + 240_000);
        Assert.Equal(["0,2", "2", "1"], steps.Select(s => string.Join(',', s.Bars.Select(b => b.Bar.Symbol))));
        Assert.Equal([T0, T0 + 60_000, T0 + 180_000], steps.Select(s => s.OpenTime));
    }

    [Fact]
    public void Bars_over_a_lost_connection_or_the_start_are_broken()
    {
        var builder = new BarBuilder(1, OneMinute, TimeSpan.Zero);
        builder.Lost(0, T0);
        builder.Restored(0, T0 + 1);
        for (var i = 0; i < 6; i++)
        {
            if (i == 2) builder.Lost(0, T0 + 2 * 60_000 + 30_000);
            if (i == 4) builder.Restored(0, T0 + 4 * 60_000);
            builder.Add(0, new Tick(T0 + i * 60_000 + 10, 1));
        }

        Assert.Equal([true, false, true, true, false, false], builder.OnClock(T0 + 360_000).Select(s => s.Bars[0].Broken));
    }

    [Fact]
    public void Any_order_of_arrival_within_the_allowance_gives_the_same_bars()
    {
        var random = new Random(7);
        var ticks = Enumerable.Range(0, 2000).Select(i => new Tick(T0 + i * 137, 1 + random.NextDouble(), 0.1)).ToList();
        var expected = Bars(ticks);
        for (var run = 0; run < 20; run++)
        {
            var shuffled = ticks.OrderBy(t => t.Time + random.Next(2000)).ToList();
            Assert.Equal(expected, Bars(shuffled));
        }

        static List<StepBar> Bars(List<Tick> ticks)
        {
            var builder = new BarBuilder(1, OneMinute, TimeSpan.FromSeconds(2));
            var bars = new List<StepBar>();
            var clock = long.MinValue;
            foreach (var tick in ticks)
            {
                Assert.True(builder.Add(0, tick));
                clock = Math.Max(clock, tick.Time);
                bars.AddRange(builder.OnClock(clock).SelectMany(s => s.Bars).Select(b => b.Bar));
            }

            bars.AddRange(builder.OnClock(clock + 120_000).SelectMany(s => s.Bars).Select(b => b.Bar));
            return bars;
        }
    }

    [Theory]
    [InlineData(5, T0)]
    [InlineData(60, 1772546400_000)]
    [InlineData(240, 1772539200_000)]
    [InlineData(1440, 1772496000_000)]
    public void Bars_begin_at_multiples_of_the_interval_from_midnight_utc(int minutes, long open)
    {
        var builder = new BarBuilder(1, new Interval(minutes), TimeSpan.Zero);
        builder.Add(0, new Tick(T0 + 1234, 1));
        Assert.Equal(open, builder.OnClock(open + minutes * 60_000L)[0].OpenTime);
    }
}
