using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Errors;

/// <summary>Every error record of the module is made here: id, category, target and what to do next.</summary>
internal static class ErrorRecords
{
    /// <summary>The record of an exception.</summary>
    /// <param name="error">What happened.</param>
    /// <param name="target">What it happened to, when the exception does not say.</param>
    public static ErrorRecord From(Exception error, object? target = null)
    {
        var cause = Unwrap(error);
        if (cause is IContainsErrorRecord { ErrorRecord: { } record }) return record;
        if (cause is not AxflException axfl) return new ErrorRecord(cause, IdOf(cause), CategoryOf(cause), target);
        var made = new ErrorRecord(axfl, axfl.ErrorId, CategoryOf(axfl), axfl.Target ?? target);
        made.ErrorDetails = new ErrorDetails(axfl.Message) { RecommendedAction = axfl.RecommendedAction ?? ActionOf(axfl) };
        return made;
    }

    /// <summary>No run of that name is under way.</summary>
    public static ErrorRecord RunNotRunning(string? run) => From(new AxflException(
        "RunNotRunning", ErrorKind.Data, run is null ? "No run is under way in this process." : $"No run '{run}' is under way in this process.")
    {
        Target = run,
    });

    /// <summary>A run that is under way, but in another process.</summary>
    public static ErrorRecord RunElsewhere(RunReport report) => From(new AxflException(
        "RunNotRunning", ErrorKind.Data, $"Run '{report.Run}' is under way in another process{(report.ProcessId is { } id ? FormattableString.Invariant($" ({id})") : "")}, not in this one.")
    {
        Target = report.Run, RecommendedAction = "End it where it was started: Stop-AxflLivePort in that session, or Ctrl-C in its console.",
    });

    /// <summary>A run that did not end in order.</summary>
    public static ErrorRecord RunFaulty(RunReport report)
    {
        var message = Heading(report);
        var record = new ErrorRecord(
            new InvalidOperationException(message), report.State == RunStates.Killed ? "RunKilled" : "RunFailed", ErrorCategory.OperationStopped, report.Run);
        record.ErrorDetails = new ErrorDetails(message) { RecommendedAction = "Read what it wrote with Get-AxflTrade and Measure-AxflPortfolio; resume a live run with Start-AxflLivePort Ws -Resume." };
        return record;
    }

    /// <summary>How a run that did not end in order ended, in one sentence.</summary>
    public static string Heading(RunReport report) =>
        report.State == RunStates.Killed ? $"Run '{report.Run}' was killed: {report.Error}" : $"Run '{report.Run}' failed: {report.Error}";

    /// <summary>A trial that did not give its ledger again.</summary>
    public static ErrorRecord TrialNotReproduced(SweepCheck check)
    {
        var message = FormattableString.Invariant($"Trial {check.Trial} of the sweep '{check.Sweep}' did not reproduce: {check.Problem}.");
        return Sweep("TrialNotReproduced", message, FormattableString.Invariant($"{check.Sweep}/{check.Trial}"), ErrorCategory.InvalidResult,
            "Look at both with Start-AxflLivePort -Trial and Compare-AxflRun; a strategy that is not deterministic is found by Test-AxflStrategy.");
    }

    /// <summary>Second results of a sweep that differ from the first.</summary>
    public static ErrorRecord SweepNotReproduced(SweepReport report) => NotReproduced($"{Counted.Of(report.Alarms.Count, "trial")} of the sweep '{report.Sweep}'", report.Sweep);

    /// <summary>Second results of a chunk that differ from the first.</summary>
    public static ErrorRecord SweepNotReproduced(ChunkReport report) =>
        NotReproduced(FormattableString.Invariant($"{Counted.Of(report.Alarms.Count, "result")} of chunk {report.Chunk} of the sweep '{report.Sweep}'"), report.Sweep);

    /// <summary>Trials of a sweep that failed.</summary>
    public static ErrorRecord SweepTrialsFailed(SweepReport report) => TrialsFailed(report.Error ?? "", report.Sweep);

    /// <summary>Trials of a chunk that failed.</summary>
    public static ErrorRecord SweepTrialsFailed(ChunkReport report) =>
        TrialsFailed(FormattableString.Invariant($"{Counted.Of(report.Failed, "trial")} of chunk {report.Chunk} of the sweep '{report.Sweep}' failed, the first with: {report.Error}"), report.Sweep);

    /// <summary>One error of a sessions file.</summary>
    public static ErrorRecord SessionsInvalid(ConfigurationProblem problem) => From(new ConfigurationException([problem]) { Target = problem.File, Line = problem.Line });

    /// <summary>A wait that took too long.</summary>
    public static ErrorRecord WaitTimedOut(string run, double seconds)
    {
        var record = new ErrorRecord(
            new TimeoutException(FormattableString.Invariant($"Run '{run}' did not end within {seconds} s; it is still running.")), "WaitTimedOut",
            ErrorCategory.OperationTimeout, run);
        record.ErrorDetails = new ErrorDetails(record.Exception.Message) { RecommendedAction = "Wait longer with -Timeout, or end it with Stop-AxflLivePort." };
        return record;
    }

    /// <summary>A name that is already registered.</summary>
    public static ErrorRecord StrategyExists(string name)
    {
        var message = $"A strategy '{name}' already exists.";
        var record = new ErrorRecord(new InvalidOperationException(message), "StrategyExists", ErrorCategory.ResourceExists, name);
        record.ErrorDetails = new ErrorDetails(message) { RecommendedAction = "Give another -Name, or -Force to replace one registered before." };
        return record;
    }

    /// <summary>No strategy of that name.</summary>
    public static ErrorRecord StrategyNotFound(string name, IEnumerable<string> known)
    {
        var message = $"There is no strategy '{name}'. Known: {string.Join(", ", known)}.";
        var record = new ErrorRecord(new ItemNotFoundException(message), "StrategyNotFound", ErrorCategory.ObjectNotFound, name);
        record.ErrorDetails = new ErrorDetails(message) { RecommendedAction = "Register it with Register-AxflStrategy, or name its assembly with -StrategyAssembly." };
        return record;
    }

    /// <summary>Text that is no status.</summary>
    public static ErrorRecord StatusBlockInvalid(string text, string why)
    {
        var shown = text.Length > 80 ? text[..80] + "..." : text;
        var record = new ErrorRecord(new FormatException($"Not a status: {why}: {shown}"), "StatusBlockInvalid", ErrorCategory.InvalidData, text);
        record.ErrorDetails = new ErrorDetails(record.Exception.Message)
        {
            RecommendedAction = "Pipe whole status blocks, from the begin marker to the end marker, or single lines of JSON.",
        };
        return record;
    }

    /// <summary>An object that is no bar.</summary>
    public static ErrorRecord BarInvalid(object value, string why)
    {
        var record = new ErrorRecord(new FormatException($"Not a bar: {why}"), "BarInvalid", ErrorCategory.InvalidData, value);
        record.ErrorDetails = new ErrorDetails(record.Exception.Message)
        {
            RecommendedAction = "Pipe objects with Time, Open, High, Low and Close (such as Import-Csv gives), oldest first.",
        };
        return record;
    }

    private static ErrorRecord NotReproduced(string what, string sweep) => Sweep(
        "SweepNotReproduced", what + " gave a different result; the first is kept.", sweep,
        ErrorCategory.InvalidResult, "Verify with Test-AxflSweep; a strategy that is not deterministic is found by Test-AxflStrategy.");

    private static ErrorRecord TrialsFailed(string message, string sweep) => Sweep(
        "SweepTrialsFailed", message, sweep, ErrorCategory.OperationStopped, "Get-AxflSweepTrial shows the error of each; correct the strategy or the range of the axis, and run the sweep again.");

    private static ErrorRecord Sweep(string id, string message, string target, ErrorCategory category, string action) =>
        new(new InvalidOperationException(message), id, category, target) { ErrorDetails = new ErrorDetails(message) { RecommendedAction = action } };

    private static Exception Unwrap(Exception error) => error switch
    {
        AggregateException { InnerExceptions.Count: 1 } many => Unwrap(many.InnerExceptions[0]),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => error,
    };

    private static string IdOf(Exception error) => error.GetType().Name is var name && name.EndsWith("Exception", StringComparison.Ordinal)
        ? name[..^"Exception".Length]
        : error.GetType().Name;

    private static ErrorCategory CategoryOf(Exception error) => error switch
    {
        AxflException { ErrorId: var id } when ErrorAdvice.Of(id) is { } known => known.Category,
        AxflException axfl => axfl.Kind switch
        {
            ErrorKind.Data when axfl.ErrorId.EndsWith("NotFound", StringComparison.Ordinal) => ErrorCategory.ObjectNotFound,
            ErrorKind.Data => ErrorCategory.InvalidData,
            ErrorKind.Output when axfl.ErrorId.EndsWith("Exists", StringComparison.Ordinal) => ErrorCategory.ResourceExists,
            ErrorKind.Output => ErrorCategory.WriteError,
            ErrorKind.Feed => ErrorCategory.ConnectionError,
            _ when axfl.ErrorId.EndsWith("NotFound", StringComparison.Ordinal) => ErrorCategory.ObjectNotFound,
            _ => ErrorCategory.InvalidArgument,
        },
        FileNotFoundException or DirectoryNotFoundException => ErrorCategory.ObjectNotFound,
        UnauthorizedAccessException => ErrorCategory.PermissionDenied,
        IOException => ErrorCategory.ReadError,
        ArgumentException or FormatException => ErrorCategory.InvalidArgument,
        OperationCanceledException => ErrorCategory.OperationStopped,
        _ => ErrorCategory.NotSpecified,
    };

    // Not of the files of a run, a journal or a store.
    private static bool IsOfBars(string id) =>
        id.StartsWith("Data", StringComparison.Ordinal) || id.StartsWith("Bars", StringComparison.Ordinal) || id.StartsWith("Calendar", StringComparison.Ordinal) || id == "NoBars";

    private static string? ActionOf(AxflException error) => error.Kind switch
    {
        _ when ErrorAdvice.Of(error.ErrorId) is { } known => known.Action,
        ErrorKind.Configuration => "Correct the named key or argument; Test-AxflSessions lists all problems of a sessions file.",
        ErrorKind.Data when IsOfBars(error.ErrorId) => "Look at the data with Test-AxflData, or choose another -DataPath or -Source.",
        ErrorKind.Data => null,
        ErrorKind.Output => "Check that the folder exists, is writable and has room, or give another -OutputDirectory.",
        _ => "Check the connection and the keys of the provider, then start again.",
    };
}
