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

/// <summary>Numbers whose null means zero.</summary>
internal sealed class LimitOrZeroForm(double min, double max) : ValueForm<double>
{
    private readonly LimitForm _limit = new(min, max);

    public override double Read(Section section, string key, double fallback) => _limit.Read(section, key, fallback) ?? 0;

    public override string Write(double value) => _limit.Write(value);

    public override FormDescription Description => _limit.Description;
}

/// <summary>Whole numbers whose null means zero.</summary>
internal sealed class CountOrZeroForm(int min, int max) : ValueForm<int>
{
    private readonly CountForm _count = new(min, max);

    public override int Read(Section section, string key, int fallback) => _count.Read(section, key, fallback) ?? 0;

    public override string Write(int value) => _count.Write(value);

    public override FormDescription Description => _count.Description;
}
