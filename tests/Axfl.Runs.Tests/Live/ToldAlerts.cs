using System.Collections.Concurrent;
using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Runs.Alerts;

namespace Axfl.Runs.Tests.Live;

/// <summary>Alerts that remember what they were told and close when the test says so.</summary>
internal sealed class ToldAlerts : EngineObserver, IRunAlerts
{
    public ConcurrentQueue<string> Heard { get; } = new();

    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AlertedRun? Run { get; private set; }

    public AlertStatus Counts => new(1, 2, 3);

    public ToldAlerts Of(AlertedRun run)
    {
        Run = run;
        return this;
    }

    public void OnResumed(Func<RunPast> past) => Heard.Enqueue("resumed");

    public void OnStarted(long now) => Heard.Enqueue("started");

    public void OnEvent(RunEvent item) => Heard.Enqueue("event " + item.GetType().Name);

    public void OnClock(long now, bool isHealthy) => Heard.Enqueue($"clock {isHealthy}");

    public void Release() => Heard.Enqueue("released");

    public void OnEnded(long now, string why, bool isFault) => Heard.Enqueue($"ended {why} {isFault}");

    public Task Close()
    {
        Heard.Enqueue("closing");
        return Done.Task;
    }
}
