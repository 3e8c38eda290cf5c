using Axfl.Contracts;

namespace Axfl.Runs.Health;

/// <summary>Whether the sessions file can be read, and what its plan is.</summary>
internal sealed class SessionsCheck() : HealthCheck("sessions", TimeSpan.FromSeconds(20))
{
    /// <inheritdoc/>
    public override bool NeedsPlan => false;

    /// <inheritdoc/>
    public override string Advice => $"Give a sessions file that can be read with {Spelling.Of("Path")}, and a profile of it with {Spelling.Of("Profile")}.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await scene.Plan.WaitAsync(cancellationToken);
            var strategies = plan.Engine.Symbols.SelectMany(s => s.Slots).Select(s => s.Strategy).Distinct(StringComparer.Ordinal);
            var seen = $"profile {plan.Profile} of {plan.SessionsPath}: {string.Join(", ", strategies)} on {string.Join(", ", plan.Engine.Symbols.Select(s => s.Instrument.Symbol))}, {plan.Engine.Interval}";
            var warnings = plan.Description.Warnings;
            return [warnings.Count == 0 ? Ok(seen) : Warning($"{seen}; {string.Join("; ", warnings)}", "Look whether the plan is meant so; correct the lines named where it is not.")];
        }
        catch (ConfigurationException e)
        {
            return [Failed($"{Counted.Of(e.Problems.Count(p => !p.IsWarning), "error")}: {string.Join("; ", e.Problems)}",
                $"Correct the lines named; {Spelling.Command("Test-AxflSessions")} checks the file alone.")];
        }
    }
}
