using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What people see of a run, or of other work that takes long, while it goes on: notices, and progress if they look at a terminal.</summary>
internal abstract class RunDisplay(CommandContext context)
{
    /// <summary>Where and for whom.</summary>
    protected CommandContext Context { get; } = context;

    /// <summary>The display that fits, for work without statuses.</summary>
    public static RunDisplay For(CommandContext context) => For(context, StatusFormat.None);

    /// <summary>The display that fits: progress is drawn only on a terminal that status blocks do not go to as well.</summary>
    public static RunDisplay For(CommandContext context, StatusFormat format) =>
        context.ErrorIsTerminal && (!context.OutIsTerminal || format == StatusFormat.None) ? Drawn(context) : new PlainRunDisplay(context);

    /// <summary>The display of a run of this process.</summary>
    public static RunDisplay For(CommandContext context, StatusFormat format, IPortfolioRun run) =>
        format == StatusFormat.Picture ? new PictureRunDisplay(context, run) : For(context, format);

    /// <summary>Shows the work while <paramref name="pump"/> does it.</summary>
    public abstract void Show(Action pump);

    /// <summary>How far a run is.</summary>
    public virtual void Progress(ProgressEvent progress) =>
        Progress(progress.Fraction, $"{Numbers.Time(progress.Now)}  {Numbers.Count(progress.Bars)} bars  {Numbers.Count((long)progress.BarsPerSecond)}/s");

    /// <summary>How far it is, 0 to 1, and in words.</summary>
    public abstract void Progress(double fraction, string text);

    /// <summary>User-facing messages.</summary>
    public abstract void Notice(NoticeLevel level, string message);

    /// <summary>A notice as a line, cleaned.</summary>
    protected static string Line(NoticeLevel level, string message) => ShownText.Clean(level switch
    {
        NoticeLevel.Warning => "warning: " + message,
        NoticeLevel.Verbose => "verbose: " + message,
        _ => message,
    });

    // A method of its own, so that Spectre.Console is loaded only when something is drawn.
    private static DrawnRunDisplay Drawn(CommandContext context) => new(context);
}

/// <summary>Notices as lines, no progress.</summary>
internal sealed class PlainRunDisplay(CommandContext context) : RunDisplay(context)
{
    /// <inheritdoc/>
    public override void Show(Action pump) => pump();

    /// <inheritdoc/>
    public override void Progress(double fraction, string text)
    {
    }

    /// <inheritdoc/>
    public override void Notice(NoticeLevel level, string message) => Context.Error.WriteLine(Line(level, message));
}
