using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Health;

/// <summary>Whether runs of the output directory are under way, or were left behind by a process that is gone. No lock is taken or removed.</summary>
internal sealed class LocksCheck() : HealthCheck("locks", TimeSpan.FromSeconds(20))
{
    // A run says something every five seconds, whatever happens.
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public override bool NeedsPlan => false;

    /// <inheritdoc/>
    public override string Advice => $"Give the folder that has the folder 'runs' with {Spelling.Of("OutputDirectory")}.";

    /// <inheritdoc/>
    public override Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        var rows = new List<HealthResult>();
        foreach (var directory in RunDirectory.All(scene.Output).Where(d => File.Exists(Path.Combine(d, RunFiles.Lock))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (state, seen, remedy) = Judge(directory, scene);
            rows.Add(new HealthResult($"lock {Path.GetFileName(directory)}", state, seen, remedy));
        }

        return Task.FromResult<IReadOnlyList<HealthResult>>(rows.Count > 0 ? rows : [Ok($"no run of {scene.Output} is locked")]);
    }

    private static (string State, string Seen, string Remedy) Judge(string directory, HealthScene scene)
    {
        var run = Path.GetFileName(directory);
        var path = Path.Combine(directory, RunFiles.Lock);
        var resume = $"{Spelling.Command("Start-AxflLivePort")} {Spelling.Of("Mode", Spelling.IsPowerShell ? "Ws" : "ws")} {Spelling.Of("Resume")} {Spelling.Of("RunId", run)}";
        if (RunLock.OwnerOf(directory) is not { } owner)
            return (HealthStates.Warning, $"{path} names no process: whoever wrote it was stopped at that", $"Resume the run ({resume}), or delete the file where it is done with.");
        var report = RunReports.Of(directory, scene.Time);
        var isHere = string.Equals(owner.Host, scene.Ports.Live.Host, StringComparison.OrdinalIgnoreCase);
        var who = string.Create(CultureInfo.InvariantCulture, $"process {owner.ProcessId}{(isHere ? "" : " on " + owner.Host)}");
        var last = report.LastWord is { } word ? "; its last word was at " + EventTime.ToIso(EventTime.FromDateTime(word)) : "";
        var isSilent = report.LastWord is not { } said || scene.Time.GetUtcNow() - said > Silent;
        return (report.IsRunning, isHere, isSilent) switch
        {
            (true, true, true) => (HealthStates.Failed, $"held by {who}, which does not say anything any more{last}", $"End that process, and resume the run: {resume}."),
            (true, _, _) => (HealthStates.Warning, $"held: the run is under way in {who}", "Let it go on, or stop it before another run of the same plan is started."),
            (_, true, _) => (HealthStates.Warning, $"stale: {who} is gone and left its lock{last}", $"Resume the run ({resume}), or delete {path} where it is done with: positions it had open are looked after by nobody."),
            _ => (HealthStates.Failed, $"held by {who}, which has not been heard of{last}, and cannot be looked for from here", $"Ask on {owner.Host}; if the process is gone, delete {path} and resume the run ({resume})."),
        };
    }
}
