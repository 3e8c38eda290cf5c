namespace Axfl.Engine.Plan;

/// <summary>A time in which nothing is opened.</summary>
/// <param name="Window">When. It has no holidays: they do not lift it.</param>
/// <param name="Flat">Whether positions are closed at its begin.</param>
public sealed record BlackoutPlan(SessionWindow Window, bool Flat)
{
    /// <summary><c>23:30-00:40 UTC</c>.</summary>
    public string Text => $"{Window.Start}-{Window.End} {Window.Zone.Id}";
}
