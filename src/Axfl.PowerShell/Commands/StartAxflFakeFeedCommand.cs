using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Starts a feed server on this machine with simulated prices, for trying live mode without a key; gives it as a job.</summary>
[Cmdlet(VerbsLifecycle.Start, "AxflFakeFeed", SupportsShouldProcess = true)]
[OutputType(typeof(FakeFeedJob))]
public sealed class StartAxflFakeFeedCommand : AxflCmdlet
{
    /// <summary>Port of the loopback address; 0: any that is free.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65_535)]
    public int Port { get; set; } = 8765;

    /// <summary>Prices a second and symbol.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(0.1, 20.0)]
    public double TicksPerSecond { get; set; } = 1;

    /// <summary>Seconds after which all connections are dropped without a word, again and again; default never.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(1.0, 1e6)]
    public double? DropEvery { get; set; }

    /// <summary>Seconds after its start when a connection falls silent while it stays open; default never.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(0.0, 1e6)]
    public double? SilenceAfter { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"port {Port} of this machine", "Start fake feed")) return;
        Attempt(() =>
        {
            var job = new FakeFeedJob(Runtime.StartFakeFeed(Request()), MyInvocation.Line.Trim());
            JobRepository.Add(job);
            WriteObject(job);
        });
    }

    private FakeFeedRequest Request() => new()
    {
        Port = Port,
        TicksPerSecond = TicksPerSecond,
        DropEvery = DropEvery is { } drop ? TimeSpan.FromSeconds(drop) : null,
        SilenceAfter = SilenceAfter is { } silence ? TimeSpan.FromSeconds(silence) : null,
    };
}
