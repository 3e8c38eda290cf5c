using Axfl.Contracts;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Common.Registration;

/// <summary>One provider: what it is called, which environment variables it needs, and how its feed and its history are made.</summary>
/// <remarks>Its folder has one; <see cref="ProviderList"/> has a line for it.</remarks>
internal abstract class Provider
{
    /// <summary>Name, as in <c>source</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The environment variable with its keys; null: it needs none.</summary>
    public virtual string? KeyVariable => null;

    /// <summary>Variables that live prices need; empty: it has no live prices.</summary>
    public virtual IReadOnlyList<string> FeedVariables => KeyVariable is { } variable ? [variable] : [];

    /// <summary>Place in the order in which <c>auto</c> asks for history, lowest first; null: used only when it is named.</summary>
    public virtual int? HistoryOrder => null;

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
