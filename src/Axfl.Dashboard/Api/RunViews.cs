using Axfl.Contracts;

namespace Axfl.Dashboard.Api;

/// <summary>The runs that were looked at last: what was read of them is not read again.</summary>
/// <param name="strategies">Strategies at hand.</param>
/// <param name="time">Clock.</param>
internal sealed class RunViews(IReadOnlyList<StrategyDefinition> strategies, TimeProvider time)
{
    private const int Most = 4;

    private readonly LinkedList<(string Directory, RunView View)> _newestFirst = new();

    /// <summary>A run.</summary>
    public RunView Of(string directory)
    {
        lock (_newestFirst)
        {
            var known = _newestFirst.FirstOrDefault(v => v.Directory == directory);
            if (known.View is not null) _newestFirst.Remove(known);
            else known = (directory, new RunView(directory, strategies, time));
            _newestFirst.AddFirst(known);
            if (_newestFirst.Count > Most) _newestFirst.RemoveLast();
            return known.View;
        }
    }
}
