namespace Axfl.Dashboard.Api;

/// <summary>Reading of files that others write, replace and remove meanwhile.</summary>
internal static class Reading
{
    /// <summary>Reads; what cannot be read at this moment is read at the next look.</summary>
    /// <returns>False: it could not.</returns>
    public static bool Try(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is being replaced, or was removed: how the run is says so, and that it is old is seen.
            return false;
        }
    }
}
