using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Valid bars in ascending order, one at a time.</summary>
internal abstract class BarSeries : IDisposable
{
    /// <summary>Where they come from, for errors.</summary>
    public abstract string Name { get; }

    /// <summary>The next bar.</summary>
    public abstract bool TryRead(out StepBar bar);

    /// <inheritdoc/>
    public abstract void Dispose();
}
