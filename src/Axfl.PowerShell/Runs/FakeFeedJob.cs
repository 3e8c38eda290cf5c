using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>The feed server for trying live mode, as a job: Stop-Job and Remove-Job end it, Receive-Job gives what happened.</summary>
public sealed class FakeFeedJob : ServerJob
{
    private const int KeptLines = 1_000;

    private readonly IFakeFeed _feed;

    internal FakeFeedJob(IFakeFeed feed, string command)
        : base(command, feed.Address.ToString(), "AxflFakeFeed", feed)
    {
        _feed = feed;
        Begin();
    }

    /// <summary>Where it listens: for -Endpoint of Start-AxflLivePort.</summary>
    public string Address => _feed.Address.ToString();

    /// <inheritdoc/>
    public override string StatusMessage => Address;

    private protected override async Task Serve()
    {
        await foreach (var line in _feed.Log) Output.AddNewest(PSObject.AsPSObject(line), KeptLines);
        await _feed.Completion;
    }
}
