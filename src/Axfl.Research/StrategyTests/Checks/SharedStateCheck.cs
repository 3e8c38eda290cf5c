using System.Runtime.ExceptionServices;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Checks;

/// <summary>Two instances on two symbols, fed in turn and at the same time on two threads, must do what each does alone.</summary>
internal static class SharedStateCheck
{
    private readonly record struct Both(List<StrategyAction> Own, List<StrategyAction> Other);

    private const string Name = "shared state";

    /// <summary>Runs it.</summary>
    public static CheckResult Run(CheckedStrategy subject, CancellationToken cancellation)
    {
        var own = subject.Case;
        var other = Other(own);
        var alone = other.Run(other.Bars, cancellation);
        foreach (var (what, run) in new (string, Func<StrategyCase, StrategyCase, CancellationToken, Both>)[] { ("two instances fed in turn", InTurn), ("two runs at once on two threads", AtOnce) })
        {
            Both both = default;
            if (StrategyFault.Of(() => both = run(own, other, cancellation)) is { } error) return CheckResult.Failed(Name, $"{what}: {error}");
            if (ActionDifference.First(subject.Actions, both.Own) is { } difference) return CheckResult.Failed(Name, what, difference);
            if (ActionDifference.First(alone, both.Other) is { } ofOther) return CheckResult.Failed(Name, $"{what}, the second one ({other.Setup.Instrument.Symbol})", ofOther);
        }

        return CheckResult.Passed(Name, $"with a second instance on other bars ({other.Setup.Instrument.Symbol}), fed in turn and on two threads at once");
    }

    // Another symbol on other bars: its own, mirrored.
    private static StrategyCase Other(StrategyCase own)
    {
        var symbol = own.Setup.Instrument.Symbol == "GBPUSD" ? "EURUSD" : "GBPUSD";
        var at = own.Bars[0].Open;
        return own with
        {
            Setup = own.Setup with { Instrument = own.Setup.Instrument with { Symbol = symbol, Base = symbol[..3] } },
            All = [.. own.All.Select(b => BarRange.Mirrored(b, at))],
        };
    }

    private static Both InTurn(StrategyCase own, StrategyCase other, CancellationToken cancellation)
    {
        var (a, b) = (new StrategyFeed(own.Definition, own.Setup), new StrategyFeed(other.Definition, other.Setup));
        for (var i = 0; i < own.Bars.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            a.Add(own.Bars[i]);
            b.Add(other.Bars[i]);
        }

        return new(a.Actions, b.Actions);
    }

    private static Both AtOnce(StrategyCase own, StrategyCase other, CancellationToken cancellation)
    {
        List<StrategyAction> a = [], b = [];
        Exception? fault = null;
        using var start = new Barrier(2);
        var thread = new Thread(() => Guard(() => b = Begin(other)));
        thread.Start();
        Guard(() => a = Begin(own));
        thread.Join();
        if (fault is not null) ExceptionDispatchInfo.Throw(fault);
        return new(a, b);

        List<StrategyAction> Begin(StrategyCase subject)
        {
            start.SignalAndWait(cancellation);
            return subject.Run(subject.Bars, cancellation);
        }

        void Guard(Action run)
        {
            try
            {
                run();
            }
#pragma warning disable CA1031
            catch (Exception e)
            {
                // Thrown again when both have ended.
                Interlocked.CompareExchange(ref fault, e, null);
            }
#pragma warning restore CA1031
        }
    }
}
