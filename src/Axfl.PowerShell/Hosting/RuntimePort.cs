using System.Reflection;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>The runtime behind the cmdlets, loaded at its first use.</summary>
internal static class RuntimePort
{
    private static readonly Lazy<IAxflRuntime> Loaded = new(Load);

    /// <summary>The runtime.</summary>
    public static IAxflRuntime Runtime => Loaded.Value;

    private static IAxflRuntime Load()
    {
        var folder = Path.Combine(Path.GetDirectoryName(typeof(RuntimePort).Assembly.Location)!, "runtime");
        var context = new AxflLoadContext(folder);
        var assembly = context.LoadFromAssemblyName(new AssemblyName("Axfl.Runtime"));
        return (IAxflRuntime)Activator.CreateInstance(assembly.GetType("Axfl.Runtime.AxflRuntime", throwOnError: true)!)!;
    }
}
