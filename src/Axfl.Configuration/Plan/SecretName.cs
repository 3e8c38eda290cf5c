using System.Diagnostics.CodeAnalysis;

namespace Axfl.Configuration.Plan;

/// <summary>Where a secret is kept: <c>env:NAME</c>, an environment variable, or <c>vault:NAME</c>, a secret of a SecretManagement vault.</summary>
/// <param name="IsInVault">Whether it is in a vault; else in the environment.</param>
/// <param name="Name">Its name there.</param>
public sealed record SecretName(bool IsInVault, string Name)
{
    private const string Environment = "env:", Vault = "vault:";

    /// <summary>Reads <c>env:NAME</c> or <c>vault:NAME</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SecretName? name)
    {
        ArgumentNullException.ThrowIfNull(text);
        name = text.StartsWith(Environment, StringComparison.Ordinal) && IsVariable(text[Environment.Length..]) ? new SecretName(false, text[Environment.Length..])
            : text.StartsWith(Vault, StringComparison.Ordinal) && IsOfVault(text[Vault.Length..]) ? new SecretName(true, text[Vault.Length..])
            : null;
        return name is not null;
    }

    /// <summary>As a plan has it.</summary>
    public override string ToString() => (IsInVault ? Vault : Environment) + Name;

    // A secret that somebody put behind env: by mistake is no name.
    private static bool IsVariable(string name) => name.Length is > 0 and <= 100 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsOfVault(string name) => name.Length is > 0 and <= 100 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ' ');
}
