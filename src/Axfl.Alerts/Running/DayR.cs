namespace Axfl.Alerts.Running;

/// <summary>Realised R of the trading day so far.</summary>
internal sealed class DayR
{
    private int _day = int.MinValue;

    /// <summary>R so far.</summary>
    public double Now { get; private set; }

    /// <summary>Adds a trade.</summary>
    /// <param name="day">Its trading day.</param>
    /// <param name="r">Its R.</param>
    /// <returns>R with it.</returns>
    public double Add(int day, double r)
    {
        if (day != _day) (_day, Now) = (day, 0);
        return Now += r;
    }
}
