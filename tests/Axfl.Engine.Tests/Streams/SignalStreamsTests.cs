using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Streams;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Streams;

public class SignalStreamsTests
{
    private static readonly SharedBars Bars = SharedBars.Of(Enumerable.Range(0, 2000).Select(i => new StepBar(0, Scenario.BarAt(i, i % 9, i % 9 + 4, i % 9 - 9, (i + 1) % 9))).ToArray());

    [Fact]
    public void Plans_that_differ_in_limits_costs_and_windows_share_a_stream_those_of_other_parameters_do_not()
    {
        var streams = new SignalStreams();
        var plan = Plan(1);
        EnginePlan[] sharing =
        [
            plan, plan with { Risk = new RiskPlan { MaxOpenPositions = 7 } }, plan with { Costs = new CostPlan { MinSlippagePips = 3 } },
            Change(plan, s => s with { Windows = [SessionWindows.Daily("08:00", "09:00")] }), plan with { Symbols = [plan.Symbols[0] with { SpreadPips = 2 }] },
        ];
        foreach (var one in sharing) Run(one, streams);
        Assert.Equal((1, 1), ((int)streams.Made, streams.Count));
        Run(Plan(2), streams);
        Run(plan with { Symbols = [plan.Symbols[0] with { Instrument = EngineHarness.EurUsd with { Pip = 0.001 } }] }, streams);
        Run(plan with { Interval = new Interval(15) }, streams);
        Assert.Equal(4, streams.Made);
        Assert.Equal((2, 0), SignalStreams.Needed([.. sharing, Plan(2)]));
    }

    [Fact]
    public void Other_bars_make_another_stream()
    {
        var streams = new SignalStreams();
        Run(Plan(1), streams);
        Backtest.Run(Plan(1), [Bars.From(Scenario.Time(5))], new EventLog(), streams);
        Assert.Equal(2, streams.Made);
    }

    [Fact]
    public void Values_of_each_kind_are_told_apart()
    {
        object?[] values =
        [
            null, 1, 1.0, 1L, 0.1, 0.30000000000000004, 0.3, "1", "", "n", true, "True", new TimeOfDay(60), new List<object?> { 1, 2 }, new List<object?> { 12 },
            new Dictionary<string, object?> { ["a"] = 1, ["b"] = 2 }, new Dictionary<string, object?> { ["a"] = "1b", },
        ];
        var keys = values.Select(v => SignalKey.Of(EngineHarness.EurUsd, new Interval(5), Slot(v))).ToArray();
        Assert.Equal(values.Length, keys.Distinct().Count());
        Assert.Null(SignalKey.Of(EngineHarness.EurUsd, new Interval(5), Slot(new object())));
        Assert.Equal(
            SignalKey.Of(EngineHarness.EurUsd, new Interval(5), Slot(new Dictionary<string, object?> { ["a"] = 1, ["b"] = 2 })),
            SignalKey.Of(EngineHarness.EurUsd, new Interval(5), Slot(new Dictionary<string, object?> { ["b"] = 2, ["a"] = 1 })));
    }

    [Fact]
    public void A_strategy_that_is_not_shareable_sees_every_bar_of_every_run()
    {
        var seen = 0;
        var plan = EngineHarness.Plan((bar, desk) =>
        {
            if (++seen % 7 == 0) desk.Place(new EntryOrder(Side.Long, EntryType.Stop, bar.Close + 0.0003, bar.Close - 0.0004, bar.Close + 0.0008));
        });
        Assert.False(plan.Symbols[0].Slots[0].Definition.Shareable);
        var streams = new SignalStreams();
        Run(plan, streams);
        Run(plan, streams);
        Assert.Equal((2 * Bars.Count, 0L), (seen, streams.Made));
        seen = 0;
        var log = new EventLog();
        Backtest.Run(plan, [Bars.ToSteps(0)], log);
        seen = 0;
        Assert.Equal(log.Events, Run(plan, streams).Events);
        Assert.Equal((0, 1), SignalStreams.Needed([plan]));
    }

    [Fact]
    public void Beyond_the_bound_what_was_used_least_recently_is_dropped_and_made_again_when_needed()
    {
        var probe = new SignalStreams();
        Run(Plan(1), probe);
        var streams = new SignalStreams(bound: probe.Bytes * 5 / 2);
        foreach (var seed in (int[])[1, 2, 1, 3]) Run(Plan(seed), streams);
        Assert.Equal((3L, 2), (streams.Made, streams.Count));
        Assert.InRange(streams.Bytes, 1, probe.Bytes * 5 / 2);
        Run(Plan(1), streams);
        Assert.Equal(3, streams.Made);
        var log = Run(Plan(2), streams);
        Assert.Equal(4, streams.Made);
        Assert.Equal(Run(Plan(2), new SignalStreams()).Events, log.Events);
    }

    [Fact]
    public void A_stream_larger_than_the_bound_is_used_and_not_kept()
    {
        var streams = new SignalStreams(bound: 1000);
        Assert.Equal(Run(Plan(1), new SignalStreams()).Events, Run(Plan(1), streams).Events);
        Assert.Equal((0, 0L), (streams.Count, streams.Bytes));
    }

    [Fact]
    public async Task Threads_that_need_the_same_streams_make_each_once()
    {
        var streams = new SignalStreams();
        EnginePlan[] plans = [.. Enumerable.Range(0, 4).Select(Plan)];
        var alone = plans.Select(p => Run(p, new SignalStreams()).Events).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Run(plans[i % 4], streams).Events)));
        for (var i = 0; i < together.Length; i++) Assert.Equal(alone[i % 4], together[i]);
        Assert.Equal(4, streams.Made);
    }

    [Fact]
    public async Task A_stopped_recording_leaves_nothing_and_who_waits_for_it_makes_the_stream_himself()
    {
        using var source = new CancellationTokenSource();
        using var waiting = new ManualResetEventSlim();
        var (made, streams) = (0, new SignalStreams());
        var plan = Shared((_, _) =>
        {
            if (Interlocked.Increment(ref made) != 1) return;
            waiting.Set();
            source.Token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
            throw new OperationCanceledException(source.Token);
        });
        var first = Task.Run(() => Backtest.Run(plan, [Bars], new EventLog(), streams, source.Token));
        Assert.True(waiting.Wait(TimeSpan.FromMinutes(1)));
        var second = Task.Run(() => Run(plan, streams));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await second;
        Assert.Equal((1L, 1), (streams.Made, streams.Count));
    }

    [Fact]
    public void A_run_is_stopped_while_a_strategy_is_recorded()
    {
        using var source = new CancellationTokenSource();
        var seen = 0;
        var long_ = SharedBars.Of(Enumerable.Range(0, 10_000).Select(i => new StepBar(0, Scenario.BarAt(i, 0, 0, 0, 0))).ToArray());
        var plan = Shared((_, _) =>
        {
            if (++seen == 100) source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Backtest.Run(plan, [long_], new EventLog(), new SignalStreams(), source.Token));
        Assert.Equal(4096, seen);
    }

    [Fact]
    public void Calls_that_can_find_nothing_are_not_kept_and_change_nothing()
    {
        var plan = Shared((bar, desk) =>
        {
            var index = (bar.Time - Scenario.Start) / 300_000;
            if (index % 100 == 10) desk.Place(new EntryOrder(Side.Long, EntryType.Limit, bar.Close - 0.0002, bar.Close - 0.0011));
            if (index % 100 != 11) desk.CancelEntry();
            if (index % 100 > 20) desk.ExitPosition();
        });
        BothWays.AssertEqual(plan, [Bars]);
        var stream = SignalRecorder.Record(EngineHarness.EurUsd, plan.Interval, plan.Symbols[0].Slots[0], Bars, CancellationToken.None);
        Assert.InRange(stream.Actions.Length, 3 * 20, 4 * 20);
    }

    [Fact]
    public void An_action_takes_no_more_than_64_bytes_and_equal_tags_one_text()
    {
        Assert.InRange(SignalAction.Bytes, 1, 64);
        Assert.Equal(SignalAction.Bytes, System.Runtime.CompilerServices.Unsafe.SizeOf<SignalAction>());
        var plan = Shared((bar, desk) => desk.Place(new EntryOrder(Side.Long, EntryType.Market, 0, bar.Close - 0.001, Tag: $"tag {bar.Time / 300_000 % 3}")));
        var stream = SignalRecorder.Record(EngineHarness.EurUsd, plan.Interval, plan.Symbols[0].Slots[0], Bars, CancellationToken.None);
        Assert.InRange(stream.Bytes, (long)SignalAction.Bytes * Bars.Count, (long)SignalAction.Bytes * Bars.Count + 300);
    }

    [Fact]
    public void What_is_known_is_folded_on_the_bars_that_matter()
    {
        var plan = Shared((bar, desk) =>
        {
            if (bar.Time / 300_000 % 200 == 0) desk.Place(new EntryOrder(Side.Long, EntryType.Stop, bar.Close + 0.0003, bar.Close - 0.0050, bar.Close + 0.0100));
        });
        var streams = new SignalStreams();
        var steps = SparseFold.Run(plan, [Bars], streams.Of(plan, [Bars], CancellationToken.None), new EventLog(), CancellationToken.None).Steps;
        Assert.InRange(steps, 10, 60);
        BothWays.AssertEqual(plan, [Bars]);
    }

    private static EventLog Run(EnginePlan plan, SignalStreams streams)
    {
        var log = new EventLog();
        Backtest.Run(plan, [Bars], log, streams);
        return log;
    }

    private static SlotPlan Slot(object? value) =>
        new("restless", RestlessStrategy.Definition, new Dictionary<string, object?> { ["value"] = value }, [SessionWindows.Always], null);

    private static EnginePlan Change(EnginePlan plan, Func<SlotPlan, SlotPlan> change) =>
        plan with { Symbols = [.. plan.Symbols.Select(s => s with { Slots = [.. s.Slots.Select(change)] })] };

    private static EnginePlan Plan(int seed) => Change(EngineHarness.Plan((_, _) => { }), s => s with
    {
        Definition = RestlessStrategy.Definition, Values = new Dictionary<string, object?> { ["seed"] = seed, ["rate"] = 0.1 },
    });

    private static EnginePlan Shared(Action<Bar, IOrderDesk> script) =>
        Change(EngineHarness.Plan(script), s => s with { Definition = s.Definition with { Shareable = true } });
}
