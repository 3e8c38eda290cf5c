namespace Axfl.Contracts;

/// <summary>Runs sweeps: many trials of one plan, each a replay, all of them in the store. All errors are <see cref="AxflException"/>.</summary>
public interface ISweeps
{
    /// <summary>Runs what is not in the store yet. A stopped sweep keeps all that is done; the same request goes on.</summary>
    /// <exception cref="ConfigurationException">The sweep file or a trial's plan has errors: all of them.</exception>
    SweepReport Run(SweepRequest request, ISweepWatcher watcher, CancellationToken cancellation);

    /// <summary>What a sweep would do; nothing is written.</summary>
    /// <exception cref="ConfigurationException">The sweep file or a trial's plan has errors: all of them.</exception>
    SweepEstimate Plan(SweepRequest request, IProgress<SweepProgress>? progress, CancellationToken cancellation);

    /// <summary>Runs trials of a sweep again, alone, as plain replays, and compares their ledgers with the store.</summary>
    IReadOnlyList<SweepCheck> Verify(SweepTrialRequest request, IProgress<SweepProgress>? progress, CancellationToken cancellation);

    /// <summary>The plan of one trial as a complete sessions file.</summary>
    string Export(SweepTrialRequest request);

    /// <summary>What a replay of one trial with all its files asks; the rest of the request is as it was.</summary>
    RunRequest Replay(SweepTrialRequest request, RunRequest run);

    /// <summary>Withdraws what a running sweep has not begun, in whichever process of this machine it runs.</summary>
    /// <exception cref="AxflException">No sweep of that name is running in the store (<c>SweepNotRunning</c>).</exception>
    void Stop(string sweep, SweepStoreRequest store);
}
