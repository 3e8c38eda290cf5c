namespace Axfl.Reports.Sweeps;

/// <summary>Commands that the page of a sweep names. It may be read anywhere and is the same whoever made it: it has those of both front ends.</summary>
internal static class SweepCommands
{
    /// <summary>What <see cref="Of"/> gives, in words.</summary>
    public static string Heading => "Sessions file of a trial, and its replay with all files; another store than the default one is named with --store or -Store.";

    /// <summary>How the holdout is opened.</summary>
    public static string OpenHoldout => "`axfl sweep run FILE --open-holdout --trial N` (Invoke-AxflSweep FILE -OpenHoldout -Trial N)";

    /// <summary>How all trials are listed.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    public static string Trials(string sweep) => $"`axfl sweep trials {sweep}` (Get-AxflSweepTrial {sweep})";

    /// <summary>How its walk-forward is run.</summary>
    public static string WalkForward => "`axfl walk-forward FILE` (Invoke-AxflWalkForward FILE)";

    /// <summary>A trial as a sessions file, and its replay: a command a line.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="trial">Its number.</param>
    public static string Of(string sweep, int trial) => FormattableString.Invariant(
        $"axfl sweep export {sweep} --trial {trial} --to {sweep}-{trial}.yaml\naxfl live-port --trial {sweep}/{trial}\nExport-AxflSweepTrial {sweep} -Trial {trial} -Path {sweep}-{trial}.yaml\nStart-AxflLivePort -Trial {sweep}/{trial}\n");
}
