using Axfl.Contracts;

namespace Axfl.Cli.Hosting;

/// <summary>Says what went wrong, and gives the exit code for it.</summary>
internal static class Failure
{
    /// <summary>Writes an error for people to standard error.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception error, CommandContext context)
    {
        switch (error)
        {
            case OperationCanceledException:
                return context.Stop.ExitCode == 0 ? ExitCode.Interrupted : context.Stop.ExitCode;
            case ConfigurationException configuration:
                foreach (var problem in configuration.Problems) context.Error.WriteLine(problem.ToString());
                var errors = configuration.Problems.Count(p => !p.IsWarning);
                context.Error.WriteLine($"error: {errors} error{(errors == 1 ? "" : "s")} in the configuration; nothing was run.");
                return ExitCode.Usage;
            case AxflException known:
                context.Error.WriteLine($"error: {known.Message}");
                if (known.RecommendedAction is { Length: > 0 } action) context.Error.WriteLine(action);
                if (context.Debug) context.Error.WriteLine(known.ToString());
                return (int)known.Kind;
            default:
                context.Error.WriteLine($"error: unexpected {error.GetType().Name}: {FirstLine(error.Message)}{(context.Debug ? "" : " (AXFL_DEBUG=1 shows where)")}");
                if (context.Debug) context.Error.WriteLine(error.ToString());
                return ExitCode.Unexpected;
        }
    }

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
