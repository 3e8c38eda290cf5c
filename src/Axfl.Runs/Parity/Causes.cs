namespace Axfl.Runs.Parity;

/// <summary>The causes of a difference between two runs (<see cref="Contracts.RunComparison.Cause"/>).</summary>
internal static class Causes
{
    /// <summary>Nothing differs.</summary>
    public const string None = "none";

    /// <summary>A bar differs, or is missing, at or before the difference.</summary>
    public const string Data = "data";

    /// <summary>The plans differ, or the time they were run for.</summary>
    public const string Configuration = "configuration";

    /// <summary>Two versions of Axfl.</summary>
    public const string Version = "version";

    /// <summary>The same orders, filled by another rule: keys of it differ, or one run filled on ticks and the other on bars.</summary>
    public const string FillPolicy = "fill policy";

    /// <summary>None of the others: the same inputs gave other results.</summary>
    public const string Engine = "engine";
}
