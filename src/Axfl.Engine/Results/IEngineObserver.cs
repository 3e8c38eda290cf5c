namespace Axfl.Engine;

/// <summary>Sees what the engine does, as it does it. Must not change anything the engine reads.</summary>
public interface IEngineObserver
{
    /// <summary>An order was placed, blocked, filled or cancelled.</summary>
    void OnDecision(in DecisionRecord decision);

    /// <summary>A position was closed.</summary>
    void OnTrade(in TradeRecord trade);

    /// <summary>A halt began or ended: portfolio halt, strategy stop, drawdown lock.</summary>
    void OnHalt(in HaltRecord halt);
}
