using Axfl.Contracts;

namespace Axfl.Research.Measures;

/// <summary>The door to the store for those who read it.</summary>
public static class SweepStores
{
    /// <summary>A reader of stores.</summary>
    /// <param name="time">Clock.</param>
    /// <param name="environment">Reads environment variables.</param>
    public static ISweepStore Create(TimeProvider time, Func<string, string?> environment) => new SweepReading(time, environment);
}
