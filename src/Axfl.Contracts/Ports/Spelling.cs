using System.Text;

namespace Axfl.Contracts;

/// <summary>
/// How the front end of this process spells parameters and commands. What stands behind the front ends names a parameter by its key (<c>DataPath</c>); the
/// CLI's user reads <c>--data</c>, the module's <c>-DataPath</c>.
/// </summary>
public static class Spelling
{
    private static readonly Dictionary<string, string> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Path"] = "--cfg", ["DataPath"] = "--data", ["OutputDirectory"] = "--out", ["DataDirectory"] = "--data", ["DataFromStore"] = "--data-from store",
    };

    private static readonly Dictionary<string, string> Commands = new(StringComparer.Ordinal)
    {
        ["Start-AxflLivePort"] = "axfl live-port", ["Test-AxflData"] = "axfl data check", ["Save-AxflHistory"] = "axfl history save",
        ["Stop-AxflLivePort"] = "Ctrl-C", ["Get-AxflRun"] = "axfl runs", ["Get-AxflStrategy"] = "axfl strategies", ["Start-AxflFakeFeed"] = "axfl fake-feed", ["Start-AxflDashboard"] = "axfl dashboard", ["Test-AxflSessions"] = "axfl sessions check",
        ["Test-AxflHealth"] = "axfl doctor",
        ["Send-AxflAlert"] = "axfl alerts test", ["Invoke-AxflSweep"] = "axfl sweep run", ["Get-AxflSweep"] = "axfl sweep list", ["Get-AxflSweepTrial"] = "axfl sweep trials", ["Measure-AxflSweep"] = "axfl sweep measure",
        ["Invoke-AxflSweep -Name"] = "axfl sweep chunk", ["Start-AxflWorker"] = "axfl worker", ["Get-AxflWorker"] = "axfl worker list",
        ["Test-AxflSweep"] = "axfl sweep verify", ["Export-AxflSweepTrial"] = "axfl sweep export", ["Stop-AxflSweep"] = "axfl sweep stop", ["Remove-AxflSweep"] = "axfl sweep remove",
    };

    /// <summary>Whether the front end is the PowerShell module; false: the CLI. Set once, by the front end.</summary>
    public static bool IsPowerShell { get; set; }

    /// <summary>A parameter, with its value if there is one: <c>--source csv</c>, <c>-Source csv</c>.</summary>
    /// <param name="key">Its key, the name in the module: <c>Source</c>.</param>
    /// <param name="value">Value; null: none.</param>
    public static string Of(string key, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        var name = IsPowerShell ? "-" + key : Options.TryGetValue(key, out var option) ? option : "--" + Kebab(key);
        return value is null ? name : name + " " + value;
    }

    /// <summary>A command, by its name in the module.</summary>
    public static string Command(string cmdlet) => !IsPowerShell && Commands.TryGetValue(cmdlet, out var command) ? command : cmdlet;

    /// <summary>A command in the words of both front ends, for texts that are the same whoever reads them: <c>Get-AxflStrategy (axfl strategies)</c>.</summary>
    /// <param name="cmdlet">Its name in the module.</param>
    public static string Both(string cmdlet) => Commands.TryGetValue(cmdlet, out var command) ? $"{cmdlet} ({command})" : cmdlet;

    private static string Kebab(string key)
    {
        var text = new StringBuilder(key.Length + 4);
        foreach (var c in key)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
