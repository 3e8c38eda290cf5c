namespace Axfl.Engine.Plan;

/// <summary>Fills that pay slippage.</summary>
[Flags]
public enum SlippageOn
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Entries.</summary>
    Entry = 1,

    /// <summary>Stop losses.</summary>
    Stop = 2,

    /// <summary>Exits at market: TIME, EXIT, HALT, NEWS, FLAT, END.</summary>
    Time = 4,

    /// <summary>Targets.</summary>
    Target = 8,
}
