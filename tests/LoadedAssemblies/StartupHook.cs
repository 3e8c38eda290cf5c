using System.Reflection;
using System.Runtime.Loader;

/// <summary>
/// Runs before a program (<c>DOTNET_STARTUP_HOOKS</c>) and writes down what it loads, a line each into the file of <c>AXFL_LOADED</c>: assembly, load context, path.
/// </summary>
internal static class StartupHook
{
    private static readonly object One = new();

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("AXFL_LOADED") is not { Length: > 0 } file) return;
        AppDomain.CurrentDomain.AssemblyLoad += (_, e) => Write(file, e.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Write(file, assembly);
    }

    private static void Write(string file, Assembly assembly)
    {
        var line = $"{assembly.GetName().Name}\t{AssemblyLoadContext.GetLoadContext(assembly)?.Name}\t{(assembly.IsDynamic ? "" : assembly.Location)}\n";
        lock (One) File.AppendAllText(file, line);
    }
}
