using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Secrets;

/// <summary>Reads secrets where they are kept.</summary>
/// <param name="environment">Reads environment variables.</param>
/// <param name="vault">Reads a vault; null: there is none.</param>
internal sealed class SecretResolver(Func<string, string?> environment, Func<string, Secret?>? vault)
{
    /// <summary>The secret.</summary>
    /// <exception cref="SecretMissingException">It is not there.</exception>
    public Secret Read(SecretName name)
    {
        if (!name.IsInVault)
        {
            return environment(name.Name)?.Trim() is { Length: > 0 } value ? new Secret(value)
                : throw new SecretMissingException($"the environment variable {name.Name} is not set");
        }

        if (vault is null) throw new SecretMissingException($"{name} is in a vault, which only the PowerShell module can open; use env: here");
        return Open(name) is { } secret && secret.Reveal().Length > 0 ? secret : throw new SecretMissingException($"no vault has a secret {name.Name}");
    }

    // What a vault says of its failure may repeat what is in it.
    private Secret? Open(SecretName name)
    {
        try
        {
            return vault!(name.Name);
        }
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new SecretMissingException($"the vault did not give the secret {name.Name} ({e.GetType().Name}): Get-Secret shows why");
        }
    }
}

/// <summary>A secret is not where the plan says.</summary>
/// <param name="message">Which, and why. Never the secret.</param>
internal sealed class SecretMissingException(string message) : Exception(message);
