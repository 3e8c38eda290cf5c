using System.Globalization;
using Axfl.Configuration.Plan;
using Axfl.Engine.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;
using Axfl.Runs.Journal.State;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Fold;

/// <summary>All that a live run is besides its journal: the fold, what counts its results, and what snapshots of them need.</summary>
internal sealed class LiveState
{
    /// <summary>Files that grow with a run and are not made anew when it goes on from a snapshot.</summary>
    private static readonly string[] Growing = [RunFiles.Decisions, RunFiles.Halts];

    private readonly List<object> _plan;

    /// <param name="plan">The effective plan with the run's start.</param>
    /// <param name="recorder">Counts and writes results.</param>
    /// <param name="journal">Where results go first.</param>
    /// <param name="start">When prices began, unix ms.</param>
    /// <param name="rules">By which rules its inputs are folded.</param>
    /// <param name="observer">Is told of results instead of the recorder, and tells it; null: the recorder itself.</param>
    public LiveState(RunPlan plan, RunRecorder recorder, IJournal journal, long start, int rules, IEngineObserver? observer = null)
    {
        Recorder = recorder;
        Seen = new SeenBars([.. plan.Engine.Symbols.Select(s => s.Instrument)]);
        Results = new JournalResults(journal, observer ?? recorder) { Seen = Seen };
        Fold = new LiveFold(plan, Results, start, rules);
        _plan = StateGraph.PlanObjects(plan);
    }

    /// <summary>Counts and writes results.</summary>
    public RunRecorder Recorder { get; }

    /// <summary>Results on their way to the journal and the recorder.</summary>
    public JournalResults Results { get; }

    /// <summary>The fold.</summary>
    public LiveFold Fold { get; }

    /// <summary>Bars and trades since the last cut.</summary>
    public SeenBars Seen { get; }

    /// <summary>Where the run takes its prices from; null: not known.</summary>
    public JournalServers? Servers { get; set; }

    /// <summary>The state of the fold as bytes.</summary>
    public byte[] FoldState() => StateWriter.Write(_plan, Fold);

    /// <summary>The state of what counts results as bytes.</summary>
    public byte[] TotalsState() => StateWriter.Write(_plan, Recorder);

    /// <summary>Writes the files of a cut: bars and trades since the last one, and the snapshot.</summary>
    /// <param name="files">Files of the journal.</param>
    /// <param name="number">Number of the segment that begins.</param>
    /// <param name="chain">Chain of the journal.</param>
    /// <param name="directory">Run directory.</param>
    /// <returns>Why there is no snapshot; null: there is one.</returns>
    public string? WriteCut(JournalFiles files, int number, JournalChain chain, RunDirectory directory)
    {
        Recorder.Flush();
        Snapshot.WriteFile(files.Bars(number), Seen.Take());
        try
        {
            Snapshot.WriteFile(files.Snapshot(number), Capture(chain, directory).ToBytes(chain));
            return null;
        }
        catch (NotSupportedException e)
        {
            // The journal is whole without it: the run must not end for what makes a resume faster.
            return $"The journal continues without a snapshot; resuming will take longer: {e.Message}";
        }
    }

    private Snapshot Capture(JournalChain chain, RunDirectory directory)
    {
        var grown = Growing.Select(name => (Name: name, File: new FileInfo(directory.FileOf(name)))).Where(f => f.File.Exists);
        return new Snapshot(
            chain.Lines, System.Text.Encoding.ASCII.GetString(chain.Last), Product.Version, Seen.Chain,
            grown.ToDictionary(f => f.Name, f => f.File.Length, StringComparer.Ordinal), FoldState(), TotalsState())
        {
            Servers = Servers,
        };
    }

    /// <summary>Brings files that grow with the run, set aside before, to the length they had at a snapshot.</summary>
    /// <exception cref="InvalidDataException">One is shorter now.</exception>
    public static void CutFiles(Snapshot snapshot, RunDirectory directory)
    {
        foreach (var (name, length) in snapshot.Files)
        {
            if (!Growing.Contains(name)) throw new InvalidDataException($"it has a file {name}");
            directory.TakePart(name, length);
        }
    }

    /// <summary>Forgets what was written of files that grow with the run.</summary>
    public static void ForgetFiles(RunDirectory directory)
    {
        foreach (var name in Growing.Append(RunFiles.Trades)) directory.Remove(name);
    }

    /// <summary>Goes to the state of a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="bars">Files of bars and trades up to it, in order.</param>
    /// <exception cref="InvalidDataException">It or one of the files is damaged or of another format.</exception>
    public void Restore(Snapshot snapshot, IEnumerable<string> bars)
    {
        foreach (var path in bars)
        {
            byte[] bytes;
            try
            {
                bytes = File.ReadAllBytes(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InvalidDataException(e.Message, e);
            }

            // Before anything of it is used.
            if (!SeenBars.IsWhole(bytes)) throw new InvalidDataException($"{path} is damaged");
            Seen.Read(bytes, (symbol, bar) => Fold.Engine.Show(symbol, bar), trade => Recorder.Restore(trade));
        }

        if (Seen.Chain != snapshot.Bars) throw new InvalidDataException("the bars and trades beside it are not those it was made with");
        StateReader.Read(snapshot.Fold, _plan, Fold);
        StateReader.Read(snapshot.Totals, _plan, Recorder);
        if (Fold.Engine.View().Trades != Recorder.Trades.Count)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"it has {Fold.Engine.View().Trades} trades, the files beside it {Recorder.Trades.Count}"));
        }
    }
}
