using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>A download while it goes on: drawn progress on a terminal, else a line for each symbol and each wait.</summary>
internal sealed class HistoryDisplay(CommandContext context)
{
    private readonly RunDisplay _display = RunDisplay.For(context);
    private string _symbol = "";
    private bool _waits;

    /// <summary>Shows the download.</summary>
    public void Show(Action<IProgress<HistoryProgress>> download) => _display.Show(() => download(new DirectProgress<HistoryProgress>(Show)));

    private void Show(HistoryProgress progress)
    {
        var note = progress.Note.Length == 0 ? "" : "  waits for " + progress.Note;
        var text = $"{progress.Symbol}  {Numbers.Count(progress.Bars)} bars{note}";
        _display.Progress(progress.Fraction, text);

        // A wait counts down in its note: one line is enough for it.
        var isNews = progress.Symbol != _symbol || (note.Length > 0 && !_waits);
        (_symbol, _waits) = (progress.Symbol, note.Length > 0);
        if (isNews && !context.ErrorIsTerminal) _display.Notice(NoticeLevel.Information, text);
    }
}
