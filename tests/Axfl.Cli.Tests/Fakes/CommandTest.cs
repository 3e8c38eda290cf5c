using System.Text;
using Axfl.Cli.Hosting;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>Runs command lines in process and keeps what they wrote.</summary>
internal sealed class CommandTest : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public CommandTest(FakeRuntime? runtime = null, bool debug = false, bool terminal = false, bool draws = false)
    {
        Runtime = runtime ?? new FakeRuntime();
        Context = new CommandContext
        {
            Runtime = Runtime, Out = _out, Error = _error, OutBytes = _bytes, WorkingDirectory = Directory, Stop = Stop, Debug = debug, OutIsTerminal = terminal,
            ErrorIsTerminal = terminal, Colour = false, Browser = Open, CanDraw = draws, Window = () => (100, 30),
        };
    }

    public static string Directory { get; } = Path.Combine(Path.GetTempPath(), "axfl-cli-tests");

    public FakeRuntime Runtime { get; }

    public StopRequest Stop { get; } = new();

    /// <summary>What was opened in the browser; null: nothing.</summary>
    public string? Opened { get; private set; }

    public bool HasBrowser { get; init; } = true;

    public CommandContext Context { get; }

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public string Blocks => Encoding.UTF8.GetString(_bytes.ToArray());

    public Task<int> Run(params string[] args) => Task.Run(() => CommandLine.Run(args, Context));

    private bool Open(string target)
    {
        Opened = target;
        return HasBrowser;
    }

    public void Dispose()
    {
        Stop.Dispose();
        _bytes.Dispose();
        _out.Dispose();
        _error.Dispose();
    }
}
