using Axfl.Contracts;

namespace Axfl.Strategies.Common;

/// <summary>A sweep of a level under way: its side, the time of its bar and the extreme, which follows later bars.</summary>
internal struct Sweep
{
    private long _deadline;

    /// <summary>Whether there is one.</summary>
    public bool Active { get; private set; }

    /// <summary>Whether it swept highs (the trade is short).</summary>
    public bool OfHighs { get; private set; }

    /// <summary>Most extreme high (low) since its bar.</summary>
    public double Extreme { get; private set; }

    /// <summary>Starts at a bar.</summary>
    public void Start(in Bar bar, bool ofHighs, int reentryWindowMinutes)
    {
        Active = true;
        OfHighs = ofHighs;
        Extreme = ofHighs ? bar.High : bar.Low;
        _deadline = bar.Time + reentryWindowMinutes * EventTime.Minute;
    }

    /// <summary>Takes a later bar's extreme.</summary>
    public void Follow(in Bar bar) => Extreme = OfHighs ? Math.Max(Extreme, bar.High) : Math.Min(Extreme, bar.Low);

    /// <summary>Whether more than the re-entry window has passed at a bar since the sweep's bar.</summary>
    public readonly bool IsLate(in Bar bar) => bar.Time > _deadline;

    /// <summary>Forgets it.</summary>
    public void Forget() => Active = false;
}
