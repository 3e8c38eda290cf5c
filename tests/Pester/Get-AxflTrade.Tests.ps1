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

    It 'warns of a name that no trade has, and is silent of a wildcard that matches none, but for -Verbose' {
        Get-AxflTrade trades -Symbol EURSUD -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warned" | Should -BeLike "Run 'trades' has no trades with -Symbol 'EURSUD'; it has *Did you mean 'EURUSD'?"
        Get-AxflTrade trades -Strategy none* -WarningVariable warned | Should -BeNullOrEmpty
        $warned | Should -BeNullOrEmpty
        "$(Get-AxflTrade trades -Strategy none* -Verbose 4>&1)" | Should -BeLike "None of the * trades of run 'trades' matches -Strategy none?."
        Get-AxflDecision trades -Result nonsense -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warned" | Should -BeLike "*-Result 'nonsense'*"
    }

    It 'takes several runs and wildcards, each run once' {
        'wide', 'well' | ForEach-Object { Start-AxflLivePort @short -RunId $_ | Out-Null }
        (Get-AxflTrade w*).Run | Select-Object -Unique | Sort-Object | Should -Be 'well', 'wide'
        (Get-AxflTrade wide, well).Count | Should -Be (2 * (Get-AxflTrade wide).Count)
        (Get-AxflTrade wide, w*).Count | Should -Be (Get-AxflTrade w*).Count
        (Measure-AxflPortfolio w*).Run | Sort-Object | Should -Be 'well', 'wide'
        Get-AxflTrade none* | Should -BeNullOrEmpty
        { Get-AxflTrade none -ErrorAction Stop } | Should -Throw -ErrorId 'RunNotFound,*'
    }
}
