namespace Axfl.Providers.Common.Streaming;

/// <summary>What a filter says of a tick.</summary>
public enum TickVerdict
{
    /// <summary>The present price.</summary>
    Accepted,

    /// <summary>Older than the newest: may complete its own unclosed bar, is never the present price.</summary>
    Late,

    /// <summary>Exactly a tick seen shortly before.</summary>
    Duplicate,

    /// <summary>Zero, negative or not a number; or a negative spread.</summary>
    NotPositive,

    /// <summary>Too far from the last price.</summary>
    Absurd,

    /// <summary>Too far from the last price, unless those after it agree with it: nothing is made of it yet.</summary>
    Held,
}
