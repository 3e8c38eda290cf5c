using Axfl.Cli.Hosting;
using Axfl.Contracts;
using Spectre.Console;

namespace Axfl.Cli.Output;

/// <summary>A progress bar on a terminal, with notices above it.</summary>
internal sealed class DrawnRunDisplay(CommandContext context) : RunDisplay(context)
{
    private readonly IAnsiConsole _console = DrawnTables.Console(context.Error, context.Colour);
    private ProgressTask? _task;

    /// <inheritdoc/>
    public override void Show(Action pump) =>
        _console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                _task = progress.AddTask("starting");
                pump();
            });

    /// <inheritdoc/>
    public override void Progress(double fraction, string text)
    {
        if (_task is null) return;

        // Texts of servers may be in it.
        _task.Description = Markup.Escape(ShownText.Line(text));
        _task.Value = Math.Clamp(fraction, 0, 1) * 100;
    }

    /// <inheritdoc/>
    public override void Notice(NoticeLevel level, string message) =>
        _console.Write(new Text(Line(level, message) + Environment.NewLine, level == NoticeLevel.Warning ? new Style(Color.Yellow) : Style.Plain));
}
