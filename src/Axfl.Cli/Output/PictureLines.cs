using Axfl.Cli.Hosting;

namespace Axfl.Cli.Output;

/// <summary>A picture of a run as lines on standard output, below what stands there.</summary>
internal static class PictureLines
{
    /// <summary>Writes them. They are clean, and have colours: they go past the cleaning of what others say.</summary>
    public static void Write(IReadOnlyList<string> lines, CommandContext context)
    {
        var to = CleanWriter.Behind(context.Out);
        foreach (var line in lines) to.WriteLine(line);
        to.Flush();
    }
}
