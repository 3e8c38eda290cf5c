using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Research.Trials;
using Axfl.Runs.Metrics;

namespace Axfl.Research.Pools;

/// <summary>Runs one trial: the replay of a plan over bars in memory. Called by several threads at the same time.</summary>
/// <param name="plan">The plan; its start is that of the run.</param>
/// <param name="bars">Bars of each symbol in plan order, warm-up included; the same object for plans of the same warm-up.</param>
/// <param name="times">When it can trade.</param>
/// <param name="cancellation">Stops the run.</param>
/// <exception cref="AxflException">A strategy fails, or a profit cannot be converted.</exception>
internal delegate TrialResult TrialFunction(EnginePlan plan, IReadOnlyList<SharedBars> bars, RunBars times, CancellationToken cancellation);
