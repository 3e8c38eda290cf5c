using Axfl.Contracts;

namespace Axfl.Cli.Hosting;

/// <summary>How this program is started again.</summary>
internal static class SelfHost
{
    /// <summary>This program with arguments; null where it does not know its own file.</summary>
    public static StrategyTestHost? Of(IReadOnlyList<string> arguments)
    {
        var library = Path.Combine(AppContext.BaseDirectory, "axfl.dll");
        if (Environment.ProcessPath is not { } program) return null;
        if (!Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase)) return new StrategyTestHost(program, arguments);
        return File.Exists(library) ? new StrategyTestHost(program, [library, .. arguments]) : null;
    }
}
