using System.Management.Automation;

namespace Axfl.PowerShell.Runs;

/// <summary>Removing the module ends the runs it started, so that nothing is left behind.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunRegistry.StopAll();
}
