using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl show</c>: a run as it is now, on the whole terminal, until it ends or somebody leaves.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var run = new RunArgument();
        var once = new Option<bool>("--once") { Description = "Draw it once and return, as where standard output is redirected." };
        var command = new Command("show", "Shows a run under way as it is now, of whatever process it is, on the whole terminal; p holds the picture, q or Ctrl-C leaves it. The run goes on.");
        run.AddTo(command);
        command.Options.Add(once);
        command.SetAction(result =>
        {
            var request = new PictureRequest(run.Directory(result, context));
            return result.GetValue(once) || !context.CanDraw || !context.Runtime.DescribeRun(request.RunDirectory).IsRunning ? Once(request, context) : Follow(request, context);
        });
        return command;
    }

    private static int Once(PictureRequest request, CommandContext context)
    {
        var format = ConsoleTerminal.FormatOf(context) with { Height = 0 };
        PictureLines.Write(context.Runtime.Pictures.Draw(request, context.OutIsTerminal ? format : format with { Width = 120, IsColoured = false, IsUnicode = true }), context);
        return ExitCode.Ok;
    }

    private static int Follow(PictureRequest request, CommandContext context)
    {
        var terminal = new ConsoleTerminal(context);
        context.Stop.AtOnce = () => context.Runtime.Pictures.Restore(terminal);
        try
        {
            PictureLines.Write(context.Runtime.Pictures.Follow(request, terminal, context.Stop.Token) ?? [], context);
        }
        finally
        {
            context.Stop.AtOnce = null;
        }

        return context.Stop.ExitCode;
    }
}
