using System.Collections.Concurrent;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>The registered strategies for runs on several threads: scripts have a runspace for each thread on which instances of them are made.</summary>
internal sealed class StrategiesByThread : IDisposable
{
    private readonly ConcurrentDictionary<int, RunStrategies> _threads = new();
    private readonly CancellationTokenRegistration _stop;
    private volatile bool _stopped;

    /// <param name="stop">The pipeline's stop: a call of a script that takes longer than a second is interrupted then.</param>
    public StrategiesByThread(CancellationToken stop) => _stop = stop.Register(() =>
    {
        _stopped = true;
        foreach (var run in _threads.Values) run.StopSoon();
    });

    /// <summary>As the runtime takes them.</summary>
    public IReadOnlyList<StrategyDefinition> Definitions =>
        [.. StrategyRegistry.Described.Select(d => d.Script is null ? d : d with { Create = setup => OfThread().Definitions.Single(o => o.Name == d.Name).Create(setup) })];

    private RunStrategies OfThread() => _threads.GetOrAdd(Environment.CurrentManagedThreadId, _ =>
    {
        var made = StrategyRegistry.Open();
        if (_stopped) made.StopSoon();
        return made;
    });

    /// <summary>Lets go of all without waiting: a call of a script that does not end cannot be waited for.</summary>
    public void Abandon() => _ = Task.Run(Dispose);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        foreach (var run in _threads.Values) run.Dispose();
    }
}
