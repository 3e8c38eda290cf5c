using System.Text;

namespace Axfl.Cli.Tests.Fuzz;

/// <summary>Bytes damaged by a fixed seed: flipped, cut, repeated, or with what parsers dislike put in.</summary>
internal static class Mutant
{
    private static readonly byte[][] Poison =
    [
        "9999999999999999999999999999"u8.ToArray(), "1e999"u8.ToArray(), "-"u8.ToArray(), "\0"u8.ToArray(), [0xff], [0xef, 0xbb, 0xbf], [0xff, 0xfe], "\r"u8.ToArray(), "\n\n"u8.ToArray(),
        "\""u8.ToArray(), "\\ud800"u8.ToArray(), "\u001b]0;x\u0007"u8.ToArray(), "0001-01-01T00:00:00Z"u8.ToArray(), "9999-12-31T23:59:59Z"u8.ToArray(), "[[[[[[[["u8.ToArray(),
        "{"u8.ToArray(), "}"u8.ToArray(), ","u8.ToArray(), ";"u8.ToArray(), "\t"u8.ToArray(), ": "u8.ToArray(), "&a *a"u8.ToArray(), "NaN"u8.ToArray(), "Infinity"u8.ToArray(), "null"u8.ToArray(),
        Encoding.UTF8.GetBytes(new string('x', 5000)), Encoding.UTF8.GetBytes(new string('[', 3000)),
    ];

    /// <summary>A damaged copy.</summary>
    public static byte[] Of(byte[] original, int seed)
    {
        var random = new Random(seed);
        var bytes = original.ToList();
        for (var k = random.Next(1, 8); k > 0 && bytes.Count > 0; k--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 200)).ToArray()); break;
                case 4 or 5: bytes.InsertRange(at, Poison[random.Next(Poison.Length)]); break;
                case 6: Replace(bytes, at, Poison[random.Next(Poison.Length)]); break;
                default:
                    if (random.Next(3) == 0) bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    // A whole word or number, so that the layout stays and the value does not.
    private static void Replace(List<byte> bytes, int at, byte[] by)
    {
        static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-';
        int start = at, end = at;
        while (start > 0 && IsWord(bytes[start - 1])) start--;
        while (end < bytes.Count && IsWord(bytes[end])) end++;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, by);
    }
}
