using Axfl.Contracts;

namespace Axfl.Research.Pools;

/// <summary>Where the trials of a sweep run.</summary>
internal static class SweepPool
{
    /// <summary>A pool by its name.</summary>
    /// <exception cref="AxflException">There is none (<c>PoolUnknown</c>).</exception>
    public static string Of(string name) => SweepPoolNames.All.Contains(name) ? name
        : throw new AxflException("PoolUnknown", ErrorKind.Configuration, $"There is no pool '{name}'; there are {string.Join(", ", SweepPoolNames.All)}.{Suggestion.Ask(name, SweepPoolNames.All)}") { Target = name };

    /// <summary>Refuses what a pool cannot do.</summary>
    /// <exception cref="AxflException">As it says.</exception>
    public static void Check(SweepRequest request)
    {
        if (Of(request.Pool) == SweepPoolNames.Local) return;
        if (request.KeepTrades > 0) throw Refused($"the best of all are not known to one worker; write keep: trades in the sweep file instead of {Spelling.Of("KeepTrades")}");
        if (request.OpenHoldout) throw Refused("a holdout is opened by this process alone");
        if (request.TrialTimeout is not null) throw Refused($"{Spelling.Of("TrialTimeout")} is given to the workers");
        if (!(request.ChunkSeconds > 0 && request.ChunkSeconds <= 86_400)) throw Refused(FormattableString.Invariant($"the time of a chunk must be above 0 and at most 86400 s, not {request.ChunkSeconds}"));

        AxflException Refused(string why) => new("PoolRefused", ErrorKind.Configuration, $"The pool {request.Pool} cannot do that: {why}.") { Target = request.Pool };
    }

    /// <summary>Refuses what a worker would ignore.</summary>
    /// <exception cref="AxflException">It is given bars of its own and told to read those of the store (<c>DataPathRefused</c>).</exception>
    public static void Check(ChunkWorkerRequest worker)
    {
        if (!worker.DataFromStore || worker.DataPath.Count == 0) return;
        throw new AxflException("DataPathRefused", ErrorKind.Configuration, $"{Spelling.Of("DataFromStore")} reads no files: leave out {Spelling.Of("DataPath")}.") { Target = "DataPath" };
    }
}
