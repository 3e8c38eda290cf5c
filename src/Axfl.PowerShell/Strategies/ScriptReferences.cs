using System.Globalization;
using System.Management.Automation.Language;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>What a script block calls and uses that is not in its bar, read from its syntax tree: commands, members of types, variables of other scopes, files.</summary>
internal static class ScriptReferences
{
    /// <summary>All of them, in the order of the text.</summary>
    public static IReadOnlyList<CodeReference> Of(ScriptBlockAst script) =>
        [.. script.FindAll(_ => true, searchNestedScriptBlocks: true).Select(a => (Name: NameOf(a), a.Extent)).Where(f => f.Name is not null)
            .Select(f => new CodeReference(f.Name!, string.Create(CultureInfo.InvariantCulture, $"line {f.Extent.StartLineNumber}")))];

    private static string? NameOf(Ast node) => node switch
    {
        CommandAst command when command.GetCommandName() is { } name => IsNewObject(name) && TypeOf(command) is { } type ? type + ".new" : name,
        MemberExpressionAst { Static: true, Expression: TypeExpressionAst type, Member: StringConstantExpressionAst member } => NameOf(type.TypeName) + "." + member.Value,
        VariableExpressionAst { VariablePath: { IsDriveQualified: true } path } when path.UserPath.StartsWith("env:", StringComparison.OrdinalIgnoreCase) => "$" + path.UserPath,
        VariableExpressionAst { VariablePath: { IsGlobal: true } path } => "$" + path.UserPath,
        VariableExpressionAst { VariablePath: { IsScript: true } path } => "$" + path.UserPath,
        FileRedirectionAst => "> a file",
        _ => null,
    };

    private static string NameOf(ITypeName type) => type.GetReflectionType()?.FullName ?? type.FullName;

    private static bool IsNewObject(string command) => command.Equals("New-Object", StringComparison.OrdinalIgnoreCase);

    private static string? TypeOf(CommandAst command) => command.CommandElements.Skip(1).OfType<StringConstantExpressionAst>().FirstOrDefault()?.Value;
}
