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
    It 'takes a symbol in any spelling' {
        (Measure-AxflPortfolio measured -Symbol EUR/USD).Trades | Should -Be (Measure-AxflPortfolio measured -Symbol EURUSD).Trades
        @(Get-AxflTrade measured -Symbol OANDA:EUR_USD).Count | Should -Be @(Get-AxflTrade measured -Symbol EURUSD).Count
    }
    It 'warns when its filters take no trade: <Given>' -ForEach @(
        @{ Given = @{ Symbol = 'EURUDS' }; Words = "has no trades with -Symbol 'EURUDS'" }
        @{ Given = @{ Strategy = 'orbb' }; Words = "has no trades with -Strategy 'orbb'" }
        @{ Given = @{ Since = '2030-01-01' }; Words = "is taken by these filters" }
    ) {
        (Measure-AxflPortfolio measured @Given -WarningVariable said -WarningAction SilentlyContinue).Trades | Should -Be 0
        @($said).Count | Should -Be 1
        "$said" | Should -BeLike "*$Words*"
    }
    It 'says that piped trades do not tell the equity before them' {
        $null = Get-AxflTrade measured | Measure-AxflPortfolio -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -Be 'Trades do not say the equity before them: Equity and MaxDrawdownPct are those of an account of 100,000. Give -StartingEquity.'
        (Get-AxflTrade measured | Measure-AxflPortfolio -StartingEquity 5000 -WarningVariable quiet).MaxDrawdownPct | Should -BeGreaterThan (Measure-AxflPortfolio measured).MaxDrawdownPct
        $quiet | Should -BeNullOrEmpty
    }
    It 'gives one measure for a stream of statuses' { @(Start-AxflLivePort @short | Measure-AxflPortfolio).Count | Should -Be 1 }
}
