using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl dashboard</c>: a page of this machine that follows a run while it goes on.</summary>
internal static class DashboardCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var run = new RunArgument();
        var port = ValueOption.Port("--port", "Port of 127.0.0.1; 0: any that is free (default: 0).");
        var open = new Option<bool>("--open") { Description = "Open the page in the browser." };
        var command = new Command(
            "dashboard",
            "Serves a page on this machine that follows a run while it goes on, of any process; without RUN the newest. Prints its address with the key to it. Reads files alone: it cannot touch a run. Ctrl-C stops it.");
        run.AddTo(command);
        command.Options.Add(port);
        command.Options.Add(open);
        command.SetAction((result, _) => RunAsync(context, result.GetValue(open), new DashboardRequest(run.OutputDirectory(result, context))
        {
            RunDirectory = run.Named(result, context),
            Port = (int?)result.NumberOf(port) ?? 0,
        }));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, bool opens, DashboardRequest request)
    {
        await using var dashboard = context.Runtime.StartDashboard(request);
        context.Out.WriteLine(dashboard.Address);
        context.Out.Flush();
        if (opens && !dashboard.OpenBrowser()) context.Error.WriteLine("There is no browser here that could be opened: open the address in one.");
        await using var stop = context.Stop.Token.UnsafeRegister(static d => _ = ((IDashboard)d!).DisposeAsync().AsTask(), dashboard);
        await dashboard.Completion;
        return context.Stop.ExitCode;
    }
}
