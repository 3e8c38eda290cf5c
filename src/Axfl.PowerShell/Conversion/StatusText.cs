using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Conversion;

/// <summary>Members of statuses in the session (Axfl.Types.ps1xml).</summary>
public static class StatusText
{
    /// <summary>A status as one line of JSON: the schema of the status block, at any depth.</summary>
    public static string ToJson(PSObject status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return RuntimeHost.Runtime.ToJson((PortfolioStatus)status.BaseObject);
    }
}
