namespace Axfl.Cli.Hosting;

/// <summary>Whether this process makes code while it runs.</summary>
internal static class DynamicCode
{
    private const string Switch = "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported";

    /// <summary>
    /// Has setters called by reflection and the regular expressions of libraries interpreted: a command uses each a few times, and making code for them takes
    /// longer, a quarter of a short replay. Where a strategy of others may come in nothing is changed: it may make code itself.
    /// </summary>
    /// <remarks>To be called first of all: the runtime looks at the switch once.</remarks>
    public static void Avoid(IReadOnlyList<string> args)
    {
        if (!MayBeNeeded(args)) AppContext.SetSwitch(Switch, false);
    }

    /// <summary>Whether a command line may load strategies of others: by name, with a run that is gone on with, or in a file of arguments; or the queue of sweeps, whose packages make code.</summary>
    public static bool MayBeNeeded(IReadOnlyList<string> args) =>
        args is ["sweep" or "worker", ..] || args.Any(a => a.StartsWith("--strategy-assembly", StringComparison.Ordinal) || a.StartsWith("--resume", StringComparison.Ordinal) || a.StartsWith('@'));
}
