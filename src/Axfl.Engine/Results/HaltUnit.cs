namespace Axfl.Engine.Results;

/// <summary>What value and limit of a halt count.</summary>
public enum HaltUnit
{
    /// <summary>R of the day.</summary>
    R,

    /// <summary>Equity, in the currency of the account.</summary>
    Equity,

    /// <summary>Losses in a row.</summary>
    Losses,
}
