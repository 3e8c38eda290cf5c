using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>Numbers from <paramref name="min"/> to <paramref name="max"/>; <paramref name="above"/> excludes the least itself.</summary>
internal sealed class NumberForm(double min, double max, bool above = false) : ValueForm<double>
{
    public override double Read(Section section, string key, double fallback) => section.Number(key, fallback, min, max, above);

    public override string Write(double value) => Scalars.Show(value);

    public override FormDescription Description => NumberRange.Describe("number", min, max, above, nullable: false);
}

/// <summary>Numbers that null switches off.</summary>
internal sealed class LimitForm(double min, double max, bool above = false) : ValueForm<double?>
{
    public override double? Read(Section section, string key, double? fallback) => section.Limit(key, fallback, min, max, above);

    public override string Write(double? value) => value is { } v ? Scalars.Show(v) : "null";

    public override FormDescription Description => NumberRange.Describe("number", min, max, above, nullable: true);
}

/// <summary>Whole numbers.</summary>
internal sealed class WholeForm(int min, int max) : ValueForm<int>
{
    public override int Read(Section section, string key, int fallback) => section.Whole(key, fallback, min, max);

    public override string Write(int value) => Scalars.Show(value);

    public override FormDescription Description => NumberRange.Describe("whole number", min, max, above: false, nullable: false);
}

/// <summary>Whole numbers that null switches off.</summary>
internal sealed class CountForm(int min, int max) : ValueForm<int?>
{
    public override int? Read(Section section, string key, int? fallback) => section.Count(key, fallback, min, max);

    public override string Write(int? value) => value is { } v ? Scalars.Show(v) : "null";

    public override FormDescription Description => NumberRange.Describe("whole number", min, max, above: false, nullable: true);
}

/// <summary>A form whose null means zero.</summary>
internal sealed class ZeroWhenNull<T>(ValueForm<T?> form) : ValueForm<T>
    where T : struct
{
    public override T Read(Section section, string key, T fallback) => form.Read(section, key, fallback) ?? default;

    public override string Write(T value) => form.Write(value);

    public override FormDescription Description => form.Description;
}
