using System.Reflection;
using Axfl.Contracts;

namespace Axfl.Engine.Portfolio;

/// <summary>
/// The guard around strategies that are not the product's own: what they throw is an error of theirs, and says of which strategy, on which symbol, at
/// which bar.
/// </summary>
public sealed class ForeignStrategy : IStrategy
{
    private readonly IStrategy _inner;
    private readonly StrategyDefinition _definition;
    private readonly Instrument _instrument;

    private ForeignStrategy(IStrategy inner, StrategyDefinition definition, Instrument instrument)
    {
        _inner = inner;
        _definition = definition;
        _instrument = instrument;
    }

    /// <summary>Makes a strategy for a slot; one of the product's own comes without a guard.</summary>
    /// <exception cref="AxflException">It cannot be made (<c>StrategyFailed</c>).</exception>
    public static IStrategy Create(StrategyDefinition definition, StrategySetup setup)
    {
        if (definition.Source == StrategyDefinition.BuiltInSource) return definition.Create(setup);
        try
        {
            var made = definition.Create(setup) ?? throw new InvalidOperationException("it gave null instead of a strategy");
            return new ForeignStrategy(made, definition, setup.Instrument);
        }
        catch (Exception e) when (!IsOurs(e))
        {
            throw Failed(definition, setup.Instrument, "when it was made", e);
        }
    }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        try
        {
            _inner.OnBar(bar, desk);
        }
        catch (Exception e) when (!IsOurs(e))
        {
            throw Failed(_definition, _instrument, $"at the bar {EventTime.ToIso(bar.Time)}", e);
        }
    }

    // What stops a run on purpose is not the strategy's; what already names the strategy needs no second frame.
    private static bool IsOurs(Exception error) => error is OperationCanceledException or AxflException { ErrorId: "StrategyFailed" or "StrategyScriptFailed" };

    private static AxflException Failed(StrategyDefinition definition, Instrument instrument, string when, Exception error)
    {
        var cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
        var what = cause is AxflException ? cause.Message : $"{cause.GetType().Name}: {cause.Message}";
        return new AxflException(
            "StrategyFailed", ErrorKind.Configuration, $"The strategy {definition.Name} ({definition.Source}) failed on {instrument.Symbol} {when}: {what}", cause)
        {
            Target = definition.Name,
            RecommendedAction = "Correct the strategy. What the run did until then is in its files.",
        };
    }
}
