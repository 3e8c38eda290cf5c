namespace Axfl.Contracts;

/// <summary>The check of a whole sessions file: every profile in it, each problem once.</summary>
public static class SessionsCheck
{
    /// <summary>All errors and warnings, in file order.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="request">File, overrides and strategies; its profile is not looked at.</param>
    /// <param name="profiles">Profiles to check; empty: all of the file.</param>
    public static IReadOnlyList<ConfigurationProblem> Run(IAxflRuntime runtime, RunRequest request, IReadOnlyList<string> profiles)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(profiles);
        try
        {
            var names = profiles.Count > 0 ? profiles : runtime.GetProfiles(request.SessionsPath);
            return names.Count == 0 ? runtime.CheckSessions(request) : [.. names.SelectMany(p => runtime.CheckSessions(request with { Profile = p })).Distinct()];
        }
        catch (ConfigurationException e)
        {
            return e.Problems;
        }
    }

    /// <summary>What the profiles of a file without errors wait for now: the next sessions, blackouts and news.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="request">File, overrides and strategies; its profile is not looked at.</param>
    /// <param name="profiles">Profiles; empty: all of the file.</param>
    public static IReadOnlyList<UpcomingTime> Upcoming(IAxflRuntime runtime, RunRequest request, IReadOnlyList<string> profiles)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(profiles);
        var names = profiles.Count > 0 ? profiles : runtime.GetProfiles(request.SessionsPath);
        return [.. names.SelectMany(p => runtime.GetUpcoming(request with { Profile = p }))];
    }
}
