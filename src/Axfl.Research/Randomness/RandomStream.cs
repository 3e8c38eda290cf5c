using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Axfl.Data.Simulated;

namespace Axfl.Research.Randomness;

/// <summary>Random numbers by name, the same on every machine and in every version.</summary>
internal static class RandomStream
{
    /// <summary>The stream of a name: its state is the first 8 bytes, big endian, of SHA-256 of the parts joined by <c>|</c>.</summary>
    /// <param name="seed">The seed of the sweep or run.</param>
    /// <param name="parts">What the stream is for, e.g. <c>spa</c> and the number of the draw.</param>
    public static SplitMix Of(string seed, params ReadOnlySpan<string> parts)
    {
        var text = seed;
        foreach (var part in parts) text += "|" + part;
        return new(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
