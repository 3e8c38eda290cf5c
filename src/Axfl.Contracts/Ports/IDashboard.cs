namespace Axfl.Contracts;

/// <summary>A page of this machine that follows runs while they go on. It reads their files and changes nothing. Stops when disposed.</summary>
public interface IDashboard : IAsyncDisposable
{
    /// <summary>The page with its key, <c>http://127.0.0.1:50123/?key=...</c>: whoever has it may look. It belongs into no log.</summary>
    Uri Address { get; }

    /// <summary>Ends when the dashboard has stopped, or faults with what stopped it.</summary>
    Task Completion { get; }

    /// <summary>Opens the page in the browser of this machine.</summary>
    /// <returns>False: there is none that could be started.</returns>
    bool OpenBrowser();
}

/// <summary>What <c>axfl dashboard</c> asks for.</summary>
/// <param name="OutputDirectory">Folder with the runs, absolute; it need not exist yet.</param>
public sealed record DashboardRequest(string OutputDirectory)
{
    /// <summary>Directory of the run that is shown first, absolute; null: the newest at any time. Default null.</summary>
    public string? RunDirectory { get; init; }

    /// <summary>Port of 127.0.0.1, 0 to 65535; 0: any that is free. Default 0.</summary>
    public int Port { get; init; }
}
