using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Axfl.Cli.Tests.Processes;

/// <summary>The real program in a process of its own, its standard streams where the shell puts them. For Linux and macOS.</summary>
internal sealed class AxflProcess : IDisposable
{
    // Nothing is timed by it: it ends a test whose process never does, on a machine however busy.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _error = new();

    private AxflProcess(Process process) => _process = process;

    /// <summary>Whether there is a shell for it.</summary>
    public static bool IsPossible => !OperatingSystem.IsWindows();

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Error
    {
        get
        {
            lock (_error) return _error.ToString();
        }
    }

    public StreamReader Output => _process.StandardOutput;

    /// <summary>Starts <c>axfl</c>.</summary>
    /// <param name="directory">Working directory.</param>
    /// <param name="arguments">Command line in the shell's spelling, redirections included.</param>
    /// <param name="before">What the shell does before.</param>
    public static AxflProcess Start(string directory, string arguments, string before = "")
    {
        // Under nohup or in the background of a script the tests ignore signals, and what they start would too: env gives it the usual ones.
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "/usr/bin/env" : "/bin/sh")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in OperatingSystem.IsLinux() ? ["--default-signal=INT,QUIT,TERM,HUP", "/bin/sh"] : Array.Empty<string>()) start.ArgumentList.Add(argument);
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{before} exec dotnet '{Path.Combine(AppContext.BaseDirectory, "axfl.dll")}' {arguments}");
        start.Environment["FINNHUB_API_KEYS"] = "demo";
        start.Environment["NO_COLOR"] = "1";
        var axfl = new AxflProcess(Process.Start(start)!);
        axfl._process.ErrorDataReceived += (_, e) =>
        {
            lock (axfl._error) axfl._error.Append(e.Data).Append('\n');
        };
        axfl._process.BeginErrorReadLine();
        return axfl;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(string directory, string arguments)
    {
        using var axfl = Start(directory, arguments);
        var output = await axfl.Output.ReadToEndAsync();
        return (await axfl.Code(), output, axfl.Error);
    }

    /// <summary>Sends a signal, by its name without SIG.</summary>
    public void Signal(string name) => Signal(Id, name);

    /// <summary>Sends a process a signal, by its name without SIG.</summary>
    public static void Signal(int process, string name)
    {
        using var kill = Process.Start("/bin/kill", ["-" + name, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The exit code, once it has ended.</summary>
    public async Task<int> Code(TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        try
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended meanwhile.
        }

        _process.Dispose();
    }
}
