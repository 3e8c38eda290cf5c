using System.Security.Cryptography;
using System.Text;
using Axfl.Research.Keys;

namespace Axfl.Research.Tests.Keys;

/// <summary>Keys and digests of chunks.</summary>
public class ChunkKeysTests
{
    [Fact]
    public void A_key_is_the_hash_of_six_lines() =>
        Assert.Equal(Hash("axfl-chunk-1\nd\ns\nc\n17\n32"), ChunkKeys.Of("d", "s", "c", 17, 32));

    [Fact]
    public void A_digest_is_the_hash_of_the_ledger_hashes_a_line_each_with_a_dash_for_a_failure() =>
        Assert.Equal(Hash("ab\n-\ncd\n"), ChunkKeys.Digest(["ab", null, "cd"]));

    [Fact]
    public void Code_of_one_kind_is_itself_and_of_several_does_not_depend_on_their_order()
    {
        Assert.Equal("c", ChunkKeys.CodeOf(["c", "c"]));
        Assert.Equal(ChunkKeys.CodeOf(["a", "c"]), ChunkKeys.CodeOf(["c", "a", "c"]));
        Assert.NotEqual(ChunkKeys.CodeOf(["a", "c"]), ChunkKeys.CodeOf(["a"]));
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
