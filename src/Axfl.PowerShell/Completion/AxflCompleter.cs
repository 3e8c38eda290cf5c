using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Axfl.Contracts;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Completion;

/// <summary>Base of the completers: words that begin with what is typed. A completer never fails: it has nothing to offer instead.</summary>
public abstract class AxflCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? "").Trim('\'', '"');
        try
        {
            return [.. Words(fakeBoundParameters ?? new Hashtable())
                .Where(w => w.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(w => w.Text)
                .Select(w => new CompletionResult(w.Text, w.Text, CompletionResultType.ParameterValue, w.Tip.Length > 0 ? w.Tip : w.Text))];
        }
        catch (Exception e) when (e is AxflException or IOException or UnauthorizedAccessException or RuntimeException)
        {
            // A sessions file that is being written is no reason to disturb typing.
            return [];
        }
    }

    /// <summary>All words, with what is said of them.</summary>
    private protected abstract IEnumerable<CompletionWord> Words(IDictionary bound);

    /// <summary>The request the command line so far makes.</summary>
    private protected static RunRequest Request(IDictionary bound) => new()
    {
        SessionsPath = Text(bound, "Path") is { } path ? System.IO.Path.GetFullPath(path, WorkingDirectory) : null,
        Profile = Text(bound, "Profile") ?? "portfolio",
        Strategies = StrategyRegistry.Described,
        WorkingDirectory = WorkingDirectory,
    };

    /// <summary>An argument already typed, or null.</summary>
    private protected static string? Text(IDictionary bound, string name) =>
        bound[name] switch { string s => s, object[] { Length: > 0 } many => many[0]?.ToString(), _ => null };

    /// <summary>Folder of $PWD.</summary>
    private protected static string WorkingDirectory =>
        ScriptBlock.Create("(Get-Location -PSProvider FileSystem).ProviderPath").Invoke() is [var here, ..] ? (string)here.BaseObject : Environment.CurrentDirectory;
}

/// <summary>One word to offer.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Tip">What is said of it.</param>
internal readonly record struct CompletionWord(string Text, string Tip = "");
