using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>Reads where a secret is kept. A secret that stands in the file itself is an error that does not repeat it.</summary>
internal static class SecretReader
{
    /// <summary>What it may be.</summary>
    public static readonly FormDescription Form = new("text", "env:NAME or vault:NAME", "\"type\": \"string\", \"pattern\": \"^(env:[A-Za-z_][A-Za-z0-9_]*|vault:[A-Za-z0-9_./ -]+)$\"");

    /// <summary>A key for one; a plan without it does without the key.</summary>
    public static SpecialKey<TPlan> Key<TPlan>(string name, string help, Func<TPlan, SecretName?> get, Func<TPlan, SecretName?, TPlan> with) =>
        new(Form, (s, p) => with(p, Read(s, name)), p => get(p)?.ToString(), "") { Name = name, Help = help };

    /// <summary>The name; null: absent, or not one.</summary>
    public static SecretName? Read(Section section, string key)
    {
        if (section.Node(key) is not { } node || node is ScalarNode { IsNull: true }) return null;
        if (node is ScalarNode scalar && SecretName.TryParse(scalar.Text, out var name))
        {
            section.Record(key, name.ToString());
            return name;
        }

        section.Log.Error(Hidden(node.Location), section.Path(key),
            "must say where the secret is kept, not the secret itself: env:NAME for an environment variable (letters, digits and _), or vault:NAME for a SecretManagement vault.");
        return null;
    }

    /// <summary>The place without the argument, which may be a secret.</summary>
    public static SourceLocation Hidden(SourceLocation location) => location.IsCommandLine ? new SourceLocation("command line", 0, 0) : location;
}
