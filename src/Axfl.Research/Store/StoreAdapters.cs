using System.Reflection;
using System.Runtime.Loader;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>Databases that are not built in: each an assembly of its own with its packages, loaded when a store names it and never before.</summary>
internal static class StoreAdapters
{
    /// <summary>Environment variable with more folders to look in, separated as those of PATH.</summary>
    public const string Variable = "AXFL_ADAPTERS";

    private const string Folder = "adapters", PostgreSqlName = "Axfl.Store.PostgreSql", PostgreSqlType = "Axfl.Store.PostgreSql.PostgreSqlDialect";
    private static readonly object One = new();
    private static Assembly? s_postgreSql;

    /// <summary>The dialect of PostgreSQL.</summary>
    /// <param name="connection">Connection string, or address.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <exception cref="AxflException">The adapter is not installed (<c>StoreAdapterNotFound</c>), or is not of this version (<c>StoreAdapterInvalid</c>).</exception>
    public static StoreDialect PostgreSql(string connection, Func<string, string?> environment)
    {
        lock (One) s_postgreSql ??= Load(PostgreSqlName, "A PostgreSQL store", environment);
        try
        {
            return (StoreDialect)Activator.CreateInstance(s_postgreSql.GetType(PostgreSqlType, throwOnError: true)!, connection)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is AxflException known)
        {
            throw known;
        }
        catch (Exception e) when (e is TypeLoadException or MissingMethodException or InvalidCastException or FileNotFoundException or FileLoadException)
        {
            throw new AxflException("StoreAdapterInvalid", ErrorKind.Configuration, $"{s_postgreSql.Location} does not fit this build of Axfl: {e.GetType().Name}.", e)
            {
                Target = s_postgreSql.Location, RecommendedAction = "Install the adapter of the same version.",
            };
        }
    }

    /// <summary>The assembly of an adapter, in a context of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="purpose">What needs it.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <exception cref="AxflException">It is not installed (<c>StoreAdapterNotFound</c>).</exception>
    public static Assembly Load(string name, string purpose, Func<string, string?> environment)
    {
        var looked = Folders(environment).ToList();
        foreach (var folder in looked.SelectMany(f => new[] { Path.Combine(f, name), f }))
        {
            var path = Path.Combine(folder, name + ".dll");
            if (File.Exists(path)) return new AdapterContext(name, folder).LoadFromAssemblyPath(path);
        }

        throw new AxflException("StoreAdapterNotFound", ErrorKind.Configuration, $"{purpose} needs {name}.dll, which is not in {string.Join(" or ", looked)}.")
        {
            Target = name, RecommendedAction = $"Install the adapter there, or set {Variable} to its folder.",
        };
    }

    // Beside the program: of the module, the library's folder is below it.
    private static IEnumerable<string> Folders(Func<string, string?> environment)
    {
        foreach (var folder in (environment(Variable) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            yield return Path.GetFullPath(folder);
        var own = Path.GetDirectoryName(typeof(StoreAdapters).Assembly.Location) is { Length: > 0 } folderOfAssembly ? folderOfAssembly : AppContext.BaseDirectory;
        yield return Path.Combine(own, Folder);
        if (Path.GetFileName(Path.TrimEndingDirectorySeparator(own)) == "lib") yield return Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(own))!, Folder);
    }

    // The adapter sees the assemblies of Axfl as they are loaded already, its own packages from its folder, and the rest from the framework.
    private sealed class AdapterContext(string name, string folder) : AssemblyLoadContext(name)
    {
        private static readonly AssemblyLoadContext Own = GetLoadContext(typeof(StoreAdapters).Assembly)!;

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            if (!File.Exists(path)) return assemblyName.Name!.StartsWith("Axfl.", StringComparison.Ordinal) ? Own.LoadFromAssemblyName(assemblyName) : null;
            return LoadFromAssemblyPath(path);
        }
    }
}
