using System.Management.Automation.Host;

namespace Axfl.PowerShell.Display;

/// <summary>The terminal's second screen: what was on the first is there again afterwards, the cursor too.</summary>
internal sealed class AlternateScreen : IDisposable
{
    private readonly PSHostUserInterface _ui;

    /// <param name="ui">A terminal that understands escape sequences.</param>
    public AlternateScreen(PSHostUserInterface ui)
    {
        _ui = ui;
        _ui.Write("\u001b[?1049h\u001b[?25l\u001b[?7l");
    }

    /// <summary>Shows lines from the top, cut to the window, so that nothing scrolls; what was longer before is cleared.</summary>
    public void Show(IEnumerable<string> lines) =>
        _ui.Write("\u001b[H" + string.Concat(StatusPicture.Fit(lines, _ui.RawUI.WindowSize.Height).Select(l => l + "\u001b[K\r\n")) + "\u001b[J");

    /// <inheritdoc/>
    public void Dispose() => _ui.Write("\u001b[0m\u001b[?7h\u001b[?25h\u001b[?1049l");
}
