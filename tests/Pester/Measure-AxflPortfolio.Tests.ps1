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
    It 'measures the trades that come, though they were exported and name their run' {
        $orb = Get-AxflTrade measured -Strategy orb
        $orb | Export-Csv exported.csv
        $metrics = Import-Csv exported.csv | Where-Object Strategy -EQ orb | Measure-AxflPortfolio
        $metrics.Trades | Should -Be @($orb).Count
        $metrics.Trades | Should -BeLessThan (Measure-AxflPortfolio measured).Trades
        $metrics.TotalR | Should -Be ($orb | Measure-AxflPortfolio).TotalR
    }
    It 'refuses null, and trades whose result is no number' {
        { $null | Measure-AxflPortfolio -ErrorAction Stop } | Should -Throw '*null*'
        $wrong = Get-AxflTrade measured | Select-Object -First 1 *
        $wrong.R = 'NaN'
        { $wrong | Measure-AxflPortfolio -ErrorAction Stop } | Should -Throw '*its R is NaN*'
    }
    It 'measures the trades of strategies, symbols, a side and a period' {
        $all = Get-AxflTrade measured
        (Measure-AxflPortfolio measured -Strategy orb).Trades | Should -Be @($all | Where-Object Strategy -EQ orb).Count
        (Measure-AxflPortfolio measured -Symbol eur*).Trades | Should -Be @($all | Where-Object Symbol -EQ EURUSD).Count
        (Measure-AxflPortfolio measured -Side long).Trades | Should -Be @($all | Where-Object Side -EQ long).Count
        $middle = $all[[int]($all.Count / 2)].ExitTime
        $before = Measure-AxflPortfolio measured -Until $middle; $after = Measure-AxflPortfolio measured -Since $middle
        $before.Trades | Should -BeGreaterThan 0
        $before.Trades + $after.Trades | Should -Be @($all).Count
        $before.Run | Should -Be measured
        ($all | Measure-AxflPortfolio -Side short).Trades | Should -Be @($all | Where-Object Side -EQ short).Count
        { Measure-AxflPortfolio measured -Side up -ErrorAction Stop } | Should -Throw
    }
    It 'gives one measure for a stream of statuses' { @(Start-AxflLivePort @short | Measure-AxflPortfolio).Count | Should -Be 1 }
}
