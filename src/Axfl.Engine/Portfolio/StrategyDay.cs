namespace Axfl.Engine.Portfolio;

/// <summary>One strategy's trading day, all its symbols.</summary>
internal sealed class StrategyDay(string id)
{
    public string Id { get; } = id;

    public double R { get; set; }

    public double Pnl { get; set; }

    /// <summary>Trades closed.</summary>
    public int Trades { get; set; }

    /// <summary>Entries filled.</summary>
    public int Entries { get; set; }

    /// <summary>Latched daily stop.</summary>
    public bool Stopped { get; set; }

    /// <summary>Losing trades in a row, across days.</summary>
    public int LossesInARow { get; set; }

    /// <summary>End of the pause after losses in a row, unix ms, exclusive; long.MinValue: it does not pause.</summary>
    public long PausedUntil { get; set; } = long.MinValue;

    /// <summary>A new trading day. What goes across days stays.</summary>
    public void Reset()
    {
        R = Pnl = 0;
        Trades = Entries = 0;
        Stopped = false;
    }
}
