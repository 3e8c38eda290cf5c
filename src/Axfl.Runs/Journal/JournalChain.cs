using System.Security.Cryptography;

namespace Axfl.Runs.Journal;

/// <summary>
/// The chain of a journal: each line ends in a hash over the line before's hash and its own text, so that a changed, missing or moved line
/// breaks every line after it. First 128 bits of SHA-256 (FIPS 180-4), lower-case hex.
/// </summary>
internal sealed class JournalChain
{
    /// <summary>Characters of a hash.</summary>
    public const int HashLength = 32;

    /// <summary>Bytes after a line's text: <c>,"h":"…"}</c>.</summary>
    public const int TailLength = 6 + HashLength + 2;

    private readonly byte[] _input = new byte[64 * 1024];
    private readonly byte[] _digest = new byte[SHA256.HashSizeInBytes];

    /// <summary>Hash of the last line; zeros before the first.</summary>
    public byte[] Last { get; } = [.. Enumerable.Repeat((byte)'0', HashLength)];

    /// <summary>Lines so far.</summary>
    public long Lines { get; private set; }

    /// <summary>A chain that stands at a line.</summary>
    /// <param name="lines">Number of the line.</param>
    /// <param name="last">Its hash.</param>
    public static JournalChain At(long lines, ReadOnlySpan<byte> last)
    {
        var chain = new JournalChain { Lines = lines };
        last.CopyTo(chain.Last);
        return chain;
    }

    /// <summary>Another chain that stands at the same line.</summary>
    public JournalChain Copy() => At(Lines, Last);

    /// <summary>Writes the tail of a line's text and goes on to it.</summary>
    public void Seal(ReadOnlySpan<byte> text, Span<byte> tail)
    {
        Hash(text, tail.Slice(6, HashLength));
        ",\"h\":\""u8.CopyTo(tail);
        "\"}"u8.CopyTo(tail[(6 + HashLength)..]);
        tail.Slice(6, HashLength).CopyTo(Last);
        Lines++;
    }

    /// <summary>Goes on to a line that was read, if it is the one that follows.</summary>
    /// <param name="line">The line without its end.</param>
    public bool Accept(ReadOnlySpan<byte> line)
    {
        if (!Follows(line)) return false;
        line[^TailLength..].Slice(6, HashLength).CopyTo(Last);
        Lines++;
        return true;
    }

    /// <summary>Whether a line that was read is the one that follows.</summary>
    /// <param name="line">The line without its end.</param>
    public bool Follows(ReadOnlySpan<byte> line)
    {
        if (line.Length <= TailLength) return false;
        var tail = line[^TailLength..];
        Span<byte> hash = stackalloc byte[HashLength];
        Hash(line[..^TailLength], hash);
        return tail.StartsWith(",\"h\":\""u8) && tail.EndsWith("\"}"u8) && tail.Slice(6, HashLength).SequenceEqual(hash);
    }

    private void Hash(ReadOnlySpan<byte> text, Span<byte> hex)
    {
        var length = HashLength + text.Length;
        var input = length <= _input.Length ? _input.AsSpan(0, length) : new byte[length];
        Last.CopyTo(input);
        text.CopyTo(input[HashLength..]);
        SHA256.HashData(input, _digest);
        for (var i = 0; i < HashLength / 2; i++)
        {
            hex[2 * i] = Digit(_digest[i] >> 4);
            hex[2 * i + 1] = Digit(_digest[i] & 15);
        }
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);
}
