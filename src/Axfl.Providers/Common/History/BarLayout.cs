namespace Axfl.Providers.Common.History;

/// <summary>What a file of a download holds of each bar.</summary>
internal enum BarLayout
{
    /// <summary>One price.</summary>
    OnePrice,

    /// <summary>Bid and ask; the mid is their mean.</summary>
    Sides,

    /// <summary>Bid, ask and mids of the provider's own.</summary>
    SidesAndMid,
}
