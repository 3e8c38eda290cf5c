using System.Reflection;
using System.Runtime.Loader;
using Axfl.Contracts;

namespace Axfl.Strategies.Catalogue;

/// <summary>A user's assembly of strategies.</summary>
public static class StrategyAssembly
{
    /// <summary>Its strategies. Loaded beside the runtime, so that it sees the same contracts.</summary>
    /// <exception cref="AxflException">The file is missing, no assembly, or has no strategies.</exception>
    public static IReadOnlyList<StrategyDefinition> Load(string path)
    {
        if (!File.Exists(path))
            throw Unfit("StrategyAssemblyNotFound", path, "does not exist: give the path of a .dll that references Axfl.Contracts", null);
        try
        {
            var assembly = (AssemblyLoadContext.GetLoadContext(typeof(StrategyAssembly).Assembly) ?? AssemblyLoadContext.Default)
                .LoadFromAssemblyPath(Path.GetFullPath(path));
            var found = StrategyCatalogue.FromAssembly(assembly, assembly.GetName().Name ?? path);
            return found.Count > 0 ? found : throw Unfit("StrategyAssemblyEmpty", path, "has no public class with [Strategy]", null);
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or ReflectionTypeLoadException or TypeLoadException or IOException or UnauthorizedAccessException)
        {
            throw Unfit("StrategyAssemblyUnreadable", path, "cannot be loaded: " + e.Message, e);
        }
    }

    private static AxflException Unfit(string id, string path, string why, Exception? inner) =>
        new(id, ErrorKind.Configuration, $"{path} {why}.", inner) { Target = path };
}
