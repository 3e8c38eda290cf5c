using Axfl.Reports.Page;

namespace Axfl.Reports.Tests.Page;

/// <summary>Numbers as people read them.</summary>
public class ShownTests
{
    [Fact]
    public void Results_have_a_sign_and_a_true_minus()
    {
        Assert.Equal("+1.50R", Shown.R(1.5));
        Assert.Equal("\u22121,172.44R", Shown.R(-1172.444));
        Assert.Equal("0.00R", Shown.R(-0.001));
        Assert.Equal("0.00R", Shown.R(0.001));
        Assert.Equal("\u22120.237R", Shown.R(-0.2369, 3));
    }

    [Fact]
    public void Undefined_numbers_are_a_hyphen()
    {
        Assert.Equal("-", Shown.Number(null));
        Assert.Equal("-", Shown.Number(double.NaN));
        Assert.Equal("-", Shown.R(null));
        Assert.Equal("-", Shown.Percent(null));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(null)]
    public void What_is_not_defined_has_no_unit(double? value)
    {
        Assert.Equal("-", Shown.R(-value, 3));
        Assert.Equal("-", Shown.Percent(value));
        Assert.Equal("-", Shown.Money(value, "USD"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("undefined")]
    [InlineData("NaN")]
    public void What_is_not_defined_has_no_unit_in_the_script_either(string value)
    {
        using var script = new Script.PageScript();
        Assert.Equal(["-", "-"], script.Of($"[Axfl.inR({value}), Axfl.percent({value})]").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public void Shares_are_percent_with_one_decimal() => Assert.Equal("48.4\u00a0%", Shown.Percent(0.4844));

    [Theory]
    [InlineData("  data_dir: \"/home/me/bars\"\n", "  data_dir: \"bars\"\n")]
    [InlineData("  data_dir: [\"EURUSD=C:\\\\bars\\\\eu.csv\", \"/x/y/\"]\n  a: \"/b/c\"\n", "  data_dir: [\"EURUSD=eu.csv\", \"y\"]\n  a: \"/b/c\"\n")]
    [InlineData("  data_dir:\n    - \"/a/b\"\n    - \"/c/d.csv\"\n", "  data_dir:\n    - \"b\"\n    - \"d.csv\"\n")]
    public void Places_of_files_are_shown_by_their_last_folder(string plan, string shown) => Assert.Equal(shown, PlanShown.Of(plan));
}
