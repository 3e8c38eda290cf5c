using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>Takes what script strategies write, line by line; questions are errors.</summary>
internal sealed class ScriptHostUI(ScriptSays says) : PSHostUserInterface
{
    private readonly StringBuilder _line = new();

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI => null!;

    /// <summary>The error of a question.</summary>
    public static Exception NobodyThere() => new PSNotSupportedException("A strategy cannot ask: nobody answers.");

    /// <inheritdoc/>
    public override void Write(string value) => _line.Append(value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string value)
    {
        _line.Append(value);
        says.Say(NoticeLevel.Information, _line.ToString());
        _line.Clear();
    }

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => says.Say(NoticeLevel.Warning, value);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => says.Say(NoticeLevel.Verbose, message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => says.Say(NoticeLevel.Verbose, message);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => says.Say(NoticeLevel.Warning, message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // Progress of one bar is nobody's concern.
    }

    /// <inheritdoc/>
    public override string ReadLine() => throw NobodyThere();

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw NobodyThere();

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw NobodyThere();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw NobodyThere();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw NobodyThere();

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw NobodyThere();
}
