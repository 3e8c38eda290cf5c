using Axfl.Configuration.Keys.Forms;

namespace Axfl.Configuration.Keys;

/// <summary>A key for people, editors and completion.</summary>
/// <param name="Name">The key.</param>
/// <param name="Form">What its value may be.</param>
/// <param name="Unit">Unit; empty: none.</param>
/// <param name="Default">Default as a file would write it; empty: none.</param>
/// <param name="Help">What it does.</param>
/// <param name="Required">Whether a section without it is an error.</param>
/// <param name="Children">Keys within it.</param>
internal sealed record KeyDescription(
    string Name, FormDescription Form, string Unit, string Default, string Help, bool Required, IReadOnlyList<KeyDescription> Children);
