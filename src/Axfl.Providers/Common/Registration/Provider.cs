using Axfl.Contracts;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Common.Registration;

/// <summary>One provider: how its feed and its history are made.</summary>
/// <remarks>Its folder has one, named as the folder; <see cref="PriceProviders"/> has a line for it.</remarks>
/// <param name="info">What it is called, and what it needs.</param>
internal abstract class Provider(PriceProvider info)
{
    /// <summary>Name, as in <c>source</c>.</summary>
    public string Name => info.Name;

    /// <summary>The environment variable with its keys; null: it needs none.</summary>
    public string? KeyVariable => info.KeyVariable;

    /// <summary>Variables that live prices need; empty: it has no live prices.</summary>
    public IReadOnlyList<string> FeedVariables => info.FeedVariables;

    /// <summary>Throws when what the environment says of this provider cannot be used.</summary>
    /// <exception cref="AxflException">The provider's own.</exception>
    public virtual void CheckEnvironment(Func<string, string?> environment)
    {
    }

    /// <summary>Its feed.</summary>
    public virtual ITickFeed Feed(FeedSetup setup) => throw new NotSupportedException($"{Name} has no live prices.");

    /// <summary>Its history.</summary>
    public abstract RestHistory History(HistorySetup setup);

    /// <summary>The error of missing keys.</summary>
    public AxflException KeyMissing() => new("FeedKeyMissing", ErrorKind.Configuration, $"No API key: set the environment variable {KeyVariable}.") { Target = Name };
}
