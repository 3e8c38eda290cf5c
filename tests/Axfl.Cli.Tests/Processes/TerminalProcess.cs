using System.Diagnostics;
using System.Text;

namespace Axfl.Cli.Tests.Processes;

/// <summary>The real program on a terminal of 100 columns and 30 rows, which <c>script</c> makes. For Linux.</summary>
internal sealed class TerminalProcess : IDisposable
{
    private const string Script = "/usr/bin/script";

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private TerminalProcess(Process process) => _process = process;

    /// <summary>Whether there is what makes a terminal.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux() && File.Exists(Script) && File.Exists("/bin/stty");

    /// <summary>Starts <c>axfl</c>.</summary>
    /// <param name="directory">Working directory.</param>
    /// <param name="arguments">Command line in the shell's spelling.</param>
    public static TerminalProcess Start(string directory, string arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/env") { WorkingDirectory = directory, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--default-signal=INT,TERM,HUP", Script, "-qec", $"stty cols 100 rows 30; exec dotnet '{Path.Combine(AppContext.BaseDirectory, "axfl.dll")}' {arguments}", "/dev/null" })
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in new[] { ("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), ("NO_COLOR", ""), ("SHELL", "/bin/sh") }) start.Environment[name] = value;
        return new TerminalProcess(Process.Start(start)!);
    }

    /// <summary>Presses keys.</summary>
    public async Task Press(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Reads until the terminal was sent a text.</summary>
    /// <returns>All it was sent so far.</returns>
    public async Task<string> Until(string text)
    {
        var buffer = new char[4096];
        while (!_said.ToString().Contains(text, StringComparison.Ordinal) && await _process.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
            _said.Append(buffer, 0, count);
        return _said.ToString();
    }

    /// <summary>Reads to its end.</summary>
    public async Task<(int Code, string Said)> End()
    {
        _said.Append(await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, _said.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
