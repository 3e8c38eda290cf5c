BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $short = @{ Source = 'simulated'; Since = '2025-07-14'; Until = '2025-07-14T06:00'; Set = 'warmup_days=0'; Cuts = 1 }
    function Get-Check($Report, $Name) { $Report.Checks | Where-Object Name -EQ $Name }
}

Describe 'Test-AxflStrategy' {
    It 'tests a built-in strategy in processes of its own' {
        $report = Test-AxflStrategy orb -Source simulated -Since 2025-07-14 -Until 2025-07-19 -Cuts 2
        $report | Should -BeOfType Axfl.Contracts.StrategyReport
        $report.Ok | Should -BeTrue
        (Get-Check $report determinism).Detail | Should -BeLike '*in other processes under de-DE (Asia/Kat*) and tr-TR (America/St_Johns)'
        (Get-Check $report 'outside knowledge').Detail | Should -BeLike '*in processes of their own*'
    }
    It 'gives true or false with -Quiet, false where nothing was done' {
        Test-AxflStrategy orb @short -Quiet | Should -BeFalse
    }
    It 'tests a script in processes of its own, with what stands around it' {
        Register-AxflStrategy -Name hourly -Force -Parameter @{ stop_pips = 10 } -ScriptBlock {
            if ($bar.OpenTime.Minute -eq 0) { $desk.Market('Long', $bar.Close - $parameters.stop_pips * $desk.Pip) }
        }
        $report = Test-AxflStrategy hourly @short
        $report.Source | Should -Be script
        $report.Ok | Should -BeTrue
        (Get-Check $report 'outside knowledge').Detail | Should -BeLike '*in processes of their own*'
        $report.Warnings | Should -BeNullOrEmpty
    }
    It 'finds the culture, and reads the rest from the script' {
        Register-AxflStrategy -Name told -Force -ScriptBlock {
            $text = $bar.Close.ToString()
            if ($bar.OpenTime.Minute -eq 0 -and $text.Contains('.') -and [datetime]::Now.Year -gt 2000 -and $env:PATH) { $desk.Market('Long', $bar.Close - 10 * $desk.Pip) }
        }
        $report = Test-AxflStrategy told @short
        (Get-Check $report determinism).Result | Should -Be failed
        ($report.Differences | Where-Object Check -EQ determinism).Case | Should -BeLike 'under the culture de-DE*'
        $report.Warnings | Should -Contain 'clock: System.DateTime.Now in line 31'
        $report.Warnings | Should -Contain 'environment: $env:PATH in line 31'
    }
    It 'says what it cannot try of a class in memory' {
        Add-Type -WarningAction Ignore -IgnoreWarnings -ReferencedAssemblies ([Axfl.Contracts.IStrategy].Assembly.Location), System.Runtime -TypeDefinition @'
using Axfl.Contracts;
public sealed record InMemoryParameters : StrategyParameters;
[Strategy("in_memory", "A class without a file")]
public sealed class InMemory : IStrategy
{
    public static int Bars;
    public InMemory(InMemoryParameters parameters, StrategySetup setup) { }
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        Bars++;
        if (bar.OpenTime.Minute == 0 && System.DateTime.Now.Year > 2000) desk.Place(new EntryOrder(Side.Long, EntryType.Market, 0, bar.Close - 0.001));
    }
}
'@
        Register-AxflStrategy -Type ([InMemory]) -Force
        $report = Test-AxflStrategy in_memory @short
        (Get-Check $report determinism).Detail | Should -BeLike '*not tried: another local time zone, because its class is in memory only*'
        $report.Warnings | Should -Contain 'clock: System.DateTime.Now in its assembly, which is in memory only'
        $report.Warnings | Should -Contain 'a static that may change: InMemory.Bars in its assembly, which is in memory only'
    }
    It 'warns of every run with less warm-up than is declared' {
        Register-AxflStrategy -Name slow -Force -NeedsWarmupDays 9 -ScriptBlock { }
        "portfolio: {symbols: [EURUSD], source: simulated, strategies: [{name: slow, windows: [{start: '07:00', end: '10:00'}]}]}" | Set-Content "$TestDrive/slow.yaml"
        (Test-AxflSessions "$TestDrive/slow.yaml").Message | Should -BeLike "*is 3, and the strategy 'slow' needs 9*"
    }
    It 'names a strategy there is not' { { Test-AxflStrategy orbb -ErrorAction Stop } | Should -Throw "*There is no strategy 'orbb'*" }
}
