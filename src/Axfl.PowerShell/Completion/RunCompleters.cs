using System.Collections;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Completion;

/// <summary>Runs of this process and of the output directory.</summary>
public sealed class RunCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => Known(bound).Select(r => new CompletionWord(r));

    /// <summary>Their ids, those of this process first.</summary>
    internal static IEnumerable<string> Known(IDictionary bound) => RunRegistry.Directories.Select(RunLookup.IdOf).Concat(RuntimeHost.Runtime.ListRuns(OutputOf(bound)));

    /// <summary>The output directory the command line names.</summary>
    internal static string OutputOf(IDictionary bound) => Path.GetFullPath(Text(bound, "OutputDirectory") ?? "logs", WorkingDirectory);
}

/// <summary>Runs under way.</summary>
public sealed class RunningRunCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => RunRegistry.Running.Select(r => new CompletionWord(r.RunId, r.Directory));
}

/// <summary>Runs with a journal, where -Resume asks for one of them; a new run's name is free.</summary>
public sealed class ResumableRunCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        bound.Contains("Resume") ? RunCompleter.Known(bound).Where(r => HasJournal(bound, r)).Select(r => new CompletionWord(r)) : [];

    private static bool HasJournal(IDictionary bound, string run)
    {
        var directory = RunRegistry.DirectoryOf(run) ?? Path.Combine(RunCompleter.OutputOf(bound), "runs", run);
        return File.Exists(Path.Combine(directory, "journal.jsonl")) || Directory.Exists(Path.Combine(directory, "journal"));
    }
}

/// <summary>States of runs.</summary>
public sealed class RunStateCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        new[] { RunStates.Running, RunStates.Ended, RunStates.Stopped, RunStates.Failed, RunStates.Killed }.Select(s => new CompletionWord(s));
}
