namespace Axfl.Cli.Tests.Processes;

/// <summary>Tests of strategies by the program itself, which starts itself for other cultures, another local time zone and moved bars.</summary>
public sealed class StrategyTestProcessTests : IDisposable
{
    private const string Period = "--source simulated --since 2025-07-14 --until 2025-07-26 --cuts 4";

    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-strategy-process").FullName;

    private static string Leaky => $"--strategy-assembly '{Path.Combine(AppContext.BaseDirectory, "LeakyStrategies.dll")}'";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sound_strategy_passes_in_other_processes()
    {
        Assert.SkipUnless(AxflProcess.IsPossible, "needs a shell");
        var (code, output, error) = await AxflProcess.Run(_folder, $"strategy test orb {Period}");
        Assert.True(code == 0, output + error);
        Assert.Matches(@"determinism +passed +a second time, and in other processes under de-DE \(Asia/Kat[a-z]+\) and tr-TR \(America/St_Johns\)", output);
        Assert.Matches(@"outside knowledge +passed .* in processes of their own", output);
    }

    [Theory]
    [InlineData("local_hours")]
    [InlineData("outside_calls")]
    public async Task Hours_of_the_machine_and_texts_of_its_culture_are_found(string strategy)
    {
        Assert.SkipUnless(AxflProcess.IsPossible, "needs a shell");
        var (code, output, _) = await AxflProcess.Run(_folder, $"strategy test {strategy} {Period} {Leaky}");
        Assert.Equal(8, code);
        Assert.Matches(@"determinism +failed +under the culture de-DE, with the local time zone Asia/Kat[a-z]+, in another process", output);
    }
}
