using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Sends a test message to channels of a profile's alerts and says how each answered.</summary>
[Cmdlet(VerbsCommunications.Send, "AxflAlert", SupportsShouldProcess = true)]
[OutputType(typeof(AlertAnswer))]
public sealed class SendAxflAlertCommand : AxflCmdlet
{
    /// <summary>Sends a test message: alerts themselves are sent by runs.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter Test { get; set; }

    /// <summary>Names of channels; default all of the profile.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AlertChannelCompleter))]
    public string[] Channel { get; set; } = [];

    /// <summary>Sessions file; default config/sessions.yaml of the working directory, else the shipped one.</summary>
    [Parameter(Position = 0)]
    public string? Path { get; set; }

    /// <summary>Profile of the sessions file.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Profile { get; set; } = "portfolio";

    /// <summary>Single overrides, KEY=VALUE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SetCompleter))]
    public string[] Set { get; set; } = [];

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <inheritdoc/>
    protected override void EndProcessing() => Attempt(() =>
    {
        if (!Test || !ShouldProcess(Channel.Length == 0 ? "all channels" : string.Join(", ", Channel), "Send a test message")) return;
        var request = new RunRequest
        {
            SessionsPath = Path is { } path ? Absolute(path) : null, Profile = Profile, Set = Set, StrategyAssemblies = [.. StrategyAssembly.Select(Absolute)],
            Strategies = StrategyRegistry.Described, WorkingDirectory = WorkingDirectory, Vault = name => VaultSecrets.Read(this, name),
        };
        try
        {
            // Asks vaults on this thread, as PowerShell needs it, before it sends anything.
            WriteObject(Runtime.TestAlerts(request, Channel, StopToken).GetAwaiter().GetResult(), enumerateCollection: true);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }, Path ?? Profile);
}
