namespace Axfl.FakeHost;

/// <summary>What the fake server does with one dial.</summary>
/// <param name="Status">101 (for a stream: 200) accepts; anything else is the answer.</param>
/// <param name="Body">Body of a refusal.</param>
public sealed record Handshake(int Status = 101, string Body = "")
{
    /// <summary>Accepts.</summary>
    public static Handshake Accept { get; } = new();

    /// <summary>Accepts, and then reads nothing: no ping is answered.</summary>
    public static Handshake Deaf { get; } = new(101) { IsDeaf = true };

    /// <summary>Whether nothing is read after the handshake.</summary>
    public bool IsDeaf { get; init; }

    /// <summary>Reads the request and never answers.</summary>
    public static Handshake Hang { get; } = new(0);

    /// <summary>Headers of a refusal.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
