using System.Management.Automation;

namespace Axfl.PowerShell.Errors;

/// <summary>What kind of error an error is, and what to do next, by its id. Those without an entry are told by what they concern.</summary>
internal static class ErrorAdvice
{
    private const string JournalKept = "Test-AxflJournal names the first line that is not valid; the run can be replayed up to there, but not resumed.";
    private const string Damaged = "The file was changed or cut after the run had written it: take it from a backup, or run again.";
    private const string AnotherPlan = "Start a new run (without -Resume): a run keeps the plan with which it began.";

    private static readonly Dictionary<string, (ErrorCategory Category, string Action)> ById = new(StringComparer.Ordinal)
    {
        ["RunDirectoryExists"] = (ErrorCategory.ResourceExists, "Give another -RunId, or omit it: a run never writes into another's directory. To resume a live run give -Resume."),
        ["RunLocked"] = (ErrorCategory.ResourceBusy, "Stop the process that owns the run, or wait until it has ended; Get-AxflRun shows it."),
        ["RunNotFound"] = (ErrorCategory.ObjectNotFound, "Give the id of a run of -OutputDirectory (default logs), or a run directory; Get-AxflRun lists them."),
        ["RunFileNotFound"] = (ErrorCategory.ObjectNotFound, "Give a complete run directory; Get-AxflRun says how the run ended."),
        ["RunIdInvalid"] = (ErrorCategory.InvalidArgument, "Give a -RunId of letters, digits, dots, underscores and hyphens."),
        ["RunNotRunning"] = (ErrorCategory.ObjectNotFound, "Start one with Start-AxflLivePort -AsJob; the results of an ended run are read with Get-AxflPortfolioStatus."),
        ["JournalNotFound"] = (ErrorCategory.ObjectNotFound, "Give a live run: a replay has no journal. Get-AxflRun says which runs are live (mode ws)."),
        ["JournalEmpty"] = (ErrorCategory.InvalidData, "The run ended before its first price: start a new one."),
        ["JournalBroken"] = (ErrorCategory.InvalidData, JournalKept),
        ["JournalDisagrees"] = (ErrorCategory.InvalidResult, "Use the version of Axfl and of the strategies with which the run was made; Test-AxflJournal names the first line."),
        ["JournalUnknown"] = (ErrorCategory.InvalidData, "Use the version of Axfl that wrote it, or a later one."),
        ["JournalUnreadable"] = (ErrorCategory.ReadError, "Check that the file may be read and that no other program has it open."),
        ["JournalPlanChanged"] = (ErrorCategory.InvalidOperation, AnotherPlan),
        ["JournalSymbolsDiffer"] = (ErrorCategory.InvalidOperation, AnotherPlan),
        ["JournalReplayedWhole"] = (ErrorCategory.InvalidArgument, "Omit -Since and -Until: a journal is replayed whole."),
        ["StatusNotFound"] = (ErrorCategory.ObjectNotFound, "Wait until the run has given its first status; Get-AxflRun says whether it is under way."),
        ["StatusInvalid"] = (ErrorCategory.InvalidData, Damaged),
        ["SummaryInvalid"] = (ErrorCategory.InvalidData, Damaged),
        ["TradesFileInvalid"] = (ErrorCategory.InvalidData, Damaged),
        ["TradesFileDiffers"] = (ErrorCategory.InvalidData, Damaged),
        ["StatusesIncomplete"] = (ErrorCategory.InvalidData, Damaged),
        ["DecisionsFileInvalid"] = (ErrorCategory.InvalidData, Damaged),
        ["SessionsFileNotFound"] = (ErrorCategory.ObjectNotFound, "Give -Path of a sessions file that exists, or omit it for the shipped one."),
        ["SessionsFileUnreadable"] = (ErrorCategory.ReadError, "Check that the file may be read and that no other program has it open."),
        ["SessionsFileInvalid"] = (ErrorCategory.InvalidArgument, "Correct the named keys; Test-AxflSessions lists all problems of the file."),
        ["AlertsNotConfigured"] = (ErrorCategory.ObjectNotFound, "Write alerts with channels into the profile; docs/alerts.md of the project has a recipe for each kind."),
        ["AlertChannelUnknown"] = (ErrorCategory.InvalidArgument, "Name a channel of the profile, or omit -Channel for all of them."),
        ["FeedNotConfigured"] = (ErrorCategory.AuthenticationError, "Set the provider's environment variable, or name a -Source whose keys are set; about_Axfl_Live lists them."),
        ["HistoryNotConfigured"] = (ErrorCategory.AuthenticationError, "Set the provider's environment variable, or name a -Source that needs no key; about_Axfl_Live lists them."),
        ["OandaAccountMissing"] = (ErrorCategory.AuthenticationError, "Set OANDA_ACCOUNT_ID beside OANDA_API_KEY."),
        ["OandaEnvironmentUnknown"] = (ErrorCategory.InvalidArgument, "Set OANDA_ENV to practice, or remove it."),
        ["OandaLiveRefused"] = (ErrorCategory.PermissionDenied, "Use a practice account: paper trading needs nothing else."),
        ["FakeFeedPortTaken"] = (ErrorCategory.ResourceBusy, "Give another -Port; 0 takes any that is free."),
        ["FeedEndpointInvalid"] = (ErrorCategory.InvalidArgument, "Write the address as ws://host:port, wss://, http:// or https://."),
        ["DataFileNotFound"] = (ErrorCategory.ObjectNotFound, "Give a file or folder that exists; -DataPath also takes SYMBOL=path."),
        ["DataFileUnreadable"] = (ErrorCategory.ReadError, "Check that the file may be read and that no other program has it open."),
        ["NoBars"] = (ErrorCategory.InvalidData, "Give a -Since and -Until that the data cover; Test-AxflData shows which period that is."),
        ["PeriodEmpty"] = (ErrorCategory.InvalidArgument, "Give an -Until that is later than -Since."),
        ["StrategyNotFound"] = (ErrorCategory.ObjectNotFound, "Register it with Register-AxflStrategy, or name its assembly with -StrategyAssembly."),
        ["SymbolUnknown"] = (ErrorCategory.ObjectNotFound, "Correct the symbol, or define it under instruments: in the sessions file."),
        ["TimeZoneUnknown"] = (ErrorCategory.ObjectNotFound, "Give an IANA zone such as Europe/London."),
        ["HistoryNotWritable"] = (ErrorCategory.WriteError, "Check that -DataDirectory is writable and has room."),
        ["SweepFileNotFound"] = (ErrorCategory.ObjectNotFound, "Give -Path of a sweep file that exists, or -Axis and -Name."),
        ["SweepFileInvalid"] = (ErrorCategory.InvalidArgument, "Correct the named keys; every error of the file is listed."),
        ["SweepTooLarge"] = (ErrorCategory.LimitsExceeded, "Take larger steps or another method, or give -Force."),
        ["SweepDefinitionDiffers"] = (ErrorCategory.ResourceExists, "Give -Append, or another name."),
        ["SweepNotRunning"] = (ErrorCategory.ObjectNotFound, "Get-AxflSweep shows how far the sweeps of a store are."),
        ["SweepSubmitted"] = (ErrorCategory.ResourceBusy, "Get-AxflSweep shows how far it is; one command at a time waits for a sweep."),
        ["PoolUnknown"] = (ErrorCategory.InvalidArgument, "Give -Pool local, hangfire or command."),
        ["PoolRefused"] = (ErrorCategory.InvalidOperation, "Omit it, or run the sweep with -Pool local."),
        ["PoolNotOpened"] = (ErrorCategory.OpenError, "Check that the server can be reached and that its user may create the schema hangfire."),
        ["StoreAdapterNotFound"] = (ErrorCategory.NotInstalled, "Install the adapter in the folder adapters of the module, or set AXFL_ADAPTERS to its folder."),
        ["StoreConnectionLost"] = (ErrorCategory.ConnectionError, "Start the worker, or run the command, again when the server is back: no partial result was written."),
        ["WorkerRefused"] = (ErrorCategory.InvalidOperation, "Give this machine the build, the strategies, the bars and the clock of the sweep."),
        ["TrialHangs"] = (ErrorCategory.OperationTimeout, "Give more time with -TrialTimeout, or look whether its strategy ends at all."),
        ["DataPathRefused"] = (ErrorCategory.InvalidArgument, "Omit -DataPath, or -DataFromStore."),
        ["TrialNotFound"] = (ErrorCategory.ObjectNotFound, "Get-AxflSweepTrial lists the trials of a sweep."),
        ["ModuleIncomplete"] = (ErrorCategory.NotInstalled, "Build the module with ./build.ps1, or install it again."),
    };

    /// <summary>Category of an error, and what to do next where it does not say so itself; null: nothing beyond what it concerns.</summary>
    public static (ErrorCategory Category, string Action)? Of(string errorId) => ById.TryGetValue(errorId, out var known) ? known : null;
}
