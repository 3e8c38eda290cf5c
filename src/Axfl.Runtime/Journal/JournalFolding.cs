using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Folds a journal again from its first line: the way to resume a run, to check it and to replay it.</summary>
internal sealed class JournalFolding : IDisposable
{
    private readonly JournalReader _reader;
    private readonly JournalProof? _proof;
    private readonly JournalLine _line = new();
    private readonly string _path;

    /// <param name="path">The journal.</param>
    /// <param name="withProof">Whether results must be those of the journal.</param>
    /// <exception cref="AxflException">It is missing, empty, or of another kind.</exception>
    public JournalFolding(string path, bool withProof)
    {
        _path = path;
        _reader = new JournalReader(path);
        try
        {
            if (!Next()) throw new AxflException("JournalEmpty", ErrorKind.Data, $"{path} has no whole line: the run ended before it began. Start a new one.") { Target = path };
            Start = JournalStart.Read(_line, path);
        }
        catch
        {
            _reader.Dispose();
            throw;
        }

        _proof = withProof ? new JournalProof(path) : null;
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

    /// <summary>Takes the next line into a fold.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="AxflException">The journal is broken, or its results do not follow from its inputs.</exception>
    public bool Step(LiveFold fold)
    {
        if (!Next()) return false;
        if (JournalKind.IsResult(_line.Kind)) return true;
        var number = _reader.Chain.Lines;
        _proof?.ExpectNone(number);
        try
        {
            LiveInputs.Apply(_line, fold);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException)
        {
            throw Unreadable(e);
        }

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
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(e);
        }

        Kinds[_line.Kind] = Kinds.GetValueOrDefault(_line.Kind) + 1;
        if (_proof is not null && JournalKind.IsResult(_line.Kind)) _proof.Compare(line, _reader.Chain.Lines);
        return true;
    }

    private AxflException Unreadable(Exception cause) => new("JournalUnreadable", ErrorKind.Data,
        $"{_path}({_reader.Chain.Lines}): this line holds but cannot be understood: {cause.Message} It was written by another version of Axfl; use that one.", cause)
    {
        Target = _path,
        Line = _reader.Chain.Lines,
    };
}
