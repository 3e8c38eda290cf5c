using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Completes words; an error behind it means no words.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var begun = (wordToComplete ?? "").Trim('\'', '"');
        try
        {
            return [.. Words(fakeBoundParameters).Where(w => w.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(w => new CompletionResult(w))];
        }
        catch (AxflException)
        {
            return [];
        }
    }

    private protected abstract IEnumerable<string> Words(IDictionary bound);
}

/// <summary>Strategies.</summary>
public sealed class StrategyCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary bound) => RuntimePort.Runtime.GetStrategies([], RegisteredStrategies.All).Select(d => d.Name);
}

/// <summary>Profiles of the sessions file given by -Path, or of the shipped one.</summary>
public sealed class ProfileCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary bound) =>
        RuntimePort.Runtime.GetProfiles(bound["Path"] is { } path && File.Exists(path.ToString()) ? path.ToString() : null);
}

/// <summary>Keys of single overrides.</summary>
public sealed class SetCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary bound) => RuntimePort.Runtime
        .ImportSessions(new RunRequest { SessionsPath = bound["Path"] as string, Profile = bound["Profile"] as string ?? "portfolio", Strategies = RegisteredStrategies.All })
        .Values.Select(v => v.Key + "=").Distinct();
}

/// <summary>Run ids.</summary>
public sealed class RunCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary bound) =>
        RuntimePort.Runtime.ListRuns(bound["OutputDirectory"] as string ?? "logs");
}

/// <summary>Indicators.</summary>
public sealed class IndicatorCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary bound) => RuntimePort.Runtime.Indicators.Names;
}
