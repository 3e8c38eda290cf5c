using System.Globalization;
using Axfl.Engine.Plan;
using Axfl.Research.Randomness;

namespace Axfl.Research.Robustness;

/// <summary>A plan some of whose entries are missed.</summary>
internal static class MissedEntries
{
    /// <summary>Probability that an entry is missed.</summary>
    public const double Probability = 0.05;

    /// <summary>Each entry that would fill is missed with a probability of 5 %, stream <c>seed|missed|draw</c>, a number an entry in the order of the fills.</summary>
    public static EnginePlan Draw(EnginePlan plan, string seed, int draw) => plan with
    {
        MissedEntries = () =>
        {
            var random = RandomStream.Of(seed, "missed", draw.ToString(CultureInfo.InvariantCulture));
            return () => random.Uniform() < Probability;
        },
    };
}
