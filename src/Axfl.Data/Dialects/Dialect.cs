using Axfl.Data.Markets;

namespace Axfl.Data.Dialects;

/// <summary>How a file of bars is laid out, as detected from its first lines or stated.</summary>
internal sealed record Dialect
{
    /// <summary>canonical, histdata, metatrader, dukascopy, twelvedata, bidask, lean, columns, stated.</summary>
    public required string Name { get; init; }

    /// <summary>Field separator.</summary>
    public required char Delimiter { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public required bool HasHeader { get; init; }

    /// <summary>How many columns it has: a line with more fields is none of its bars.</summary>
    public required int Columns { get; init; }

    /// <summary>Index of the time's column.</summary>
    public required int Time { get; init; }

    /// <summary>Index of a second column with the time of day; -1: none.</summary>
    public int TimeOfDay { get; init; } = -1;

    /// <summary>Form of times.</summary>
    public required TimeForm Form { get; init; }

    /// <summary>Whether the order of day and month is not known yet: the whole column must say.</summary>
    public bool IsOrderOpen { get; init; }

    /// <summary>Columns of open, high, low, close; in a file of two sides without mid prices those of the bid.</summary>
    public required int[] Prices { get; init; }

    /// <summary>Columns of the sides; null when there is one price.</summary>
    public SideColumns? Sides { get; init; }

    /// <summary>Column of the volume; -1: none.</summary>
    public int Volume { get; init; } = -1;

    /// <summary>Column of the symbol; -1: none.</summary>
    public int Symbol { get; init; } = -1;

    /// <summary>Whether each line is one quoted field with tabs inside.</summary>
    public bool QuotedTabs { get; init; }

    /// <summary>Whether prices have a decimal comma (between other separators).</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Zone of its times when they do not say: the vendor's clock, or UTC.</summary>
    public DataZone Zone { get; init; } = DataZone.Utc;

    /// <summary>Whether times say their offset, so that no zone is needed.</summary>
    public bool HasOffset { get; init; }

    /// <summary>Whether the zone is a guess that should be confirmed.</summary>
    public bool ZoneIsGuess { get; init; }
}

/// <summary>Columns of bid and ask.</summary>
/// <param name="Bid">Open, high, low, close of the bid.</param>
/// <param name="Ask">The same of the ask.</param>
/// <param name="HasMid">Whether the file has mid prices of its own: then the sides give the spread alone, for the mean of two highs is not the high of the mean.</param>
internal sealed record SideColumns(int[] Bid, int[] Ask, bool HasMid);
