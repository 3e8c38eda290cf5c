BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; $last = Start-AxflLivePort @short -RunId trades | Select-Object -Last 1 }
AfterAll { Pop-Location }

Describe 'Get-AxflTrade' {
    It 'gives as many trades as the status counts' {
        $trades = Get-AxflTrade trades
        $trades.Count | Should -Be $last.Total.Trades
        $trades | Should -BeOfType Axfl.Contracts.Trade
        [math]::Abs(($trades | Measure-Object R -Sum).Sum - $last.Total.R) | Should -BeLessThan 0.01
    }
    It 'takes a status from the pipeline' { ($last | Get-AxflTrade).Count | Should -Be $last.Total.Trades }
    It 'filters by symbol and strategy' {
        Get-AxflTrade -Symbol eur* -Strategy orb | ForEach-Object { $_.Symbol | Should -Be 'EURUSD'; $_.Strategy | Should -Be 'orb' }
    }
}
