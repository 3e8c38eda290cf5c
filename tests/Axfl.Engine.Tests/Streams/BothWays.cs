using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Status;
using Axfl.Engine.Streams;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Streams;

/// <summary>A plan folded in full and from streams: all that is said, in order, and the portfolio at the end must be the same.</summary>
internal static class BothWays
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Compares them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="bars">Bars of its symbols.</param>
    /// <param name="streams">Streams that may be known already; null: none are.</param>
    /// <returns>What the full fold said.</returns>
    public static EventLog AssertEqual(EnginePlan plan, IReadOnlyList<SharedBars> bars, SignalStreams? streams = null)
    {
        ReadOnlyMemory<StepBar>[] steps = [.. bars.Select((b, i) => (ReadOnlyMemory<StepBar>)b.ToSteps(i))];
        var full = Run(observer => Backtest.Run(plan, steps, observer));
        streams ??= new SignalStreams();
        Assert.Equal(full, Run(observer => Backtest.Run(plan, bars, observer, null)));
        Assert.Equal(full, Run(observer => Backtest.Run(plan, bars, observer, streams)));
        var made = streams.Made;
        Assert.Equal(full, Run(observer => Backtest.Run(plan, bars, observer, streams)));
        Assert.Equal(made, streams.Made);
        return full.Log;
    }

    private static Outcome Run(Func<EventLog, PortfolioView> run)
    {
        var log = new EventLog();
        try
        {
            return new Outcome(log, JsonSerializer.Serialize(run(log), Json));
        }
        catch (Exception e) when (e is not ArgumentException)
        {
            return new Outcome(log, $"{e.GetType()}: {e.Message}");
        }
    }

    internal sealed record Outcome(EventLog Log, string End)
    {
        public bool Equals(Outcome? other)
        {
            Assert.Equal(Log.Events, other!.Log.Events);
            Assert.Equal(End, other.End);
            return true;
        }

        public override int GetHashCode() => End.GetHashCode(StringComparison.Ordinal);
    }
}
