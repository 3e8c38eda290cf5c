using Axfl.Contracts;
using Axfl.Engine.Events;

namespace Axfl.Runs.Alerts;

/// <summary>Tells people outside what happens to a run. Called on the run's thread alone; nothing of it waits or throws, whatever becomes of a message.</summary>
public interface IRunAlerts : IEngineObserver
{
    /// <summary>What became of the messages so far.</summary>
    AlertStatus Counts { get; }

    /// <summary>The run goes on after another process: what that one did not send in its last minutes is sent, what it did before is counted.</summary>
    /// <param name="past">Reads what they did.</param>
    void OnResumed(Func<RunPast> past);

    /// <summary>The run has begun, or goes on.</summary>
    /// <param name="now">Unix ms.</param>
    void OnStarted(long now);

    /// <summary>Something happened to the run.</summary>
    void OnEvent(RunEvent item);

    /// <summary>The clock of the run: event time of a replay.</summary>
    /// <param name="now">Unix ms.</param>
    /// <param name="isHealthy">Whether the run can do its job.</param>
    void OnClock(long now, bool isHealthy);

    /// <summary>What has been told so far is on the disk of the run: it can go out.</summary>
    void Release();

    /// <summary>The run is over.</summary>
    /// <param name="now">Unix ms.</param>
    /// <param name="why">Why, in a few words.</param>
    /// <param name="isFault">Whether an error ended it.</param>
    void OnEnded(long now, string why, bool isFault);

    /// <summary>Lets what is queued go out, for at most five seconds.</summary>
    Task Close();
}
