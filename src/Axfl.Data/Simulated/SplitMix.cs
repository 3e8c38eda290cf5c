namespace Axfl.Data.Simulated;

/// <summary>SplitMix64 (Steele, Lea, Flood, 2014): a small generator whose numbers are the same everywhere.</summary>
public struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Nearly normal, mean 0, deviation 1: the sum of twelve uniforms less 6.</summary>
    public double Gaussian()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++) sum += Uniform();
        return sum - 6;
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
