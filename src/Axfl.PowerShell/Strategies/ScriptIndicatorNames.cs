using System.Management.Automation.Language;

namespace Axfl.PowerShell.Strategies;

/// <summary>The indicators a script block asks for, read from its text: a plan is checked for them before it runs.</summary>
internal static class ScriptIndicatorNames
{
    private const string Method = "Indicator";

    /// <summary>Names that stand in calls of the method Indicator.</summary>
    public static IReadOnlyList<string> Find(ScriptBlockAst script) =>
        [.. script.FindAll(a => a is InvokeMemberExpressionAst { Member: StringConstantExpressionAst { Value: var name } } && name.Equals(Method, StringComparison.OrdinalIgnoreCase), searchNestedScriptBlocks: true)
            .Cast<InvokeMemberExpressionAst>().Select(c => c.Arguments is [StringConstantExpressionAst { Value: var name }, ..] ? name : null).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether the script mentions the method at all.</summary>
    public static bool AreUsed(ScriptBlockAst script) => script.Extent.Text.Contains(Method, StringComparison.OrdinalIgnoreCase);
}
