using System.Runtime.InteropServices;

namespace Axfl.PowerShell.Runs;

/// <summary>Ends the runs of this process in order when it ends: <c>exit</c>, the end of the script, SIGTERM, SIGHUP.</summary>
internal static class EndOfProcess
{
    // Kept: a registration that is collected watches no more.
    private static readonly Lazy<PosixSignalRegistration?[]> Watched = new(Register);

    /// <summary>Watches from now on.</summary>
    public static void Watch() => _ = Watched.Value;

    private static PosixSignalRegistration?[] Register()
    {
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => RunRegistry.StopAll();
        // What a signal does by itself is left as it is: the process ends with its code, when the files are complete. SIGHUP would end it without ProcessExit.
        return [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Where(s => !IsIgnored(s)).Select(s => PosixSignalRegistration.Create(s, static _ => RunRegistry.StopAll()))];
    }

    // Under nohup a hang-up is ignored, and is to stay so.
    private static bool IsIgnored(PosixSignal signal)
    {
        const string Proc = "/proc/self/status";
        if (signal != PosixSignal.SIGHUP || !File.Exists(Proc)) return false;
        var mask = File.ReadLines(Proc).FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal));
        return mask is not null && ulong.TryParse(mask.AsSpan("SigIgn:".Length).Trim(), System.Globalization.NumberStyles.HexNumber, null, out var ignored) && (ignored & 1) != 0;
    }
}
