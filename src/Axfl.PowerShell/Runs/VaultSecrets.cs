using System.Management.Automation;
using System.Net;
using System.Security;
using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>Reads secrets of SecretManagement's vaults, in the session of a command and on its thread.</summary>
internal static class VaultSecrets
{
    // With a parameter, so that a name is never code.
    private const string Script = "param($Name) Get-Secret -Name $Name -ErrorAction Stop";

    /// <summary>A secret by name; null: it is none that a channel could use.</summary>
    /// <exception cref="RuntimeException">There is no vault, it is locked, or it has no such secret.</exception>
    public static Secret? Read(PSCmdlet command, string name)
    {
        foreach (var found in command.InvokeCommand.InvokeScript(Script, name))
        {
            switch (found?.BaseObject)
            {
                case SecureString secure: return new Secret(new NetworkCredential("", secure).Password);
                case string text: return new Secret(text);
            }
        }

        return null;
    }
}
