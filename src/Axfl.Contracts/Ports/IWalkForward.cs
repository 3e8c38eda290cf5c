namespace Axfl.Contracts;

/// <summary>Walk-forwards: choosing on the past, testing on what comes next.</summary>
public interface IWalkForward
{
    /// <summary>Runs a walk-forward. Trials of the training go to the store, and what is there is not run again; a stopped one goes on.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellation">Stops it; trials that are done are kept.</param>
    /// <exception cref="ConfigurationException">The sweep file or a trial's plan has errors: all of them.</exception>
    /// <exception cref="AxflException">
    /// The file has no windows (<c>WalkForwardMissing</c>), none fits (<c>WalkForwardTooShort</c>), the trial chosen fails in its test (<c>WalkForwardTestFailed</c>), or data or store fail.
    /// </exception>
    WalkForwardReport Run(WalkForwardRequest request, IProgress<WalkForwardProgress>? progress, CancellationToken cancellation);
}
