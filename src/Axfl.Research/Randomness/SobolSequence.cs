using System.Numerics;

namespace Axfl.Research.Randomness;

/// <summary>Points that fill the unit cube evenly, however many are taken: Sobol's sequence, unscrambled, its first point (all zeros) skipped.</summary>
/// <remarks>Direction numbers: S. Joe, F. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30 (2008), table new-joe-kuo-6.21201.</remarks>
internal sealed class SobolSequence
{
    /// <summary>Most dimensions.</summary>
    public const int MaxDimensions = 32;

    private const int Bits = 32;

    // Of dimension 2 and on: degree and coefficients of the primitive polynomial, then the first direction numbers.
    private static readonly int[][] Table =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13], [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5],
        [5, 7, 1, 1, 7, 11, 19], [5, 11, 1, 1, 5, 1, 1], [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31], [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21],
        [6, 16, 1, 3, 1, 13, 27, 49], [6, 19, 1, 1, 1, 15, 7, 5], [6, 22, 1, 3, 1, 15, 13, 25], [6, 25, 1, 1, 5, 5, 19, 61], [7, 1, 1, 3, 7, 11, 23, 15, 103],
        [7, 4, 1, 3, 7, 13, 13, 15, 69], [7, 7, 1, 1, 3, 13, 7, 35, 63], [7, 8, 1, 3, 5, 9, 1, 25, 53], [7, 14, 1, 3, 1, 13, 9, 35, 107], [7, 19, 1, 3, 1, 5, 27, 61, 31],
        [7, 21, 1, 1, 5, 11, 19, 41, 61], [7, 28, 1, 3, 5, 3, 3, 13, 69], [7, 31, 1, 1, 7, 13, 1, 19, 1], [7, 32, 1, 3, 7, 5, 13, 19, 59], [7, 37, 1, 1, 3, 9, 25, 29, 41],
        [7, 41, 1, 3, 5, 13, 23, 1, 55], [7, 42, 1, 3, 7, 3, 13, 59, 17],
    ];

    private readonly uint[][] _directions;
    private readonly uint[] _at;
    private uint _taken;

    /// <param name="dimensions">1 to <see cref="MaxDimensions"/>.</param>
    public SobolSequence(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        _at = new uint[dimensions];
        _directions = [.. Enumerable.Range(0, dimensions).Select(DirectionsOf)];
    }

    /// <summary>The next point.</summary>
    /// <param name="point">Takes it, each coordinate in (0, 1).</param>
    public void Next(Span<double> point)
    {
        var changed = BitOperations.TrailingZeroCount(~_taken++);
        for (var d = 0; d < _at.Length; d++)
        {
            _at[d] ^= _directions[d][changed];
            point[d] = _at[d] / (double)(1UL << Bits);
        }
    }

    private static uint[] DirectionsOf(int dimension)
    {
        var v = new uint[Bits];
        if (dimension == 0)
        {
            for (var i = 0; i < Bits; i++) v[i] = 1u << (Bits - 1 - i);
            return v;
        }

        var row = Table[dimension - 1];
        var (degree, coefficients) = (row[0], row[1]);
        for (var i = 0; i < degree; i++) v[i] = (uint)row[i + 2] << (Bits - 1 - i);
        for (var i = degree; i < Bits; i++)
        {
            v[i] = v[i - degree] ^ (v[i - degree] >> degree);
            for (var k = 1; k < degree; k++)
                if ((coefficients >> (degree - 1 - k) & 1) == 1) v[i] ^= v[i - k];
        }

        return v;
    }
}
