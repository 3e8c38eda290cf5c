BeforeAll {
    . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive
    Start-AxflLivePort @short -RunId measured | Out-Null
}
AfterAll { Pop-Location }

Describe 'Measure-AxflAmbiguity' {
    It 'measures a run and encloses its result' {
        $found = Measure-AxflAmbiguity measured
        $found | Should -BeOfType Axfl.Contracts.RunAmbiguity
        $found.Run | Should -Be measured
        $found.Trades | Should -Be (Measure-AxflPortfolio measured).Trades
        $found.FixedWorstR | Should -BeLessOrEqual ($found.TotalR + 1e-9)
        $found.FixedBestR | Should -BeGreaterOrEqual ($found.TotalR - 1e-9)
    }
    It 'takes runs by pipeline, the newest without one, and a plan' {
        (Get-AxflRun | Measure-AxflAmbiguity).Run | Should -Be measured
        (Measure-AxflAmbiguity).Run | Should -Be measured
        (Measure-AxflAmbiguity @short).Run | Should -BeNullOrEmpty
    }
    It 'drills where there are bars of a lower interval' {
        New-Item -ItemType Directory minutes | Out-Null
        $lines = for ($i = 0; $i -lt 7200; $i++) {
            $price = 1.10 + 0.002 * [math]::Sin($i / 60); $next = 1.10 + 0.002 * [math]::Sin(($i + 1) / 60)
            [string]::Format([cultureinfo]::InvariantCulture, '{0:yyyy-MM-ddTHH:mm:ssZ},{1:F5},{2:F5},{3:F5},{4:F5},1',
                [datetime]::new(2025, 1, 6, 0, 0, 0, [DateTimeKind]::Utc).AddMinutes($i), $price, [math]::Max($price, $next) + 0.0001, [math]::Min($price, $next) - 0.0001, $next)
        }
        Set-Content minutes/EURUSD_1m.csv (@('time,open,high,low,close,volume') + $lines)
        $found = Measure-AxflAmbiguity -DataPath minutes -Set 'symbols=[EURUSD]', 'warmup_days=1' -WarningAction SilentlyContinue
        $found.DrilledShare | Should -Be 1
        $found.DrillR | Should -Not -BeNullOrEmpty
    }
    It 'says which run there is not' { { Measure-AxflAmbiguity none -ErrorAction Stop } | Should -Throw '*none*' }
    It 'refuses a run and a plan together' { { Measure-AxflAmbiguity -Run measured -Profile portfolio -ErrorAction Stop } | Should -Throw -ErrorId 'AmbiguousParameterSet,*' }
    It 'says that bars are generated' {
        $null = Measure-AxflAmbiguity -Since 2025-01-06 -Until 2025-01-07 -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -Match 'generated|simulated'
    }
}
