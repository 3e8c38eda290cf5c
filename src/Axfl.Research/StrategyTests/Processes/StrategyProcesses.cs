using System.Diagnostics;
using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Processes;

/// <summary>Runs of a strategy in processes of their own.</summary>
/// <param name="host">How one is started; null: none can be.</param>
/// <param name="folder">Folder for their files.</param>
/// <param name="limit">How long one may take.</param>
internal sealed class StrategyProcesses(StrategyTestHost? host, string folder, TimeSpan limit)
{
    private const int LinesKept = 5;
    private readonly object _gate = new();

    /// <summary>Why none can be started for a strategy; null: they can.</summary>
    public string? Obstacle(StrategyDefinition definition) => host is null
        ? "no program was found that could be started for it"
        : definition is { Class.Assembly.Location: "" }
            ? "its class is in memory only, so no other process can load it: build it into a file"
            : null;

    /// <summary>Runs a strategy over the bars of a case.</summary>
    /// <param name="name">Name of the run, for its files.</param>
    /// <param name="subject">Strategy and bars.</param>
    /// <param name="job">Changes the job.</param>
    /// <param name="zone">Local time zone of the process; null: as here.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <exception cref="AxflException">It failed, or took longer than it may (<c>StrategyProcessFailed</c>).</exception>
    public async Task<StrategyJobResult> Run(string name, StrategyCase subject, Func<StrategyJob, StrategyJob> job, string? zone, CancellationToken cancellation)
    {
        var made = JobFolder.Write(Path.Combine(folder, name), job(JobOf(subject)));
        using var process = Start(made, zone, out var said);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            End(process);
            cancellation.ThrowIfCancellationRequested();
            throw Failed(name, $"took more than {limit.TotalSeconds:0} s, many times what the same run took here");
        }

        return process.ExitCode == 0 && made.Result() is { } result ? result
            : throw Failed(name, string.Join(" ", said().Prepend($"ended with exit code {process.ExitCode}:")));
    }

    private StrategyJob JobOf(StrategyCase subject)
    {
        var bars = Path.Combine(folder, "bars");
        lock (_gate)
            if (!File.Exists(bars)) JobFolder.WriteBars(bars, subject.Bars);
        var own = subject.Definition.Source == StrategyDefinition.BuiltInSource;
        return new(
            subject.Definition.Name, subject.Definition.Class?.FullName, own ? null : subject.Definition.Class?.Assembly.Location, subject.Definition.Script,
            [.. subject.Setup.Values.Select(v => JobValue.Of(v.Key, v.Value))], subject.Setup.Instrument, subject.Setup.Interval.Minutes, bars, 0, 0, null);
    }

    private Process Start(JobFolder job, string? zone, out Func<IReadOnlyList<string>> said)
    {
        var start = new ProcessStartInfo(host!.FileName) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, CreateNoWindow = true };
        foreach (var argument in host.Arguments) start.ArgumentList.Add(argument);
        start.Environment[StrategyTestHost.JobVariable] = job.Path;
        if (zone is not null) start.Environment["TZ"] = zone;
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            var last = new Queue<string>();
            process.ErrorDataReceived += (_, e) => Keep(last, e.Data);
            process.OutputDataReceived += (_, e) => Keep(last, e.Data);
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            said = () =>
            {
                lock (last) return [.. last];
            };
            return process;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw Failed(Path.GetFileName(job.Path), $"could not be started ({host.FileName}): {e.Message}", e);
        }
    }

    private static void Keep(Queue<string> last, string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (last)
        {
            last.Enqueue(ShownText.Line(line.Trim()));
            if (last.Count > LinesKept) last.Dequeue();
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    private static AxflException Failed(string name, string what, Exception? inner = null) =>
        new("StrategyProcessFailed", ErrorKind.Configuration, $"The process for the run '{name}' {what}", inner);
}
