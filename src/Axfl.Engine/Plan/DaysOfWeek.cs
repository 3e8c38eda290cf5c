namespace Axfl.Engine.Plan;

/// <summary>Some days of the week.</summary>
public readonly record struct DaysOfWeek
{
    private readonly byte _days;

    private DaysOfWeek(int days) => _days = (byte)days;

    /// <summary>All seven.</summary>
    public static DaysOfWeek All { get; } = new(0x7F);

    /// <summary>Monday to Friday.</summary>
    public static DaysOfWeek Weekdays { get; } = new(0x3E);

    /// <summary>The given days; none when there are none.</summary>
    public static DaysOfWeek Of(params ReadOnlySpan<DayOfWeek> days)
    {
        var all = default(DaysOfWeek);
        foreach (var day in days) all = all.With(day);
        return all;
    }

    /// <summary>These and another one.</summary>
    public DaysOfWeek With(DayOfWeek day) => new(_days | 1 << (int)day);

    /// <summary>Whether a day is among them.</summary>
    public bool Contains(DayOfWeek day) => (_days >> (int)day & 1) == 1;
}
