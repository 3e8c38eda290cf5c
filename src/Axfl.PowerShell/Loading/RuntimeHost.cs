using Axfl.Contracts;

namespace Axfl.PowerShell.Loading;

/// <summary>The one runtime of the process, made when the first command needs it: importing the module stays cheap.</summary>
internal static class RuntimeHost
{
    private static readonly Lazy<IAxflRuntime> Shared = new(Load);

    /// <summary>The runtime.</summary>
    public static IAxflRuntime Runtime => Shared.Value;

    private static IAxflRuntime Load()
    {
        var module = Path.GetDirectoryName(typeof(RuntimeHost).Assembly.Location)!;
        var folder = Path.Combine(module, "lib");
        if (!File.Exists(Path.Combine(folder, "Axfl.Runtime.dll")))
        {
            throw new AxflException("ModuleIncomplete", ErrorKind.Configuration, $"Axfl.Runtime.dll is not in {folder}.")
            {
                Target = folder,
                RecommendedAction = "Build the module with ./build.ps1, or install it again.",
            };
        }

        var type = new AxflLoadContext(folder).LoadByName("Axfl.Runtime").GetType("Axfl.Runtime.AxflRuntime", throwOnError: true)!;
        return (IAxflRuntime)Activator.CreateInstance(type)!;
    }
}
