using System.Collections;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Completion;

/// <summary>Rules of a plan that a key switches.</summary>
public sealed class RuleCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => RuntimeHost.Runtime.Measures.Rules.Select(r => new CompletionWord(r));
}

/// <summary>Kinds of draws of Measure-AxflRobustness.</summary>
public sealed class RobustnessKindCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => RobustnessKinds.All.Select(k => new CompletionWord(k));
}
