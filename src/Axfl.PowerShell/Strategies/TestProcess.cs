using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>Parts of a test of a strategy in a process of their own: another PowerShell that imports this module.</summary>
internal static class TestProcess
{
    /// <summary>The part this process was started for; null: it was started for none.</summary>
    public static string? Job => Environment.GetEnvironmentVariable(StrategyTestHost.JobVariable) is { Length: > 0 } job ? job : null;

    /// <summary>How a PowerShell is started that tests a strategy; null where none is found.</summary>
    /// <param name="strategy">Its name.</param>
    public static StrategyTestHost? Host(string strategy)
    {
        var module = Path.Combine(Path.GetDirectoryName(typeof(TestProcess).Assembly.Location)!, "Axfl.psd1");
        string[] arguments = ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", $"Import-Module {Quoted(module)} -ErrorAction Stop; Test-AxflStrategy {Quoted(strategy)}"];
        var home = Path.GetDirectoryName(typeof(PSObject).Assembly.Location)!;
        var own = Path.Combine(home, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
        var present = Environment.ProcessPath ?? "";
        if (Path.GetFileNameWithoutExtension(present).Equals("pwsh", StringComparison.OrdinalIgnoreCase)) return new StrategyTestHost(present, arguments);
        if (File.Exists(own)) return new StrategyTestHost(own, arguments);
        // As a tool of the .NET SDK it is a library that dotnet starts.
        var library = Path.Combine(home, "pwsh.dll");
        return File.Exists(library) && Path.GetFileNameWithoutExtension(present).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? new StrategyTestHost(present, [library, .. arguments])
            : null;
    }

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
