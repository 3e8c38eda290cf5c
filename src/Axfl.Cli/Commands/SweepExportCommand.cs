using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep export</c>: the plan of one trial as a sessions file.</summary>
internal static class SweepExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var target = new SweepTrialOptions();
        var file = new Option<string?>("--to") { Description = "File that is written; it must not exist (default: standard output).", HelpName = "FILE" };
        var command = new Command("export", "Gives the plan of one trial as a complete sessions file, for live-port --cfg.");
        target.AddTo(command);
        command.Options.Add(file);
        command.SetAction(result =>
        {
            var text = context.Runtime.Sweeps.Export(target.Request(result, context));
            if (result.GetValue(file) is not { } path) context.Out.Write(text);
            else Write(context.Absolute(path), text);
        });
        return command;
    }

    private static void Write(string path, string text)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AxflException("OutputNotWritable", ErrorKind.Output, $"{path} cannot be written: {e.Message}", e) { Target = path };
        }
    }
}
