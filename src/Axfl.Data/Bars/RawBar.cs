using Axfl.Contracts;

namespace Axfl.Data.Bars;

/// <summary>One line of a file: a bar, or why it is none.</summary>
/// <param name="Bar">The bar; mid prices.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Error">Why it could not be read; null when it was.</param>
/// <param name="OpenSpread">Measured spread at the open; NaN: none.</param>
/// <param name="CloseSpread">The same at the close.</param>
internal readonly record struct RawBar(Bar Bar, long Line, string? Error, double OpenSpread = double.NaN, double CloseSpread = double.NaN)
{
    /// <summary>Whether its ask lies below its bid at the open or the close, by more than the noise of a difference.</summary>
    public bool IsCrossed => OpenSpread < -Prices.Tolerance || CloseSpread < -Prices.Tolerance;
}

/// <summary>Lines of one file in their order.</summary>
internal abstract class RawBarReader : IDisposable
{
    /// <summary>What is wrong with a time that no bar has.</summary>
    protected static string OutOfRange => $"the time is not within 1970 to 2199: correct the row, or say with {Spelling.Of("TimeFormat")} how the times are written";

    /// <summary>Reads the next line that is not empty.</summary>
    public abstract bool TryRead(out RawBar bar);

    /// <summary>Text of the line just read, for reports.</summary>
    public abstract string CurrentText { get; }

    /// <summary>The file of the line just read, when it is not the reader's own; else null.</summary>
    public virtual string? CurrentFile => null;

    /// <summary>The pair of well-known currencies that its rows name themselves, in capitals; null: none so far.</summary>
    public virtual string? Symbol => null;

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>What is wrong with a line that has more fields than there are columns.</summary>
    protected static string MoreFields(int columns) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it has more fields than the {columns} columns (decimal commas?)");
}
