using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The two words by which the commands that read a finished or running run find it.</summary>
internal sealed class RunArgument
{
    private readonly Argument<string?> _run = new("RUN")
    {
        Description = "Run id, or path of a run directory; the newest run when absent.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _out = OutOption();

    /// <summary>The option for the output directory.</summary>
    public static Option<string?> OutOption() => new("--out")
    {
        Description = "Output directory, in which the runs are (default: logs).",
        HelpName = "DIR",
    };

    /// <summary>Adds both to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_run);
        command.Options.Add(_out);
    }

    /// <summary>Absolute path of the run directory asked for.</summary>
    public string Directory(ParseResult result, CommandContext context) => Find(result.GetValue(_run), result.GetValue(_out), context);

    /// <summary>Absolute path of the run directory asked for; null: none was, for commands that go on to whichever is the newest.</summary>
    public string? Named(ParseResult result, CommandContext context) => result.GetValue(_run) is { } run ? Find(run, result.GetValue(_out), context) : null;

    /// <summary>Absolute path of the output directory.</summary>
    public string OutputDirectory(ParseResult result, CommandContext context) => context.OutputDirectory(result.GetValue(_out));

    /// <summary>How a run is named on a command line that follows: by its id where that is found, else by its directory.</summary>
    /// <param name="run">Run id.</param>
    /// <param name="directory">Its directory, absolute.</param>
    /// <param name="context">Whose working directory counts.</param>
    public static string Word(string run, string directory, CommandContext context)
    {
        if (directory == Path.Combine(context.OutputDirectory(null), "runs", run)) return run;
        return directory.Contains(' ', StringComparison.Ordinal) ? $"\"{directory}\"" : directory;
    }

    /// <summary>Absolute path of a run directory.</summary>
    /// <param name="run">Id or path; null: the newest.</param>
    /// <param name="output">Value of the option for the output directory.</param>
    /// <param name="context">Whose runtime looks for it.</param>
    public static string Find(string? run, string? output, CommandContext context)
    {
        if (run is not null && string.IsNullOrWhiteSpace(run))
            throw new AxflException("RunIdInvalid", ErrorKind.Configuration, "RUN is empty: give a run id or the path of a run directory, or omit it for the newest run.");
        if (run is not null && System.IO.Directory.Exists(context.Absolute(run))) run = context.Absolute(run);
        return context.Runtime.FindRun(context.OutputDirectory(output), run);
    }
}
