using System.Management.Automation;
using System.Management.Automation.Language;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>A script block as text that another process can make it from again, with what stands around it: lines, file and using statements stay.</summary>
internal static class ScriptText
{
    /// <summary>The text.</summary>
    public static StrategyScript Of(ScriptBlockAst script, PSLanguageMode mode) => new(
        script.Extent.StartScriptPosition.GetFullScript(), script.Extent.File, script.Extent.StartOffset, script.Extent.EndOffset, mode.ToString(), ScriptReferences.Of(script));

    /// <summary>The script block again.</summary>
    /// <exception cref="AxflException">It is not in the text.</exception>
    public static ScriptBlockAst Parse(StrategyScript script) =>
        Parser.ParseInput(script.Text, script.File, out _, out _)
            .Find(a => a is ScriptBlockAst && a.Extent.StartOffset == script.Start && a.Extent.EndOffset == script.End, searchNestedScriptBlocks: true) as ScriptBlockAst
        ?? throw new AxflException("StrategyScriptUnreadable", ErrorKind.Configuration, "The script block of the strategy is not where its text says.");
}
