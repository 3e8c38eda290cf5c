using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Files;

/// <summary>Finds out what became of a run from what it left in its directory.</summary>
public static class RunReports
{
    // How long the words of a process of another machine, which cannot be looked for from here, count as a sign of life.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    /// <summary>The report.</summary>
    /// <param name="directory">Run directory, absolute.</param>
    /// <param name="time">Clock, for runs of other machines.</param>
    /// <exception cref="AxflException">There is no such directory, or it or a file of it may not be read.</exception>
    public static RunReport Of(string directory, TimeProvider time) => InputErrors.Guard(directory, () => Find(directory, time));

    /// <summary>Whether a run that says it is running is dead: its lock is free.</summary>
    /// <param name="directory">Run directory, absolute.</param>
    public static bool IsLeft(string directory) => RunLock.IsLeft(directory);

    private static RunReport Find(string directory, TimeProvider time)
    {
        if (!Directory.Exists(directory))
            throw new AxflException("RunNotFound", ErrorKind.Data, File.Exists(directory) ? $"{directory} is a file, not the folder of a run: give the folder it is in." : $"There is no run directory {directory}.") { Target = directory };
        var run = RunDirectory.Open(directory);
        var now = NowFile.Read(run.FileOf(RunFiles.Now));
        var owner = RunLock.OwnerOf(directory);
        var mode = now?.Status?.Mode ?? (owner is not null || HasJournal(run) ? "ws" : "replay");
        var report = new RunReport
        {
            Run = run.RunId,
            Directory = run.Path,
            State = RunStates.Running,
            Error = now?.Status?.Error,
            Mode = mode,
            Started = run.Started,
            LastWord = now?.WrittenAt ?? NewestWrite(run.Path),
            ProcessId = now?.ProcessId ?? owner?.ProcessId,
        };
        return IsUnderWay(directory, now, owner, mode, time) ? report : WithTorn(Over(report, run, now, owner, mode));
    }

    private static RunReport Over(RunReport report, RunDirectory run, NowFile? now, LockOwner? owner, string mode)
    {
        if (File.Exists(run.FileOf(RunFiles.Summary))) return Ended(report);
        report = report with { LacksSummary = true };

        // Whoever lets go of a live run's lock is no process that was killed: it could not write its summary.
        if (now is { State: not RunStates.Running }) return report with { State = now.State };
        return mode == "ws" && owner is null && HasJournal(run)
            ? report with { State = RunStates.Failed, Error = report.Error ?? "It ended without a summary." }
            : report with { State = RunStates.Killed, Error = Gone(report, owner) };
    }

    // Readers leave out what has no end: it is said here, with what is said of the run.
    private static RunReport WithTorn(RunReport report)
    {
        var folder = new DirectoryInfo(report.Directory);
        string[] torn =
        [
            .. folder.EnumerateFiles().Where(f => f.Extension is ".jsonl" or ".csv").OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => (f.Name, Bytes: LineFile.TornBytes(f.FullName))).Where(f => f.Bytes > 0)
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"The last line of {f.Name} is torn: its {f.Bytes} bytes are left out, the lines before it are whole.")),
        ];
        return torn.Length == 0 ? report : report with { Error = string.Join(' ', torn.Prepend(report.Error).Where(e => !string.IsNullOrEmpty(e))) };
    }

    // A damaged summary says nothing of the other files: they are read as those of any run that failed.
    private static RunReport Ended(RunReport report)
    {
        try
        {
            var summary = SummaryFiles.Read(report.Directory);
            return report with { State = summary.State, Error = summary.Error, Mode = summary.Mode, ProcessId = null };
        }
        catch (AxflException e) when (e.ErrorId == "SummaryInvalid")
        {
            return report with { State = RunStates.Failed, Error = e.Message, ProcessId = null, LacksSummary = true };
        }
    }

    private static bool IsUnderWay(string directory, NowFile? now, LockOwner? owner, string mode, TimeProvider time)
    {
        if (owner is { IsHere: false }) return now is null || time.GetUtcNow() - now.WrittenAt < Fresh;
        // The process that it names may live and be that of the directory this one was copied from.
        if (owner is not null) return !RunLock.IsLeft(directory) && ProcessLife.IsAlive(owner.ProcessId, now?.ProcessId == owner.ProcessId ? now.WrittenAt : owner.Since);
        return mode != "ws" && now is { State: RunStates.Running } && ProcessLife.IsAlive(now.ProcessId, now.WrittenAt);
    }

    private static string Gone(RunReport report, LockOwner? owner)
    {
        var word = report.LastWord is { } last ? $"its last word was at {EventTime.ToIso(EventTime.FromDateTime(last))}" : "it left nothing";
        if (owner is { IsHere: true } && ProcessLife.IsAlive(owner.ProcessId, owner.Since))
            return string.Create(CultureInfo.InvariantCulture, $"Process {owner.ProcessId}, which its lock names, does not hold it: this is a copy of a run's directory, or that process let go of it; {word}.");
        var process = report.ProcessId is { } id ? string.Create(CultureInfo.InvariantCulture, $"Its process {id}") : "Its process";
        return $"{process} is gone without a summary: {word}.";
    }

    // Its folder is enough: a run that was killed before its first line is a live one too.
    private static bool HasJournal(RunDirectory run) => File.Exists(run.FileOf(RunFiles.Journal)) || Directory.Exists(run.FileOf(JournalFiles.FolderName));

    private static DateTime? NewestWrite(string directory)
    {
        DateTime? newest = null;
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles())
            if (newest is null || file.LastWriteTimeUtc > newest) newest = file.LastWriteTimeUtc;
        return newest;
    }
}
