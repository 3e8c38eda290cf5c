using Axfl.Data.Simulated;
using Axfl.Research.Randomness;

namespace Axfl.Research.Tests.Randomness;

public class RandomStreamTests
{
    [Fact]
    public void The_stream_is_that_of_its_source()
    {
        var random = new SplitMix(1);
        Assert.Equal([0x910a2dec89025cc1UL, 0xbeeb8da1658eec67, 0xf893a2eefb32555e], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void A_uniform_number_takes_the_upper_53_bits()
    {
        var random = new SplitMix(1);
        Assert.Equal(0.566562, random.Uniform(), 1e-6);
        Assert.Equal(0.745782, random.Uniform(), 1e-6);
        Assert.Equal(0.971003, random.Uniform(), 1e-6);
    }

    [Fact]
    public void A_named_stream_begins_at_the_first_8_bytes_of_its_hash()
    {
        // SHA-256 of "1|spa|0", by sha256sum.
        var named = RandomStream.Of("1", "spa", "0");
        var same = new SplitMix(0x4be637001c0aee62);
        Assert.Equal(same.Next(), named.Next());
    }
}
