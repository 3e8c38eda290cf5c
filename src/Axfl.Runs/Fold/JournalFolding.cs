using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Fold;

/// <summary>Folds a journal again, from its first line or from a snapshot: the way to resume a run, to check it and to replay it.</summary>
internal sealed class JournalFolding : IDisposable
{
    private readonly JournalReader _reader;
    private readonly JournalProof? _proof;
    private readonly JournalLine _line = new();

    /// <summary>Folds from the first line.</summary>
    /// <param name="path">Run directory, or one file of lines.</param>
    /// <param name="withProof">Whether results must be those of the journal.</param>
    /// <exception cref="AxflException">It is missing, empty, or of another kind.</exception>
    public JournalFolding(string path, bool withProof)
    {
        _reader = new JournalReader(path);
        try
        {
            if (!Next()) throw new AxflException("JournalEmpty", ErrorKind.Data, $"{path} has no whole line: the run ended before it began. Start a new one.") { Target = path };
            Start = JournalStart.Read(_line, _reader.Path);
            JournalOwner.Require(path, Start);
        }
        catch
        {
            _reader.Dispose();
            throw;
        }

        _proof = withProof ? new JournalProof(_reader) : null;
    }

    /// <summary>Folds with proof from a snapshot on.</summary>
    /// <param name="start">Which run it is.</param>
    /// <param name="reader">Reader that stands where the snapshot was made.</param>
    public JournalFolding(JournalStart start, JournalReader reader)
    {
        _reader = reader;
        Start = start;
        _proof = new JournalProof(reader);
    }

    /// <summary>Which run it is.</summary>
    public JournalStart Start { get; }

    /// <summary>The reader at the line in hand.</summary>
    public JournalReader Reader => _reader;

    /// <summary>The line in hand.</summary>
    public JournalLine Line => _line;

    /// <summary>Lines by kind so far.</summary>
    public SortedDictionary<string, long> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Where results go while folding: compared, when the folding is with proof.</summary>
    public IJournal? Results => _proof;

    /// <summary>Results the run was stopped before writing down.</summary>
    public IReadOnlyCollection<byte[]> Unwritten => _proof?.Made ?? [];

    /// <summary>Takes the next line into a fold. What a strategy throws is the strategy's: it comes through as it is.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="AxflException">The journal is broken, or its results do not follow from its inputs.</exception>
    public bool Step(LiveFold fold)
    {
        if (!Next()) return false;
        if (JournalKind.IsResult(_line.Kind)) return true;
        RequireSymbols();
        _proof?.ExpectNone(_reader.Chain.Lines);
        LiveInputs.Apply(_line, fold);
        return true;
    }

    /// <summary>Goes to the next line without folding it.</summary>
    /// <returns>False at the end.</returns>
    public bool Skip() => Next();

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _proof?.Dispose();
    }

    private bool Next()
    {
        if (!_reader.Read(out var line)) return false;
        try
        {
            _line.Parse(line);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Unreadable(e.Message, e);
        }

        Kinds[_line.Kind] = Kinds.GetValueOrDefault(_line.Kind) + 1;
        if (_proof is not null && JournalKind.IsResult(_line.Kind)) _proof.Compare(line, _reader.Chain.Lines);
        return true;
    }

    // A line can hold and yet name what the run does not have.
    private void RequireSymbols()
    {
        var symbols = Start.Symbols.Count;
        if (_line.Symbol < 0 || _line.Symbol >= symbols) throw Unreadable($"it is of symbol {_line.Symbol} of {symbols}.", null);
        foreach (var bar in _line.Bars)
            if (bar.Bar.Symbol < 0 || bar.Bar.Symbol >= symbols) throw Unreadable($"it has a bar of symbol {bar.Bar.Symbol} of {symbols}.", null);
    }

    private AxflException Unreadable(string why, Exception? cause) => new("JournalUnreadable", ErrorKind.Data,
        $"{_reader.Path}: line {_reader.Chain.Lines} of the journal is intact but cannot be understood: {why} It was written by another version of Axfl; use that one.", cause)
    {
        Target = _reader.Path,
        Line = _reader.Chain.Lines,
    };
}
