namespace Axfl.Contracts;

/// <summary>A causal state machine over the complete bars of one symbol: what it does at a bar depends on that bar and earlier ones alone.</summary>
/// <remarks>
/// Implement it in your own assembly, mark the class with <see cref="StrategyAttribute"/> and give it one public constructor
/// <c>(TParameters parameters, StrategySetup setup)</c> where TParameters derives from <see cref="StrategyParameters"/>.
/// A strategy sees every bar, in or out of session and in warm-up; it does not learn whether its order was accepted or filled.
/// So many runs over the same bars may share what it did: one that keeps state outside itself says so by <see cref="StrategyAttribute.Shareable"/>.
/// </remarks>
public interface IStrategy
{
    /// <summary>Sees one complete bar and may place, cancel or exit through the desk. Must not keep the desk.</summary>
    void OnBar(in Bar bar, IOrderDesk desk);
}
