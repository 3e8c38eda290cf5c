using System.Diagnostics.CodeAnalysis;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Parity;

/// <summary>
/// The bars of a journal as the run folded them, each once: those made of ticks, and of those that history gave the ones that were taken. What did not
/// follow is not known without folding all of it again, and need not be: the bars a run made of ticks stand in its results.
/// </summary>
internal sealed class JournalBars : IDisposable
{
    private readonly CancellationToken _cancellation;
    private readonly JournalFolding _journal;
    private readonly Dictionary<int, long> _last = [];
    private readonly List<StepBar> _given = [];
    private readonly Queue<StepBar> _ready = new();
    private bool _isAtEnd;

    /// <param name="path">Run directory, or one file of lines.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="Contracts.AxflException">It is missing, empty, or of another kind.</exception>
    public JournalBars(string path, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _journal = new JournalFolding(path, withProof: false);
    }

    /// <summary>Which run it is.</summary>
    public JournalStart Start => _journal.Start;

    /// <summary>The newest time the run's own clock or results show so far, unix ms. Ticks are not asked: theirs may be absurd.</summary>
    public long LastTime { get; private set; }

    /// <summary>The next bar; of one symbol they are ascending. Its <see cref="StepBar.Symbol"/> is that of the journal's run.</summary>
    /// <exception cref="Contracts.AxflException">A line does not follow from the one before (<c>JournalBroken</c>), or is not understood.</exception>
    public bool TryRead([MaybeNullWhen(false)] out StepBar bar)
    {
        while (!_ready.TryDequeue(out bar))
        {
            if (_isAtEnd) return false;
            Advance();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _journal.Dispose();

    private void Advance()
    {
        _cancellation.ThrowIfCancellationRequested();
        _isAtEnd = !_journal.Skip();
        var line = _journal.Line;
        if (_isAtEnd || !JournalKind.IsResult(line.Kind)) Settle();
        if (_isAtEnd) return;
        if (line.Kind is JournalKind.Clock or JournalKind.Stop || JournalKind.IsResult(line.Kind)) LastTime = Math.Max(LastTime, line.Time);
        if (line.Kind == JournalKind.History) _given.AddRange(line.Bars.Select(b => b.Bar));
        if (line.Kind != JournalKind.Bars) return;
        foreach (var made in line.Bars) Take(made.Bar);
    }

    // Bars of the run's own that waited for history stand right after what it gave, and go before it: of one time they are the ones that were taken.
    private void Settle()
    {
        foreach (var bar in _given) Take(bar);
        _given.Clear();
    }

    private void Take(in StepBar bar)
    {
        if (_last.TryGetValue(bar.Symbol, out var last) && bar.Bar.Time <= last) return;
        _last[bar.Symbol] = bar.Bar.Time;
        _ready.Enqueue(bar);
    }
}
