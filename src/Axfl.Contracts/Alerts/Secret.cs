namespace Axfl.Contracts;

/// <summary>A secret at hand: an address, key or password. It shows itself to nobody who does not ask for it by <see cref="Reveal"/>.</summary>
/// <remarks>Not a record: nothing prints or serialises its content.</remarks>
public sealed class Secret
{
    private readonly string _value;

    /// <summary>Hides a value.</summary>
    /// <param name="value">The value.</param>
    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The value; it goes to the server it is for and nowhere else.</summary>
    public string Reveal() => _value;

    /// <summary>Never the value.</summary>
    public override string ToString() => "(hidden)";
}
