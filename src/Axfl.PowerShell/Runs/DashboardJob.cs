using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>A dashboard as a job: Stop-Job and Remove-Job end it. It has no output.</summary>
public sealed class DashboardJob : ServerJob
{
    private readonly IDashboard _dashboard;

    internal DashboardJob(IDashboard dashboard, string command)
        : base(command, "AxflDashboard", "AxflDashboard", dashboard)
    {
        _dashboard = dashboard;
        Begin();
    }

    /// <summary>The page with its key: whoever has it may look.</summary>
    public string Address => _dashboard.Address.AbsoluteUri;

    /// <inheritdoc/>
    public override string StatusMessage => _dashboard.Address.GetLeftPart(UriPartial.Authority);

    private protected override Task Serve() => _dashboard.Completion;
}
