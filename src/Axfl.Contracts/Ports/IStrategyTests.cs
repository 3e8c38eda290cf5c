namespace Axfl.Contracts;

/// <summary>Checks of strategies.</summary>
public interface IStrategyTests
{
    /// <summary>Checks a strategy: look-ahead, shared state, determinism, outside knowledge, warm-up, gaps, cost.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops it; processes it started are ended.</param>
    /// <exception cref="AxflException">
    /// There is no such strategy (<c>StrategyNotFound</c>), the plan, period or data are wrong, or the strategy fails on the bars as they are (<c>StrategyFailed</c>).
    /// </exception>
    StrategyReport Run(StrategyTestRequest request, IProgress<double>? progress, CancellationToken cancellation);

    /// <summary>The script of a part of a test that is done in a process of its own; null: its strategy is no script.</summary>
    /// <param name="job">Folder of the part.</param>
    StrategyScript? ScriptOf(string job);

    /// <summary>Does a part of a test, in the process that was started for it.</summary>
    /// <param name="job">Folder of the part.</param>
    /// <param name="extra">The strategy when it is a script.</param>
    void RunJob(string job, IReadOnlyList<StrategyDefinition> extra);
}
