using System.Globalization;
using System.Management.Automation.Host;

namespace Axfl.PowerShell.Strategies;

/// <summary>Host of the runspace of script strategies: passes on what is written and can ask nobody.</summary>
internal sealed class ScriptHost(ScriptSays says) : PSHost
{
    private readonly ScriptHostUI _ui = new(says);

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override string Name => "Axfl strategy";

    /// <inheritdoc/>
    public override PSHostUserInterface UI => _ui;

    /// <inheritdoc/>
    public override Version Version => typeof(ScriptHost).Assembly.GetName().Version!;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw ScriptHostUI.NobodyThere();

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw ScriptHostUI.NobodyThere();

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
        // A program that draws on the terminal: there is none.
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
        // See above.
    }

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode)
    {
        // `exit` of a strategy is an error of it and ends nothing else.
    }
}
