namespace Axfl.Contracts;

/// <summary>Reads the store of trials: what was tried, and what it comes to. All errors are <see cref="AxflException"/>.</summary>
public interface ISweepStore
{
    /// <summary>Sweeps of a store, by name.</summary>
    /// <param name="request">Which store.</param>
    /// <exception cref="AxflException">There is no store (<c>StoreNotFound</c>), or it cannot be read.</exception>
    IReadOnlyList<SweepInfo> List(SweepStoreRequest request);

    /// <summary>Trials of a sweep.</summary>
    /// <param name="request">Which store.</param>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="filter">Which trials.</param>
    /// <exception cref="AxflException">There is no such sweep (<c>SweepNotFound</c>), trial (<c>TrialNotFound</c>) or metric (<c>MetricUnknown</c>).</exception>
    IReadOnlyList<SweepTrial> Trials(SweepStoreRequest request, string sweep, SweepTrialFilter filter);

    /// <summary>Statistics and verdict of a sweep.</summary>
    /// <param name="request">Which store.</param>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="progress">Takes what is being worked out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">There is no such sweep (<c>SweepNotFound</c>).</exception>
    SweepMeasure Measure(SweepStoreRequest request, string sweep, IProgress<string>? progress, CancellationToken cancellation);

    /// <summary>Removes a sweep and the results no other sweep has. What was tried stays counted permanently.</summary>
    /// <param name="request">Which store.</param>
    /// <param name="sweep">Name of the sweep.</param>
    /// <exception cref="AxflException">There is no such sweep (<c>SweepNotFound</c>), or the store cannot be written.</exception>
    SweepRemoval Remove(SweepStoreRequest request, string sweep);
}
