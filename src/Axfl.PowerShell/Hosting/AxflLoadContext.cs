using System.Reflection;
using System.Runtime.Loader;

namespace Axfl.PowerShell;

/// <summary>Holds the runtime and its packages apart from the session's: another YamlDotNet or CsvHelper in the session is never met.</summary>
/// <param name="folder">Folder of the runtime's assemblies.</param>
internal sealed class AxflLoadContext(string folder) : AssemblyLoadContext("Axfl")
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Contracts are shared with the session: found in the default context, where the module itself lives.
        if (assemblyName.Name == "Axfl.Contracts") return null;
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
