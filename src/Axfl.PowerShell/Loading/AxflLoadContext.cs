using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Axfl.Contracts;

namespace Axfl.PowerShell.Loading;

/// <summary>Where the engine, the runtime and their packages live, so that other modules may bring other versions of the same packages.</summary>
/// <param name="folder">Folder with their assemblies.</param>
internal sealed class AxflLoadContext(string folder) : AssemblyLoadContext("Axfl")
{
    private static readonly Assembly Contracts = typeof(IAxflRuntime).Assembly;

    /// <summary>An assembly of the folder by its simple name.</summary>
    public Assembly LoadByName(string name) => LoadFromAssemblyPath(PathOf(name));

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Contracts exist once: their types reach the pipeline and a user's own strategies.
        if (assemblyName.Name == Contracts.GetName().Name) return Contracts;
        var path = PathOf(assemblyName.Name ?? "");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var name = OperatingSystem.IsWindows() ? unmanagedDllName + ".dll" : OperatingSystem.IsMacOS() ? $"lib{unmanagedDllName}.dylib" : $"lib{unmanagedDllName}.so";
        var path = Path.Combine(folder, "runtimes", Platform, "native", name);
        return File.Exists(path) ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }

    // Of this machine, as packages name their native libraries.
    private static string Platform =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private string PathOf(string name) => Path.Combine(folder, name + ".dll");
}
