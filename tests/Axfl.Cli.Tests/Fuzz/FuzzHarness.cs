using System.Diagnostics;
using System.Globalization;
using System.Text;
using Axfl.Cli.Hosting;
using Axfl.Runtime;

namespace Axfl.Cli.Tests.Fuzz;

/// <summary>Runs command lines over damaged input, in process or as processes, and writes down each that ends too late, or with an exit code that is not foreseen.</summary>
internal sealed class FuzzHarness : IDisposable
{
    // In the soak 10 s, which is what is asked of each command; beside all other tests of a busy machine what hangs is told from what is slow.
    private static readonly TimeSpan Limit = Number("AXFL_FUZZ", 0) > 0 ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(60);

    // Those of docs/exit-codes.md, but that of an error nobody foresaw and those of signals: nobody sends one.
    private static readonly HashSet<int> Foreseen =
        [.. typeof(ExitCode).GetFields().Where(f => f.IsLiteral).Select(f => (int)f.GetRawConstantValue()!).Where(c => c is not ExitCode.Unexpected and < ExitCode.HungUp)];

    private readonly List<string> _found = [];

    /// <summary>How many inputs in process: <c>AXFL_FUZZ</c>, default 500.</summary>
    public static int Inputs => Number("AXFL_FUZZ", 500);

    /// <summary>How many as processes: <c>AXFL_FUZZ_PROCESSES</c>, default 4.</summary>
    public static int Processes => Number("AXFL_FUZZ_PROCESSES", 4);

    /// <summary>Folder of its own.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("axfl-fuzz-").FullName;

    /// <summary>Commands run so far.</summary>
    public int Ran { get; private set; }

    /// <summary>What was found: kind, number, command, code and error.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>Runs a command in process: it ends in time, with an exit code that is foreseen.</summary>
    public async Task Run(string input, TimeProvider? time, params string[] args)
    {
        using var stop = new StopRequest();
        using var error = new StringWriter();
        var command = Task.Run(() => CommandLine.Run(args, Context(stop, error, time)));
        Ran++;
        if (await Task.WhenAny(command, Task.Delay(Limit)) != command)
        {
            stop.Request(ExitCode.Interrupted);
            Note(input, args, FormattableString.Invariant($"did not end within {Limit.TotalSeconds} s"));
            await command;
            return;
        }

        var code = await command;
        if (!Foreseen.Contains(code)) Note(input, args, string.Create(CultureInfo.InvariantCulture, $"exit code {code}: {error}"));
    }

    /// <summary>A context over the real runtime whose words go nowhere but to <paramref name="error"/>.</summary>
    public CommandContext Context(StopRequest stop, TextWriter error, TimeProvider? time = null) => new()
    {
        Runtime = time is null ? new AxflRuntime() : new AxflRuntime(time), Out = TextWriter.Null, OutBytes = Stream.Null, Error = error, WorkingDirectory = Folder, Stop = stop, Debug = true,
    };

    /// <summary>Runs a command as a process of at most 500 MB.</summary>
    public async Task RunProcess(string input, params string[] args)
    {
        using var process = Process.Start(Start(Path.Combine(AppContext.BaseDirectory, "axfl.dll"), args))!;
        Ran++;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            Note(input, args, "did not end in time");
            return;
        }

        await output;
        var said = await error;
        if (!Foreseen.Contains(process.ExitCode)) Note(input, args, string.Create(CultureInfo.InvariantCulture, $"exit code {process.ExitCode}: {said}"));
    }

    /// <summary>How a program of .NET is started here: captured, in the folder, with a heap of at most 500 MB.</summary>
    public ProcessStartInfo Start(string assembly, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. args]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = "1F400000";
        return start;
    }

    /// <summary>Writes a file below the folder.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Note(string input, string[] args, string what)
    {
        var text = new StringBuilder(what);
        if (text.Length > 1500) text.Length = 1500;
        lock (_found) _found.Add($"{input}: axfl {string.Join(' ', args)}: {text}");
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
