using Axfl.Contracts;

namespace Axfl.Indicators.Kinds;

/// <summary>One indicator on offer.</summary>
internal interface IIndicatorKind
{
    /// <summary>Name under which it is asked for.</summary>
    string Name { get; }

    /// <summary>Results that repaint.</summary>
    IReadOnlyList<string> Repaints { get; }

    /// <summary>Whether every result repaints, and why; null: no.</summary>
    string? RepaintsWhole { get; }

    /// <summary>Whether it compares with a second series.</summary>
    bool NeedsOther { get; }

    /// <summary>What there is to say of it; its warm-up with these parameters, or with the defaults (null).</summary>
    IndicatorInfo Describe(IReadOnlyDictionary<string, object?>? parameters);

    /// <summary>Its rows over a series.</summary>
    IReadOnlyList<IndicatorRow> Compute(IndicatorRequest request);

    /// <summary>One to follow bar by bar.</summary>
    IIndicator Open(IReadOnlyDictionary<string, object?> parameters, int bars);
}
