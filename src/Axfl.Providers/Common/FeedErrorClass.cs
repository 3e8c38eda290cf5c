namespace Axfl.Providers.Common;

/// <summary>What to do about a provider's error.</summary>
public enum FeedErrorClass
{
    /// <summary>Time-outs, resets, 5xx: try again with back-off, indefinitely.</summary>
    Transient,

    /// <summary>Too many calls: wait as told, or use the next key.</summary>
    Throttled,

    /// <summary>The key is missing or wrong: next key, or stop.</summary>
    Auth,

    /// <summary>The key's plan does not include this: next key, or stop.</summary>
    Plan,

    /// <summary>The provider does not know the symbol.</summary>
    BadSymbol,

    /// <summary>The request is wrong: a configuration fault.</summary>
    BadRequest,

    /// <summary>The server is not shown to be who it should be (TLS): no wait mends that, a person must look.</summary>
    Certificate,

    /// <summary>The answer is not what it should be.</summary>
    BadResponse,
}
