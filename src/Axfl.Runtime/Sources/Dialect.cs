namespace Axfl.Runtime;

/// <summary>How a file of bars is laid out, as detected from its first lines.</summary>
internal sealed record Dialect
{
    /// <summary>canonical, histdata, metatrader, dukascopy, twelvedata, bidask, lean, columns.</summary>
    public required string Name { get; init; }

    /// <summary>Field separator.</summary>
    public required char Delimiter { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public required bool HasHeader { get; init; }

    /// <summary>Index of the time's column.</summary>
    public required int Time { get; init; }

    /// <summary>Index of a second column with the time of day; -1: none.</summary>
    public int TimeOfDay { get; init; } = -1;

    /// <summary>Form of times; null: ISO.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Midnight, unix ms as if UTC, of a file whose times are milliseconds of one day; null: times have dates.</summary>
    public long? DayStart { get; init; }

    /// <summary>Columns of open, high, low, close (of the bid side in a bid and ask file).</summary>
    public required int[] Prices { get; init; }

    /// <summary>The same of the ask side; null when there is one side.</summary>
    public int[]? Ask { get; init; }

    /// <summary>The same of mids in a file of bid and ask; null: the mid is the mean of both.</summary>
    public int[]? Mid { get; init; }

    /// <summary>Column of the volume; -1: none.</summary>
    public int Volume { get; init; } = -1;

    /// <summary>Whether each line is one quoted field with tabs inside.</summary>
    public bool QuotedTabs { get; init; }

    /// <summary>Zone of its times when they do not say: the vendor's clock, or UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether times say their offset, so that no zone is needed.</summary>
    public bool HasOffset { get; init; }

    /// <summary>Whether the zone is a guess that should be confirmed.</summary>
    public bool ZoneIsGuess { get; init; }
}
