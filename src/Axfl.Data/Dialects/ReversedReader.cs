using Axfl.Data.Bars;

namespace Axfl.Data.Dialects;

/// <summary>A file that runs from new to old, read whole and turned round.</summary>
internal sealed class ReversedReader(RawBarReader inner) : RawBarReader
{
    private readonly Stack<(RawBar Bar, string Text)> _rows = new();
    private bool _read;

    /// <inheritdoc/>
    public override string CurrentText => Current;

    private string Current { get; set; } = "";

    /// <inheritdoc/>
    public override bool TryRead(out RawBar bar)
    {
        if (!_read)
        {
            _read = true;
            while (inner.TryRead(out var row)) _rows.Push((row, inner.CurrentText));
        }

        bar = default;
        if (!_rows.TryPop(out var next)) return false;
        (bar, Current) = next;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => inner.Dispose();
}
