using System.Runtime.ExceptionServices;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Research.Trials;

/// <summary>Many runs at once, their results in order: as many as there are processors, one after the other where a strategy is a script.</summary>
internal static class ManyRuns
{
    private const string ScriptSource = "script";

    /// <summary>Does a piece of work for each number from 0.</summary>
    /// <param name="count">How many.</param>
    /// <param name="plan">The plan whose strategies run.</param>
    /// <param name="work">The work; it must not depend on which others are done.</param>
    /// <param name="step">What is done, for people.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellation">Stops it after those in hand.</param>
    public static T[] Of<T>(
        int count, EnginePlan plan, Func<int, T> work, string step, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var results = new T[count];
        var (done, sync) = (0, new object());
        var scripts = plan.Symbols.SelectMany(s => s.Slots).Any(s => s.Definition.Source == ScriptSource);
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = scripts ? 1 : Environment.ProcessorCount }, i =>
            {
                results[i] = work(i);
                lock (sync) progress?.Report(new(step, (double)++done / count));
            });
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }

        return results;
    }
}
