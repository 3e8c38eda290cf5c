using System.CommandLine;
using Axfl.Cli.Hosting;

namespace Axfl.Cli.Commands;

/// <summary>A page that a command wrote to a file: its path goes to standard output, and to a browser when that is asked for.</summary>
internal static class WrittenPage
{
    /// <summary>Whether it is opened.</summary>
    public static Option<bool> OpenOption() => new("--open") { Description = "Open it in the browser." };

    /// <summary>Tells of it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="opens">Whether it is opened.</param>
    /// <param name="context">Streams, and the browser.</param>
    public static void Tell(string path, bool opens, CommandContext context)
    {
        context.Out.WriteLine(path);
        if (opens && !context.Browser(path)) context.Error.WriteLine($"There is no browser to open it: open {path} yourself.");
    }
}
