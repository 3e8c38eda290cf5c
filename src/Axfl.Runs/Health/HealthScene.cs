using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Runs.Health;

/// <summary>What the checks look at: one request, its plan, which is read once, and the world it would run in.</summary>
internal sealed class HealthScene
{
    /// <param name="request">The live run that is meant.</param>
    /// <param name="strategies">Finds the strategies a file may name; what it throws is an error of the plan.</param>
    /// <param name="ports">The outside world.</param>
    /// <param name="sendsAlerts">Whether the channels of alerts are sent a test message.</param>
    public HealthScene(RunRequest request, Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, HealthPorts ports, bool sendsAlerts)
    {
        (Request, Ports, SendsAlerts) = (request, ports, sendsAlerts);
        Plan = Task.Run(() => SessionsLoader.Load(request, strategies(request)));
    }

    /// <summary>The live run that is meant.</summary>
    public RunRequest Request { get; }

    /// <summary>The outside world.</summary>
    public HealthPorts Ports { get; }

    /// <summary>Whether the channels of alerts are sent a test message.</summary>
    public bool SendsAlerts { get; }

    /// <summary>Clock.</summary>
    public TimeProvider Time => Ports.Live.Time;

    /// <summary>Now, unix ms.</summary>
    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The plan; what is wrong with it is what the task throws.</summary>
    public Task<RunPlan> Plan { get; }

    /// <summary>Output directory, absolute.</summary>
    public string Output => Path.GetFullPath(Request.OutputDirectory ?? Path.Combine(Request.WorkingDirectory, "logs"));

    /// <summary>The feed of a plan, not dialled yet; the caller disposes it.</summary>
    /// <exception cref="AxflException">None is configured, or not as it must be.</exception>
    public ITickFeed Feed(RunPlan plan) => Ports.Live.Feed(Request, plan);
}
