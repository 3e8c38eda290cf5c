using System.Diagnostics;
using System.Globalization;

namespace Axfl.Runs.Tests.Live;

/// <summary>One end of a run over sockets in a process of its own (tests/LiveHost), which is killed as SIGKILL kills.</summary>
internal sealed class HostProcess : IDisposable
{
    // Nothing is timed by it: it ends a test whose event never comes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly Task _reading;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _next;

    private HostProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = Read();
    }

    public static HostProcess Start(params object[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Axfl.LiveHost.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(Convert.ToString(argument, CultureInfo.InvariantCulture)!);
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>The last lines it said, for who has to find out why a test fails.</summary>
    public string LastWords
    {
        get
        {
            lock (_gate) return string.Join(" | ", _lines.TakeLast(8)) + (_process.HasExited ? $" | it ended with {_process.ExitCode}" : "");
        }
    }

    public void Say(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
    }

    /// <summary>The next line it says that is asked for; those before it are passed over.</summary>
    public async Task<string> Says(Func<string, bool> which)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                while (_next < _lines.Count)
                    if (_lines[_next++] is var line && which(line)) return line;
                more = _more.Task;
            }

            if (_reading.IsCompleted && _next == _lines.Count) throw new InvalidOperationException($"It ended without a word: {await _errors}");
            try
            {
                await Task.WhenAny(more, _reading).WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"It said nothing more for {Patience.TotalSeconds:0} s. Its last words: {LastWords}");
            }
        }
    }

    /// <summary>Kills it and waits until it is gone.</summary>
    public async Task Kill()
    {
        Assert.False(_process.HasExited, "It had ended before it was killed.");
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(137, _process.ExitCode);
    }

    public async Task<int> Code()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task Read()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _lines.Add(line);
                _more.TrySetResult();
                _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
