BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; $last = Start-AxflLivePort @short -RunId measured | Select-Object -Last 1 }
AfterAll { Pop-Location }

Describe 'Measure-AxflPortfolio' {
    It 'measures a run' {
        $metrics = Measure-AxflPortfolio measured
        $metrics | Should -BeOfType Axfl.Contracts.PortfolioMetrics
        $metrics.Trades | Should -Be $last.Total.Trades
        $metrics.CostShare | Should -BeGreaterThan 0
    }
    It 'measures piped trades' {
        (Get-AxflTrade | Measure-AxflPortfolio).TotalR | Should -BeGreaterThan ($last.Total.R - 0.01)
        (Get-AxflTrade -Strategy orb | Measure-AxflPortfolio).Trades | Should -Be @(Get-AxflTrade -Strategy orb).Count
    }
    It 'gives one measure for a stream of statuses' { @(Start-AxflLivePort @short | Measure-AxflPortfolio).Count | Should -Be 1 }
}
