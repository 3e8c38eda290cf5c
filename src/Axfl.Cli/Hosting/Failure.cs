using Axfl.Contracts;

namespace Axfl.Cli.Hosting;

/// <summary>Says what went wrong, and gives the exit code for it.</summary>
internal static class Failure
{
    /// <summary>The exit code of an error.</summary>
    public static int CodeOf(Exception error, CommandContext context) => error switch
    {
        OperationCanceledException => context.Stop.ExitCode == 0 ? ExitCode.Interrupted : context.Stop.ExitCode,
        AxflException known => (int)known.Kind,
        _ => ExitCode.Unexpected,
    };

    /// <summary>Writes an error for people to standard error.</summary>
    public static void Say(Exception error, CommandContext context)
    {
        switch (error)
        {
            case OperationCanceledException or ConsoleException { IsClosedPipe: true }:
                return;
            case ConfigurationException configuration:
                foreach (var problem in configuration.Problems) context.Error.WriteLine(problem.ToString());
                var errors = configuration.Problems.Count(p => !p.IsWarning);
                context.Error.WriteLine($"error: {Counted.Of(errors, "error")} in the configuration; nothing was run.");
                return;
            case AxflException known:
                context.Error.WriteLine($"error: {known.Message}");
                if (known.RecommendedAction is { Length: > 0 } action) context.Error.WriteLine(action);
                if (context.Debug) context.Error.WriteLine(known.ToString());
                return;
            default:
                context.Error.WriteLine($"error: unexpected {error.GetType().Name}: {FirstLine(error.Message)}{(context.Debug ? "" : " (AXFL_DEBUG=1 shows where)")}");
                if (context.Debug) context.Error.WriteLine(error.ToString());
                return;
        }
    }

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
