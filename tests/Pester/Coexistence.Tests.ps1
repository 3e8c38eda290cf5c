BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'Coexistence' {
    It 'works where the session has other versions of its packages' {
        $script = @"
foreach (`$name in 'YamlDotNet', 'CsvHelper', 'Polly.Core') {
    Add-Type -OutputAssembly "$TestDrive/`$name.dll" -TypeDefinition "namespace Other { public static class `$(`$name.Replace('.', '')) { public const int Version = 1; } }"
    [void][System.Reflection.Assembly]::LoadFrom("$TestDrive/`$name.dll")
}
Import-Module '$axfl/Axfl.psd1'
Set-Location '$TestDrive'
`$last = Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-11 -WarningAction Ignore | Select-Object -Last 1
`$last.Total.Trades
(Get-AxflTrade).Count
(Measure-AxflPortfolio).Trades
(Get-AxflDecision).Count -gt 0
(Import-AxflSessions).Count
Test-AxflSessions -Quiet
(`$last | ConvertTo-AxflStatusBlock | ConvertFrom-AxflStatusBlock).Run -eq `$last.Run
[System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -eq Axfl | ForEach-Object { (`$_.Assemblies.GetName().Name | Sort-Object) -join ',' }
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'Axfl.Contracts' }).Count
"@
        Set-Content "$TestDrive/coexist.ps1" $script
        $said = & "$PSHOME/pwsh" -NoProfile -File "$TestDrive/coexist.ps1"
        $said[1] | Should -Be $said[0]
        $said[2] | Should -Be $said[0]
        $said[3] | Should -Be 'True'
        $said[4] | Should -Be '3'
        $said[5] | Should -Be 'True'
        $said[6] | Should -Be 'True'
        $said[7] | Should -BeLike '*Axfl.Engine*Axfl.Runtime*YamlDotNet*'
        $said[7] | Should -Not -BeLike '*Axfl.Contracts*'
        $said[8] | Should -Be '1'
    }
}
