using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Axfl.Research.Randomness;

/// <summary>A stream of random numbers that is the same on every machine and in every version: SplitMix64.</summary>
/// <remarks>Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
/// <param name="state">Where the stream begins.</param>
internal struct SplitMix64(ulong state)
{
    private ulong _state = state;

    /// <summary>The stream of a name: its state is the first 8 bytes, big endian, of SHA-256 of the parts joined by <c>|</c>.</summary>
    /// <param name="seed">The seed of the sweep or run.</param>
    /// <param name="parts">What the stream is for, e.g. <c>spa</c> and the number of the draw.</param>
    public static SplitMix64 Of(string seed, params ReadOnlySpan<string> parts)
    {
        var text = seed;
        foreach (var part in parts) text += "|" + part;
        return new(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A uniform number in [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);
}
