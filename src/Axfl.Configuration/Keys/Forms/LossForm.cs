using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>A loss: a negative number, which null switches off.</summary>
internal sealed class LossForm : ValueForm<double?>
{
    private const double Most = 1_000_000;

    public override double? Read(Section section, string key, double? fallback)
    {
        var value = section.Limit(key, fallback, -Most, Most);
        if (value >= 0)
        {
            section.Log.Error(section.Node(key)!.Location, section.Path(key),
                $"{Scalars.Show(value.Value)} is not a loss: a daily stop is negative, like {Scalars.Show(fallback ?? -1)}; null switches it off.");
        }

        return value;
    }

    public override string Write(double? value) => value is { } v ? Scalars.Show(v) : "null";

    public override FormDescription Description => new("number", $"at least {Scalars.Show(-Most)}, below 0, or null",
        $"\"type\": [\"number\", \"null\"], \"minimum\": {Scalars.Show(-Most)}, \"exclusiveMaximum\": 0");
}
