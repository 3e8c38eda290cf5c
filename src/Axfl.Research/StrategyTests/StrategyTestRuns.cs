using Axfl.Contracts;
using Axfl.Research.StrategyTests.Processes;

namespace Axfl.Research.StrategyTests;

/// <summary>Tests of strategies, with a folder of their own for the time of a test.</summary>
/// <param name="strategies">Strategies of assemblies, and extra ones.</param>
/// <param name="time">Clock.</param>
/// <param name="temporary">Where the folder of a test is made; null: among the system's temporary files.</param>
public sealed class StrategyTestRuns(
    Func<IReadOnlyList<string>, IReadOnlyList<StrategyDefinition>, IReadOnlyList<StrategyDefinition>> strategies, TimeProvider time, string? temporary = null) : IStrategyTests
{
    /// <inheritdoc/>
    public StrategyReport Run(StrategyTestRequest request, IProgress<double>? progress, CancellationToken cancellation)
    {
        var folder = temporary is null ? Directory.CreateTempSubdirectory("axfl-strategy-test-") : Directory.CreateDirectory(Path.Combine(temporary, Guid.NewGuid().ToString("N")));
        try
        {
            var subject = StrategySubject.Load(request, strategies(request.Run.StrategyAssemblies, request.Run.Strategies), folder.FullName, cancellation);
            return new StrategyTest(subject, request.Host, time).Run(request.Cuts, folder.FullName, progress, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public StrategyScript? ScriptOf(string job) => new JobFolder(job).Read().Script;

    /// <inheritdoc/>
    public void RunJob(string job, IReadOnlyList<StrategyDefinition> extra) => JobRun.Do(new JobFolder(job), files => strategies(files, extra));
}
