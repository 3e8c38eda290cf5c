using Axfl.Engine.Portfolio;

namespace Axfl.Data.Merge;

/// <summary>Valid bars in ascending order, one at a time.</summary>
public abstract class BarSeries : IDisposable
{
    /// <summary>Where they come from, for errors.</summary>
    public abstract string Name { get; }

    /// <summary>The next bar.</summary>
    public abstract bool TryRead(out StepBar bar);

    /// <summary>Closes what is open until the next bar is wanted: many files are not kept open at once.</summary>
    public abstract void Rest();

    /// <inheritdoc/>
    public abstract void Dispose();
}
