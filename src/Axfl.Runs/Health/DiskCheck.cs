using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runs.Health;

/// <summary>Whether the disk of the output directory has room for a week of the journal, at the rate at which it grows.</summary>
internal sealed class DiskCheck() : HealthCheck("disk", TimeSpan.FromSeconds(20))
{
    // Where no run has a journal to go by: four prices a second, as OANDA sends at most, at 150 bytes a line.
    private const double AssumedPerSymbol = 4 * 86_400 * 150.0;
    private const int FewSymbols = 3;

    /// <inheritdoc/>
    public override bool NeedsPlan => false;

    /// <inheritdoc/>
    public override string Advice => $"Give an output directory on a disk of this machine with {Spelling.Of("OutputDirectory")}.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        var folder = scene.Output;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above) folder = above;
        if (scene.Ports.FreeBytes(folder) is not { } free)
            return [Warning($"how much is free for {scene.Output} cannot be told", Advice)];
        var measured = JournalRate.Of(scene.Output);
        var week = 7 * (measured?.BytesPerDay ?? AssumedPerSymbol * await Symbols(scene, cancellationToken));
        var by = measured is { } rate ? $"at the rate of run {rate.Run}" : "assumed, since no live run of ten minutes is there to go by";
        var seen = $"{Size(free)} free for {scene.Output}; a week of the journal takes {Size(week)}, {by}";
        var remedy = $"Make room, remove runs that are no longer needed, or give another disk with {Spelling.Of("OutputDirectory")}: a run whose journal cannot be written stops.";
        return [free < week ? Failed(seen, remedy) : free < 2 * week ? Warning(seen, remedy) : Ok(seen)];
    }

    private static async Task<int> Symbols(HealthScene scene, CancellationToken cancellationToken)
    {
        var plan = scene.Plan;
        await ((Task)plan).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return plan.IsCompletedSuccessfully ? (await plan).Engine.Symbols.Count : FewSymbols;
    }

    private static string Size(double bytes) => bytes switch
    {
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };
}
