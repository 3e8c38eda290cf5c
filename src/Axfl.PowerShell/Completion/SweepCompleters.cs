using System.Collections;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Completion;

/// <summary>Sweeps of the store.</summary>
public sealed class SweepCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => RuntimeHost.Runtime.SweepStore.List(new SweepStoreRequest
    {
        Store = Text(bound, "Store"), OutputDirectory = RunCompleter.OutputOf(bound), WorkingDirectory = WorkingDirectory,
    }).Select(s => new CompletionWord(s.Sweep));
}

/// <summary>Metrics of a trial.</summary>
public sealed class MetricCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => TrialMetrics.Names.Select(n => new CompletionWord(n));
}

/// <summary>Where the trials of a sweep run.</summary>
public sealed class PoolCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => SweepPoolNames.All.Select(p => new CompletionWord(p, p switch
    {
        SweepPoolNames.Hangfire => "hangfire: workers that share a queue in PostgreSQL (Start-AxflWorker)",
        SweepPoolNames.Command => "command: chunks that something else runs (Invoke-AxflSweep -Name NAME -Chunk K)",
        _ => p + ": threads of this process",
    }));
}
