using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads the JSON of a status block.</summary>
public static class StatusReading
{
    /// <summary>The status of a line.</summary>
    /// <exception cref="AxflException">The text is no status.</exception>
    public static PortfolioStatus Read(string json)
    {
        try
        {
            return JsonReading.Read<StatusLine>(json).ToStatus();
        }
        catch (Exception e) when (JsonReading.IsDamage(e))
        {
            throw new AxflException("StatusInvalid", ErrorKind.Data, $"This is not the JSON of a status block: {e.Message}", e);
        }
    }
}
