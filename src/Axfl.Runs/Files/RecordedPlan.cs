using Axfl.Configuration;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>The plan that a run wrote down.</summary>
internal static class RecordedPlan
{
    /// <summary>Path of the plan of a run directory.</summary>
    /// <exception cref="AxflException">It is no run directory (<c>RunNotFound</c>).</exception>
    public static string PathIn(string directory)
    {
        var path = Path.Combine(directory, RunFiles.Plan);
        if (File.Exists(path)) return path;
        throw new AxflException("RunNotFound", ErrorKind.Data,
            $"{directory} is not a run directory: it has no {RunFiles.Plan}. Give the id of a run, or the path of its directory.") { Target = directory };
    }

    /// <summary>A request for the plan at a path, which has one profile.</summary>
    /// <param name="path">Path of the plan.</param>
    /// <param name="given">What else is asked for.</param>
    public static RunRequest Request(string path, RunRequest given) => given with { SessionsPath = path, Profile = SessionsLoader.Profiles(path).FirstOrDefault("portfolio") };
}
