namespace Axfl.Contracts;

/// <summary>The text of a strategy written as a script block, enough to make it again in another process.</summary>
/// <param name="Text">The whole text it stands in.</param>
/// <param name="File">File of the text; null: none.</param>
/// <param name="Start">Where the script block begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="LanguageMode">Language mode of the session that registered it: FullLanguage, ConstrainedLanguage, ...</param>
/// <param name="References">What it calls and uses, from its syntax tree.</param>
public sealed record StrategyScript(string Text, string? File, int Start, int End, string LanguageMode, IReadOnlyList<CodeReference> References);

/// <summary>Something a strategy's code uses.</summary>
/// <param name="Name">A member with its type (<c>System.DateTime.UtcNow</c>), a command (<c>Get-Date</c>) or a variable (<c>$env:HOME</c>).</param>
/// <param name="Place">Where: a method, or a line of a script.</param>
public sealed record CodeReference(string Name, string Place);
