using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Axfl.Cli.Tests.Processes;

/// <summary>The real program on a terminal of 100 columns and 30 rows, which <c>script</c> makes. For Linux.</summary>
internal sealed class TerminalProcess : IDisposable
{
    // The shell outlives a terminal that is closed, and writes down how axfl ended.
    private const string Script = "/usr/bin/script", CodeFile = "code", Ending = "code=$?; echo $code > code.new; mv code.new code; exit $code";

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private readonly string _codeFile;

    private TerminalProcess(Process process, string codeFile) => (_process, _codeFile) = (process, codeFile);

    /// <summary>Whether there is what makes a terminal.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux() && File.Exists(Script) && File.Exists("/bin/stty");

    /// <summary>Starts <c>axfl</c>.</summary>
    /// <param name="directory">Working directory.</param>
    /// <param name="arguments">Command line in the shell's spelling.</param>
    public static TerminalProcess Start(string directory, string arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/env") { WorkingDirectory = directory, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--default-signal=INT,QUIT,TERM,HUP", Script, "-qec", $"stty cols 100 rows 30; trap : HUP INT QUIT; dotnet '{Path.Combine(AppContext.BaseDirectory, "axfl.dll")}' {arguments}; {Ending}", "/dev/null" })
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in new[] { ("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), ("NO_COLOR", ""), ("SHELL", "/bin/sh"), ("FINNHUB_API_KEYS", "demo") }) start.Environment[name] = value;
        return new TerminalProcess(Process.Start(start)!, Path.Combine(directory, CodeFile));
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

    /// <summary>Closes the terminal, as one closes a window.</summary>
    public void Close() => _process.Kill();

    /// <summary>The exit code of axfl, whose terminal was closed.</summary>
    public async Task<int> Code()
    {
        await LiveProcess.Until(() => File.Exists(_codeFile));
        return int.Parse(await File.ReadAllTextAsync(_codeFile, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
